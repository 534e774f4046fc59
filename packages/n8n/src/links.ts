import type { Link, Step } from '@plumbline/core';
import { isRecord } from './parameters.ts';
import { mainOutputs } from './step.ts';

/** Finds a step by the name n8n wires with, else by node id, as some exports do. */
export type Find = (nameOrId: string) => number | undefined;

const slotsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? [value] : [];
};

const targetOf = (edge: unknown): { name: string; input: number } | null => {
  if (typeof edge === 'string') return { name: edge, input: 0 };
  if (!isRecord(edge) || typeof edge['node'] !== 'string') return null;
  return { name: edge['node'], input: typeof edge['index'] === 'number' ? edge['index'] : 0 };
};

const kindOf = (key: string, step: Step, output: number): string => {
  if (key === 'error') return 'error';
  if (key !== 'main' && key !== 'output') return key;
  if (step.onFailure !== 'branch') return 'main';
  const outputs = mainOutputs(step);
  return outputs !== null && output >= outputs ? 'error' : 'main';
};

/** All edges of a workflow whose two ends exist. What cannot be an edge is named in `oddities`. Linear. */
export const readLinks = (
  connections: unknown,
  steps: readonly Step[],
  find: Find,
  oddities: Set<string>,
): readonly Link[] => {
  const links: Link[] = [];
  if (!isRecord(connections)) {
    if (connections !== undefined && connections !== null)
      oddities.add('`connections` is not an object; it was read as empty');
    return links;
  }
  for (const source of Object.keys(connections)) {
    const from = find(source);
    const step = from === undefined ? undefined : steps[from];
    const kinds = connections[source];
    if (from === undefined || step === undefined) {
      oddities.add('some links start at steps that do not exist; they were left out');
      continue;
    }
    if (!isRecord(kinds)) {
      oddities.add('some steps have links in a form that n8n does not write; they were left out');
      continue;
    }
    for (const key of Object.keys(kinds)) {
      slotsOf(kinds[key]).forEach((slot, output) => {
        for (const edge of isRecord(slot) || typeof slot === 'string' ? [slot] : slotsOf(slot)) {
          const target = targetOf(edge);
          const to = target === null ? undefined : find(target.name);
          if (target === null || to === undefined) {
            oddities.add('some links end at steps that do not exist; they were left out');
            continue;
          }
          links.push({ kind: kindOf(key, step, output), from, to, output, input: target.input });
        }
      });
    }
  }
  return links;
};
