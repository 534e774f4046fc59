import assert from 'node:assert/strict';
import type { Queue, Retries, Taking, Turn } from './port.ts';

/** A queue under test, and another one over the same carrier: of another process, as it were. */
export interface Carried {
  readonly queue: Queue;
  readonly beside: Queue;
  /** What was heard of failures. */
  readonly failures: { readonly turn: Turn; readonly last: boolean }[];
}

export interface QueueCase {
  readonly name: string;
  readonly run: (carried: Carried) => Promise<void>;
}

/** Retries that a test need not wait for. */
export const hastyRetries: Retries = { tries: 3, wait: () => 5 };

/** A promise, and what resolves it. */
const gate = (): { readonly opened: Promise<void>; readonly open: () => void } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

const names = (turns: readonly Turn[]): readonly string[] => turns.map(({ business }) => business);

/** Takes turns, notes them, and resolves `got` when so many were taken. */
const collect = (
  queue: Queue,
  count: number,
  work: (turn: Turn) => Promise<void> | void = () => undefined,
  atOnce = 1,
): { readonly taken: Turn[]; readonly got: Promise<void>; readonly taking: Taking } => {
  const taken: Turn[] = [];
  const { opened, open } = gate();
  const taking = queue.take(async (turn) => {
    taken.push(turn);
    try {
      await work(turn);
    } finally {
      if (taken.length === count) open();
    }
  }, atOnce);
  return { taken, got: opened, taking };
};

/** What every adapter must do, each case on a queue of its own. Throws assertion errors; needs no test runner. */
export const queueContract: readonly QueueCase[] = [
  {
    name: 'carries turns as they are, in the order they came',
    run: async ({ queue }) => {
      const turns: readonly Turn[] = [{ business: 'a' }, { business: 'b', after: '["n8n","1","published"]' }];
      await queue.add(turns);
      await queue.add([{ business: 'c' }]);
      await queue.add([]);
      const { taken, got } = collect(queue, 3);
      await got;
      await queue.idle();
      assert.deepEqual(taken, [...turns, { business: 'c' }]);
      assert.deepEqual(await queue.depth(), { waiting: 0, running: 0, retrying: 0 });
    },
  },
  {
    name: 'gives each its turn, however often another one stands in line again',
    run: async ({ queue }) => {
      await queue.add([{ business: 'large' }, { business: 'small' }]);
      let left = 4;
      const { taken, got } = collect(queue, 6, async ({ business }) => {
        if (business !== 'large' || left === 0) return;
        left -= 1;
        await queue.add([{ business, after: `${left}` }]);
      });
      await got;
      assert.deepEqual(names(taken), ['large', 'small', 'large', 'large', 'large', 'large']);
    },
  },
  {
    name: 'carries the same again after it was done, and while it is being done',
    run: async ({ queue }) => {
      await queue.add([{ business: 'a' }]);
      let again = true;
      const { taken, got } = collect(queue, 2, async () => {
        if (again) await queue.add([{ business: 'a' }]);
        again = false;
      });
      await got;
      await queue.idle();
      assert.deepEqual(names(taken), ['a', 'a']);
    },
  },
  {
    name: 'tries a turn again that failed, later, and goes on with the others meanwhile',
    run: async ({ queue, failures }) => {
      await queue.add([{ business: 'bad' }, { business: 'good' }]);
      let failing = 2;
      const { taken, got } = collect(queue, 4, ({ business }) => {
        if (business === 'good' || failing === 0) return;
        failing -= 1;
        throw new Error('the store is away');
      });
      await got;
      await queue.idle();
      assert.deepEqual(names(taken), ['bad', 'good', 'bad', 'bad']);
      assert.deepEqual(
        failures.map(({ last }) => last),
        [false, false],
      );
    },
  },
  {
    name: 'drops a turn after the last try',
    run: async ({ queue, failures }) => {
      await queue.add([{ business: 'bad' }]);
      const { taken, got } = collect(queue, 3, () => {
        throw new Error('the store is away');
      });
      await got;
      const { opened, open } = gate();
      const seen = (): void => {
        if (failures.length === 3) open();
        else setImmediate(seen);
      };
      seen();
      await opened;
      await queue.idle();
      assert.deepEqual(names(taken), ['bad', 'bad', 'bad']);
      assert.deepEqual(
        failures.map(({ turn, last }) => [turn.business, last]),
        [
          ['bad', false],
          ['bad', false],
          ['bad', true],
        ],
      );
      assert.deepEqual(await queue.depth(), { waiting: 0, running: 0, retrying: 0 });
    },
  },
  {
    name: 'runs so many at once as was said, and no more',
    run: async ({ queue }) => {
      await queue.add(['a', 'b', 'c'].map((business) => ({ business })));
      const two = gate();
      const hold = gate();
      let running = 0;
      let most = 0;
      const { got } = collect(
        queue,
        3,
        async () => {
          running += 1;
          most = Math.max(most, running);
          if (running === 2) two.open();
          await hold.opened;
          running -= 1;
        },
        2,
      );
      await two.opened;
      const { waiting, running: now } = await queue.depth();
      assert.deepEqual([waiting, now], [1, 2]);
      hold.open();
      await got;
      assert.equal(most, 2);
    },
  },
  {
    name: 'stops after what runs, and leaves the rest in line',
    run: async ({ queue }) => {
      await queue.add([{ business: 'a' }, { business: 'b' }]);
      const begun = gate();
      const hold = gate();
      const { taken, taking } = collect(queue, 9, async () => {
        begun.open();
        await hold.opened;
      });
      await begun.opened;
      const stopped = taking.stop();
      hold.open();
      await stopped;
      assert.deepEqual(names(taken), ['a']);
      assert.equal((await queue.depth()).waiting, 1);
    },
  },
  {
    name: 'is ready, and can be closed twice',
    run: async ({ queue }) => {
      await queue.ready();
      await queue.close();
      await queue.close();
    },
  },
];

/** What a carrier between processes must do besides. */
export const sharedQueueContract: readonly QueueCase[] = [
  {
    name: 'shares turns among processes, each given to one of them',
    run: async ({ queue, beside }) => {
      const turns = Array.from({ length: 40 }, (_, n) => ({ business: `b${n}` }));
      const both = gate();
      const by = { one: 0, other: 0 };
      const taken: Turn[] = [];
      // Neither goes on before both have begun, so that both are seen to take part.
      const work = (who: 'one' | 'other') => async (turn: Turn) => {
        taken.push(turn);
        by[who] += 1;
        if (by.one > 0 && by.other > 0) both.open();
        await both.opened;
      };
      queue.take(work('one'), 1);
      beside.take(work('other'), 1);
      await queue.add(turns);
      await both.opened;
      await queue.idle();
      assert.deepEqual(names(taken).toSorted(), names(turns).toSorted());
    },
  },
  {
    name: 'carries what another process put in',
    run: async ({ queue, beside }) => {
      const { taken, got } = collect(queue, 1);
      await beside.add([{ business: 'a' }]);
      await got;
      assert.deepEqual(names(taken), ['a']);
    },
  },
];
