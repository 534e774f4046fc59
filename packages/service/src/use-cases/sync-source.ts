import { type Ask, type ReadFault, readWorkflows } from '@plumbline/n8n';
import type { SourceStatus, StoredSource } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { type Call, type Context, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { changeIn, mustBeAdmin, readIn } from '../scope.ts';
import { sourceSchema, sourceView } from '../sources/source-view.ts';
import { takeIn } from '../sources/take-in.ts';
import { pauseAfter } from '../sources/timing.ts';
import { foundSource, getSourceInput } from './sources.ts';

const count = (description: string) => z.int().meta({ description });

export const syncedSchema = z
  .object({
    source: sourceSchema,
    changed: count('Flows that were new or had changed.'),
    unchanged: count('Flows that were as they are known.'),
    closed: count('Flows that are gone or archived in n8n: they are closed here, not forgotten.'),
    unreadable: count('Workflows that cannot be read here; what was known of them stays.'),
  })
  .meta({ id: 'SyncedSource', description: 'How a source stands, and what this reading of it changed.' });
export type Synced = z.infer<typeof syncedSchema>;

const nothing = { changed: 0, unchanged: 0, closed: 0, unreadable: 0 };

const askerOf = (ctx: Context, business: string, source: StoredSource): Ask => {
  const key = ctx.vault.open(business, source.id, source.key);
  const { look } = ctx;
  if (look === undefined) throw new Error('This process asks no other system.');
  return (path) =>
    look({
      url: `${source.url}/api/v1${path}`,
      headers: { 'x-n8n-api-key': key, accept: 'application/json' },
      allowPrivate: source.allowPrivate,
    });
};

/** The status after an attempt; `flows`: how many there are now, null where that was not learned. */
const statusAfter = (
  ctx: Context,
  before: SourceStatus,
  fault: ReadFault | null,
  flows: number | null,
): SourceStatus => {
  const at = now(ctx);
  const state = fault?.state ?? 'ok';
  const failures = fault === null ? 0 : before.failures + 1;
  const pause = pauseAfter(ctx, failures, fault?.retryAfter);
  return {
    state,
    since: before.state === state ? before.since : at,
    detail: fault?.detail ?? null,
    lastTriedAt: at,
    lastReadAt: fault === null ? at : before.lastReadAt,
    nextAt: new Date(ctx.clock().getTime() + pause).toISOString(),
    failures,
    flows: flows ?? before.flows,
  };
};

/**
 * Reads a source now: takes in what is new or has changed, closes what is gone. However it fails, what is known stays,
 * and the state says which way it failed and since when. Needs an admin key.
 */
export const syncSource = async ({ ctx, input }: Call<z.input<typeof getSourceInput>>): Promise<Synced> => {
  mustBeAdmin(ctx);
  const { business, from } = parseInput(getSourceInput, input);
  const source = await readIn(ctx, business, 'admin', (view) => foundSource(view, from));
  const ask = askerOf(ctx, business, source);
  const read = await readWorkflows(ask, () => ctx.clock().getTime());
  const taken = read.ok
    ? await takeIn(ctx, ask, { business, source: source.source }, read.value)
    : { ...nothing, fault: read.fault };
  const { fault, ...counts } = taken;
  const flows = read.ok ? read.value.filter(({ archived }) => !archived).length : null;
  return changeIn(ctx, business, 'admin', async (tx) => {
    // Read again: another process may have noted something meanwhile, or the source been taken away.
    const before = await foundSource(tx, from);
    const status = statusAfter(ctx, before, fault, flows);
    await tx.noteSource(from, status);
    if (status.state !== before.state) {
      await audit(ctx, tx, 'source.state', from, { state: status.state, before: before.state });
      ctx.log.info('source-state', { business, source: source.source, state: status.state });
    }
    return { source: sourceView({ ...before, ...status }), ...counts };
  });
};
