import { flowCursor } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { gather, isOutdated, keep, perform, readAnew } from '../evaluate.ts';
import type { Judged } from '../judge-flow.ts';
import { parseInput } from '../parse-input.ts';
import { wantedBy } from '../questions.ts';
import { changeIn, readIn } from '../scope.ts';

export const evaluateMissingInput = z.strictObject({
  business: businessIdSchema,
  limit: z.int().min(1).max(1000).default(100).meta({ description: 'At most so many flows.' }),
  after: z.string().max(2000).optional().meta({ description: '`next` of the chunk before.' }),
});

export interface Evaluated {
  readonly judged: number;
  /** Of those, how many had an error of ours; it is kept with the flow and stops no other. */
  readonly failed: number;
  /** Where the next chunk begins; null after the last one. */
  readonly next: string | null;
  /** Something before that place needs to be looked at again. */
  readonly again: boolean;
}

const hasFailed = ({ reading, answers }: Judged): boolean =>
  !reading.result.ok || answers.some((answer) => !answer.result.ok);

/** Lets others have their turn between two flows. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Judges flows of a business that lack findings, a chunk at a time. Needs `write`. */
export const evaluateMissing = async ({
  ctx,
  input,
}: Call<z.input<typeof evaluateMissingInput>>): Promise<Evaluated> => {
  const { business, limit, after } = parseInput(evaluateMissingInput, input);
  const { outdated, tasks, last } = await readIn(ctx, business, 'write', async (view) => {
    const profile = await view.profile();
    const heads = await view.missing(wantedBy(profile), { limit, after });
    const current = heads.filter((head) => !isOutdated(head));
    return {
      outdated: heads.filter(isOutdated),
      tasks: await gather(view, current, profile),
      last: heads.length < limit ? undefined : heads.at(-1),
    };
  });
  const judged: Judged[] = [];
  for (const task of tasks) {
    judged.push(perform(ctx, task));
    await nextTurn();
  }
  if (outdated.length + judged.length > 0) {
    await changeIn(ctx, business, 'write', async (tx) => {
      await readAnew(ctx, tx, outdated);
      await keep(tx, judged);
    });
  }
  const failed = judged.filter(hasFailed).length;
  if (failed > 0) ctx.log.error('flows-not-judged', { business, failed });
  return {
    judged: judged.length,
    failed,
    next: last === undefined ? null : flowCursor(last),
    again: outdated.length > 0,
  };
};
