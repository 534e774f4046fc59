import { StoreError } from '@plumbline/store';
import { waitingNews } from '../alerts/approval-news.ts';
import { emit } from '../alerts/emit.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { type Item, type Outcome, work } from './engine.ts';
import type { Recorded } from './record.ts';

/** Where questions that arrive together are answered together: one transaction, one write to disk. */
export interface Desk {
  /** Resolves when the answer is on disk. Rejects with a `Problem`, or as the store does. */
  readonly ask: (ctx: Context, business: string, item: Item) => Promise<Recorded>;
}

interface Waiting {
  readonly ctx: Context;
  readonly item: Item;
  readonly resolve: (decided: Recorded) => void;
  readonly reject: (error: unknown) => void;
}

/** So many questions are answered in one transaction, so that the first does not wait for all. */
const most = 128;

/** Answers questions and writes them down, all or nothing. */
export const decideIn = async (
  ctx: Context,
  business: string,
  items: readonly Item[],
  all: boolean,
): Promise<readonly Outcome[]> => {
  const { outcomes, told } = await changeIn(ctx, business, 'decide', async (tx) => {
    const { outcomes, decisions, approvals } = await work(ctx, tx, business, items);
    const refused = outcomes.findIndex((each) => each instanceof Problem);
    const problem = outcomes[refused];
    if (all && problem instanceof Problem) {
      throw new Problem(problem.code, `requests[${refused}]: ${problem.message}`, [
        { path: `requests[${refused}]`, message: problem.message },
      ]);
    }
    await tx.addDecisions(decisions);
    for (const approval of approvals) await tx.addApproval(approval);
    const waits = approvals.flatMap((approval) => {
      const decision = decisions.find(({ id }) => id === approval.decision);
      return decision === undefined ? [] : [waitingNews(approval, decision)];
    });
    return { outcomes, told: await emit(ctx, tx, waits) };
  });
  if (told.length > 0) ctx.tend(business);
  return outcomes;
};

/** False where it failed for all of them and nobody has been told yet. */
const together = async (business: string, some: readonly Waiting[], tell: boolean): Promise<boolean> => {
  const [first] = some;
  if (first === undefined) return true;
  try {
    const items = some.map((each) => each.item);
    const outcomes = await decideIn(first.ctx, business, items, false);
    for (const [at, { resolve, reject }] of some.entries()) {
      const outcome = outcomes[at];
      if (outcome === undefined || outcome instanceof Problem) reject(outcome);
      else resolve(outcome);
    }
    return true;
  } catch (error) {
    // A store that cannot answer now is no fault of one of them: each would only wait for the same again.
    const told = tell || (error instanceof StoreError && error.code === 'unavailable');
    if (told) for (const { reject } of some) reject(error);
    return told;
  }
};

interface Line {
  readonly waiting: Waiting[];
  /** Groups that are being answered or written down. */
  underWay: number;
  /** A group is about to be taken. */
  isCalled: boolean;
}

/**
 * `ahead`: how many groups of one business may be under way at a time. Two keep a store busy that works out one while it
 * still writes the one before; a store whose transactions stand in each other's way is better served by one.
 */
export const createDesk = (ahead = 1): Desk => {
  const lines = new Map<string, Line>();

  const answer = async (business: string, line: Line, some: readonly Waiting[]): Promise<void> => {
    // One that breaks what was written together must not take the others along.
    if (!(await together(business, some, some.length === 1)))
      for (const one of some) await together(business, [one], true);
    line.underWay -= 1;
    call(business, line);
  };

  /** Takes groups once everything that arrives in this moment is there. */
  const call = (business: string, line: Line): void => {
    if (line.isCalled || line.underWay >= ahead) return;
    if (line.waiting.length === 0) {
      if (line.underWay === 0) lines.delete(business);
      return;
    }
    line.isCalled = true;
    setImmediate(() => {
      line.isCalled = false;
      line.underWay += 1;
      void answer(business, line, line.waiting.splice(0, most));
      call(business, line);
    });
  };

  return {
    ask: (ctx, business, item) =>
      new Promise<Recorded>((resolve, reject) => {
        const line = lines.get(business) ?? { waiting: [], underWay: 0, isCalled: false };
        lines.set(business, line);
        line.waiting.push({ ctx, item, resolve, reject });
        call(business, line);
      }),
  };
};
