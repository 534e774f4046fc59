import { type Ask, type ReadFault, type RemoteWorkflow, readRemote } from '@plumbline/n8n';
import { type FlowHead, flowCursor } from '@plumbline/store';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { type Reader, readerFor } from '../reader.ts';
import { readIn } from '../scope.ts';
import { reportFlow } from '../use-cases/report-flow.ts';

/** What became of a reading. */
export interface TakenIn {
  /** Flows that were new or had changed. */
  readonly changed: number;
  readonly unchanged: number;
  /** Flows that are gone or archived and were closed. */
  readonly closed: number;
  /** Workflows that cannot be read here; what was known of them stays. */
  readonly unreadable: number;
  /** Why closing was broken off, if it was. */
  readonly fault: ReadFault | null;
}

interface Kept {
  readonly published?: FlowHead;
  readonly draft?: FlowHead;
}

/** Open flows of a source, by id. */
const keptOf = (ctx: Context, business: string, source: string): Promise<ReadonlyMap<string, Kept>> =>
  readIn(ctx, business, 'gate', async (view) => {
    const found = new Map<string, Kept>();
    // Pages are in the order of `source` first.
    for (let after = flowCursor({ source, id: '', state: 'draft' }); ; ) {
      const page = await view.flows({ limit: 500, after });
      for (const head of page)
        if (head.source === source) found.set(head.id, { ...found.get(head.id), [head.state]: head });
      const last = page.at(-1);
      if (last === undefined || page.length < 500 || last.source !== source) return found;
      after = flowCursor(last);
    }
  });

/** Is this exactly what is kept? Judged by the content that would be stored, so that nothing has to be read for it. */
const isKept = (ctx: Context, reader: Reader, remote: RemoteWorkflow, kept: Kept | undefined): boolean => {
  const same = (content: RemoteWorkflow['live'], head: FlowHead | undefined): boolean =>
    content === null || head === undefined
      ? content === null && head === undefined
      : head.reader === reader.version &&
        head.contentHash === ctx.hash(JSON.stringify(reader.keepable(content)));
  if (!same(remote.live, kept?.published)) return false;
  // A draft that does what the published version does is not kept.
  const alike = remote.live !== null && JSON.stringify(remote.live) === JSON.stringify(remote.draft);
  return same(alike ? null : remote.draft, kept?.draft);
};

const report = async (
  ctx: Context,
  business: string,
  source: string,
  remote: RemoteWorkflow,
): Promise<'changed' | 'unreadable'> => {
  const { id, live, draft } = remote;
  try {
    await reportFlow({ ctx, input: { business, source, id, live, draft } });
    return 'changed';
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== 'no-workflow' && error.code !== 'invalid-input'))
      throw error;
    ctx.log.warn('workflow-unreadable', { business, source, flow: id.slice(0, 200), why: error.code });
    return 'unreadable';
  }
};

/**
 * Takes in what a source has now: new and changed flows are kept, those that are archived or gone are closed. Before
 * one is closed that the list did not show, it is asked for by itself.
 */
export const takeIn = async (
  ctx: Context,
  ask: Ask,
  { business, source }: { readonly business: string; readonly source: string },
  workflows: readonly RemoteWorkflow[],
): Promise<TakenIn> => {
  const reader = readerFor(source);
  const kept = await keptOf(ctx, business, source);
  const count = { changed: 0, unchanged: 0, closed: 0, unreadable: 0 };
  const close = async (id: string): Promise<void> => {
    await reportFlow({ ctx, input: { business, source, id, live: null, draft: null } });
    count.closed += 1;
  };
  const listed = new Set<string>();
  const take = async (remote: RemoteWorkflow): Promise<void> => {
    listed.add(remote.id);
    const before = kept.get(remote.id);
    if (remote.archived) {
      if (before !== undefined) await close(remote.id);
    } else if (isKept(ctx, reader, remote, before)) count.unchanged += 1;
    else count[await report(ctx, business, source, remote)] += 1;
  };
  for (const remote of workflows) await take(remote);
  for (const id of kept.keys()) {
    if (listed.has(id)) continue;
    const one = await readRemote(ask, id, () => ctx.clock().getTime());
    if (!one.ok) return { ...count, fault: one.fault };
    if (one.value === null) await close(id);
    else await take(one.value);
  }
  return { ...count, fault: null };
};
