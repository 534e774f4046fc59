import type { Flow } from '@plumbline/core';
import { catalogueVersion, keepable, type ReadResult, readerVersion, readWorkflow } from '@plumbline/n8n';
import { Problem } from './problem.ts';

/** Turns the workflows of one kind of source into flows. */
export interface Reader {
  /** Changes whenever the same workflow could be read differently. */
  readonly version: string;
  readonly read: (workflow: unknown) => ReadResult;
  /** The workflow without what is not to be stored. */
  readonly keepable: (workflow: Readonly<Record<string, unknown>>) => unknown;
}

const n8n: Reader = {
  version: `n8n@${readerVersion} catalogue@${catalogueVersion}`,
  read: readWorkflow,
  keepable,
};

const forN8n = /^n8n(?:-[a-z0-9-]{1,70})?$/;

/** Versions that are current; what older ones read is read again. */
export const currentReaders: readonly string[] = [n8n.version];

/** The reader of a source: `n8n`, or `n8n-` and a name for one of several. Throws `unknown-source`. */
export const readerFor = (source: string): Reader => {
  if (forN8n.test(source)) return n8n;
  throw new Problem('unknown-source', `Nothing here reads flows of "${source.slice(0, 80)}".`);
};

/** What a flow is called: without a name of its own by its id, so that no message leaves a gap. */
export const calledBy = (flow: Pick<Flow, 'name'>, id: string): string =>
  flow.name.trim() === '' ? id : flow.name;

/** Ids of the flows that this one names, itself left out; sorted. */
export const referencesOf = (flow: Flow, own: string): readonly string[] => {
  const ids = new Set<string>();
  for (const reference of [flow.errorFlow, ...flow.steps.map((step) => step.call)]) {
    if (reference !== null && reference.id !== null && reference.id !== own) ids.add(reference.id);
  }
  return [...ids].sort();
};
