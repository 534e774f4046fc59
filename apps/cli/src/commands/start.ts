import type { Running } from '@plumbline/api';
import { counted, type Matrix, renderMatrixPretty } from '@plumbline/core';
import type { Matrix as KeptMatrix } from '@plumbline/service';
import { paintFor, wantsColour, widthOf } from '../output/screen.ts';
import { newKeyLines, runServer, type ServeCommandOptions } from './serve.ts';

export interface StartOptions extends ServeCommandOptions {
  readonly color: boolean;
}

const shown = (kept: KeptMatrix): Matrix => ({
  version: 1,
  profile: { name: kept.business.name, version: kept.profile?.version ?? '', hash: kept.profile?.hash ?? '' },
  values: [...kept.values],
  flows: kept.flows.map((flow) => ({
    file: '',
    id: flow.id,
    name: flow.name,
    standing: flow.standing,
    cells: flow.cells,
  })),
});

const keyHint = 'Your admin key was shown at the first start. Lost it? Start once with --new-key.';

/** Businesses whose matrix is printed at a start; an agency sees the rest over the API. */
const mostShown = 10;

/** The matrix of the businesses that have automations, one under the other. */
const matrices = async (running: Running, color: boolean): Promise<readonly string[]> => {
  const { getMatrix, listBusinesses } = await import('@plumbline/service');
  const { ctx } = running;
  const paint = paintFor(wantsColour(process.stdout, color, process.env));
  const lines: string[] = [];
  const businesses = await listBusinesses({ ctx, input: { limit: mostShown } });
  for (const { id } of businesses.items) {
    const kept = await getMatrix({ ctx, input: { business: id } });
    if (kept.flows.length === 0) continue;
    lines.push(
      `${kept.business.name}, ${counted(kept.flows.length, 'automation')} against what it values:`,
      '',
      renderMatrixPretty(shown(kept), { width: widthOf(process.stdout, process.env), paint }),
    );
  }
  return lines;
};

/**
 * `plumbline start`: everything in one process. On an empty data folder it brings a bookshop as an example; prints
 * the alignment matrix and the addresses, and stays up until Ctrl-C.
 */
export const start = async ({ color, ...options }: StartOptions): Promise<number> => {
  const { announcement, createLog } = await import('@plumbline/api');
  // A person watches: only what went wrong is said. `serve` logs every request.
  const log = { ...createLog((line) => void process.stderr.write(line)), info: () => {} };
  return runServer(
    options,
    async (running) => {
      const { listBusinesses } = await import('@plumbline/service');
      const businesses = await listBusinesses({ ctx: running.ctx, input: { limit: 1 } });
      if (running.adminKey !== null && businesses.items.length === 0) {
        const { loadExampleBusiness } = await import('../example-business.ts');
        await loadExampleBusiness(running.ctx);
      }
      await running.idle();
      return [
        ...(await matrices(running, color)),
        ...(await newKeyLines(running, options.newKey)),
        ...announcement(running),
        ...(running.adminKey === null && options.newKey !== true ? ['', keyHint] : []),
        '',
        'Running. Ctrl-C stops it; your data stays.',
      ];
    },
    log,
  );
};
