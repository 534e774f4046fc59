import { createInProcessQueue } from '@plumbline/queue/in-process';
import { beforeEach, expect, it } from 'vitest';
import {
  createBusiness,
  createReconciler,
  deleteBusiness,
  getMatrix,
  judgeHere,
  putFlow,
  putProfile,
} from '../src/index.ts';
import { profileAt, type Service, start, wayToAPerson } from './start.ts';

let service: Service;
const later: { readonly milliseconds: number; readonly run: () => void }[] = [];
const note = (milliseconds: number, run: () => void): void => {
  later.push({ milliseconds, run });
};
/** A queue as every process has its own. */
const options = () => ({ later: note, queue: createInProcessQueue({ later: note }) });
const waits = (): readonly number[] => later.map((each) => each.milliseconds);

beforeEach(async () => {
  service = await start();
  later.length = 0;
});

const put = (business: string, id: string) =>
  putFlow({
    ctx: service.system,
    input: { business, source: 'n8n', id, workflow: wayToAPerson(id), state: 'published' },
  });
const fill = async (business: string, flows: number) => {
  await createBusiness({ ctx: service.system, input: { id: business, name: business } });
  await putProfile({ ctx: service.system, input: { business, profile: profileAt('warn') } });
  for (let n = 0; n < flows; n += 1) await put(business, `${n}`);
};
const progress = async (business: string) =>
  (await getMatrix({ ctx: service.system, input: { business } })).evaluation;

it('judges what it is woken for, in chunks, until nothing is missing', async () => {
  await fill('shop', 7);
  const reconciler = createReconciler(service.bare, { ...options(), chunk: 2 });
  await reconciler.start();
  reconciler.wake('shop');
  await reconciler.idle();
  expect(await progress('shop')).toEqual({ flows: 7, done: 7, missing: 0, failed: 0 });
  const run = await service.store.read('shop', (view) => view.run());
  expect(run).toMatchObject({ judged: 7, endedAt: expect.any(String) });
  expect(await service.store.read('shop', (view) => view.claims())).toEqual([]);
});

it('finds at start what nobody woke it for, and looks again from time to time', async () => {
  await fill('a', 2);
  await fill('b', 2);
  const reconciler = createReconciler(service.bare, { ...options(), sweepEvery: 5_000 });
  await reconciler.start();
  await reconciler.idle();
  expect([(await progress('a')).missing, (await progress('b')).missing]).toEqual([0, 0]);
  await fill('c', 1);
  expect(waits()).toEqual([5_000]);
  later[0]?.run();
  while ((await progress('c')).missing > 0) await reconciler.idle();
  await reconciler.stop();
});

it('passes a first change on at once, and later ones within 300 ms together', async () => {
  const turns: string[] = [];
  const given = options();
  const queue = {
    ...given.queue,
    add: async (list: readonly { readonly business: string }[]) => {
      turns.push(...list.map(({ business }) => business));
    },
  };
  const reconciler = createReconciler(service.bare, { ...given, queue });
  reconciler.wake('a');
  expect(turns).toEqual(['a']);
  for (const business of ['a', 'b', 'a', 'a']) reconciler.wake(business);
  expect(turns).toEqual(['a', 'b']);
  expect(waits()).toEqual([300, 300]);
  for (const { run } of later.splice(0)) run();
  // Of `a` there was more, which begins its next 300 ms; of `b` there was none.
  expect(turns).toEqual(['a', 'b', 'a']);
  expect(waits()).toEqual([300]);
  for (const { run } of later.splice(0)) run();
  reconciler.wake('b');
  expect(turns).toEqual(['a', 'b', 'a', 'b']);
});

it('gives each business its turn, however many flows another has', async () => {
  await fill('large', 9);
  await fill('small', 1);
  const turns: string[] = [];
  const given = options();
  const queue: typeof given.queue = {
    ...given.queue,
    take: (work, atOnce) =>
      given.queue.take((turn) => {
        turns.push(turn.business);
        return work(turn);
      }, atOnce),
  };
  const reconciler = createReconciler(service.bare, { ...given, queue, chunk: 3 });
  await reconciler.start();
  await reconciler.idle();
  expect(turns).toEqual(['large', 'small', 'large', 'large', 'large']);
});

it('tries again later, ever less often, when the store fails, and goes on with the others', async () => {
  await fill('a', 1);
  await fill('b', 1);
  const { store } = service.bare;
  let broken = true;
  const failing = {
    ...service.bare,
    store: {
      ...store,
      read: <T>(scope: string, work: Parameters<typeof store.read<T>>[1]) =>
        broken && scope === 'a' ? Promise.reject(new Error('the disk is gone')) : store.read(scope, work),
    },
  };
  const reconciler = createReconciler(failing, { ...options(), sweepEvery: 99_000 });
  await reconciler.start();
  await reconciler.idle();
  expect((await progress('b')).missing).toBe(0);
  for (let n = 0; n < 8; n += 1) {
    later.at(-1)?.run();
    await reconciler.idle();
  }
  expect(waits().map((wait) => wait / 1000)).toEqual([99, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  broken = false;
  later.at(-1)?.run();
  await reconciler.idle();
  expect((await progress('a')).missing).toBe(0);
});

it('answers whoever wakes it while the queue is away, and sweeps when the queue is back', async () => {
  await fill('a', 1);
  let away = true;
  let back: () => void = () => undefined;
  const given = options();
  const queue: typeof given.queue = {
    ...given.queue,
    add: (turns) => (away ? Promise.reject(new Error('no Redis')) : given.queue.add(turns)),
    onReturn: (run) => {
      back = run;
    },
  };
  const reconciler = createReconciler(service.bare, { ...given, queue });
  await reconciler.start();
  reconciler.wake('a');
  await reconciler.idle();
  expect((await progress('a')).missing).toBe(1);
  expect(service.logged.map((each) => each.event)).toContain('queue-away');
  away = false;
  back();
  while ((await progress('a')).missing > 0) await reconciler.idle();
});

it('hands on that a call may be due, which another process has said', async () => {
  await fill('a', 1);
  const given = options();
  const reconciler = createReconciler(service.bare, given);
  await reconciler.start();
  await reconciler.idle();
  service.tended.length = 0;
  await given.queue.add([{ business: 'a', tend: true }]);
  await reconciler.idle();
  expect(service.tended).toEqual(['a']);
});

it('forgets a business that was deleted', async () => {
  await fill('a', 1);
  await deleteBusiness({ ctx: service.system, input: { business: 'a' } });
  const reconciler = createReconciler(service.bare, { ...options(), sweepEvery: 99_000 });
  await reconciler.start();
  reconciler.wake('a');
  await reconciler.idle();
  expect(waits()).toEqual([99_000, 300]);
  expect(service.logged.filter((each) => each.level === 'error')).toEqual([]);
});

it('stops after the chunk under way and leaves the rest to the next start', async () => {
  await fill('shop', 6);
  const here = judgeHere(service.bare);
  let stopped: Promise<void> | null = null;
  const first = createReconciler(service.bare, {
    ...options(),
    chunk: 2,
    judge: (tasks) => {
      stopped ??= first.stop();
      return here(tasks);
    },
  });
  await first.start();
  while (stopped === null) await new Promise((resolve) => setImmediate(resolve));
  await stopped;
  first.wake('shop');
  expect((await progress('shop')).missing).toBe(4);
  const next = createReconciler(service.bare, options());
  await next.start();
  await next.idle();
  expect((await progress('shop')).missing).toBe(0);
});

it('comes to flows that arrive while another one is being judged', async () => {
  await fill('shop', 1);
  const hold = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const leftAlone = Promise.withResolvers<void>();
  const given = options();
  const queue: typeof given.queue = {
    ...given.queue,
    take: (work, atOnce) => given.queue.take((turn) => work(turn).then(leftAlone.resolve), atOnce),
  };
  const judge: ReturnType<typeof judgeHere> = async (tasks) => {
    begun.resolve();
    await hold.promise;
    return judgeHere(service.bare)(tasks);
  };
  const reconciler = createReconciler(service.bare, { ...given, queue, judge, atOnce: 2 });
  await reconciler.start();
  await begun.promise;
  await put('shop', '1');
  await put('shop', '2');
  reconciler.wake('shop');
  // The second turn leaves them to the first, which had not read of them when it began.
  await leftAlone.promise;
  hold.resolve();
  await reconciler.idle();
  expect(await progress('shop')).toMatchObject({ flows: 3, done: 3 });
  expect(waits()).toContain(300);
});
