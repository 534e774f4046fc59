import { createInProcessQueue } from '@plumbline/queue/in-process';
import { beforeEach, expect, it } from 'vitest';
import {
  createBusiness,
  createReconciler,
  evaluateMissing,
  getFlow,
  getMatrix,
  type Judge,
  judgeHere,
  putFlow,
  putProfile,
  retryFlow,
} from '../src/index.ts';
import { noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

const business = 'shop';
let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
  await putProfile({ ctx: service.system, input: { business, profile: profileAt('warn') } });
  for (const id of ['1', '2', 'poison', '4', '5']) await put(id);
});
const put = (id: string, make = wayToAPerson) =>
  putFlow({
    ctx: service.system,
    input: { business, source: 'n8n', id, workflow: make(id), state: 'published' },
  });
const flow = (id: string) => getFlow({ ctx: service.system, input: { business, source: 'n8n', id } });
const progress = async () => (await getMatrix({ ctx: service.system, input: { business } })).evaluation;

/** Runs until nothing is left, each try right after the other. */
const runWith = async (judge: Judge): Promise<readonly string[][]> => {
  const asked: string[][] = [];
  const queue = createInProcessQueue({
    retries: { tries: 10, wait: () => 0 },
    later: (_, run) => void queueMicrotask(run),
  });
  const reconciler = createReconciler(service.bare, {
    queue,
    alone: true,
    later: () => undefined,
    judge: (tasks) => {
      asked.push(tasks.map(({ kept }) => kept.id));
      return judge(tasks);
    },
  });
  await reconciler.start();
  do await reconciler.idle();
  while ((await progress()).missing > 0);
  await reconciler.stop();
  return asked;
};

it('parks a flow with which judging never comes to an end, and judges all others', async () => {
  const here = judgeHere(service.bare);
  const judge: Judge = async (tasks) => {
    const at = tasks.findIndex(({ kept }) => kept.id === 'poison');
    if (at === -1) return here(tasks);
    const { judged } = await here(tasks.slice(0, at));
    return { judged, lost: tasks[at] ?? null };
  };
  const asked = await runWith(judge);
  expect(await progress()).toEqual({ flows: 5, done: 5, missing: 0, failed: 1 });
  expect((await flow('poison')).failures).toEqual([
    { check: null, error: expect.stringContaining('did not come to an end, again and again') },
  ]);
  expect((await flow('4')).evaluation.state).toBe('done');
  expect(asked.filter((ids) => ids.length === 1 && ids[0] === 'poison')).toHaveLength(2);
  expect(service.logged.map((each) => each.event)).toContain('flow-parked');
  const trail = await service.store.read(business, (view) => view.auditTrail({ limit: 50 }));
  expect(trail.map((row) => `${row.action} ${row.subject}`)).toContain('flow.park n8n/poison');
});

it('finds the flow whose result cannot be kept among those judged with it', async () => {
  const here = judgeHere(service.bare);
  await runWith(async (tasks) => {
    const result = await here(tasks);
    if (tasks.some(({ kept }) => kept.id === 'poison')) throw new TypeError('cannot be kept');
    return result;
  });
  expect(await progress()).toEqual({ flows: 5, done: 5, missing: 0, failed: 1 });
});

/** A worker that dies, with its claim, as soon as it meets the poison. */
const mortal = (id: string) => {
  let die = (): void => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });
  const here = judgeHere(service.bare);
  const judge: Judge = (tasks) => {
    if (!tasks.some(({ kept }) => kept.id === 'poison')) return here(tasks);
    die();
    return new Promise(() => undefined);
  };
  return { died, worker: { id, judge, alone: true, onward: async () => undefined } };
};

it('takes what a worker left behind one by one, and parks what ends every worker', async () => {
  let deaths = 0;
  for (let round = 0; (await progress()).missing > 0; round += 1) {
    const { died, worker } = mortal(`worker-${round}`);
    for (let after: string | undefined; ; ) {
      const input = { business, after, limit: 3 };
      const result = await Promise.race([died, evaluateMissing({ ctx: service.system, input, worker })]);
      if (result === 'died') deaths += 1;
      if (result === 'died' || result.next === null) break;
      after = result.next;
    }
  }
  // Once in company, where it might have been any of them, then alone.
  expect(deaths).toBe(6);
  expect(await progress()).toEqual({ flows: 5, done: 5, missing: 0, failed: 1 });
  expect(await service.store.read(business, (view) => view.claims())).toEqual([]);
});

it('tries a parked flow again when asked to, and when it changes', async () => {
  const park: Judge = async (tasks) => {
    const at = tasks.findIndex(({ kept }) => kept.id === 'poison');
    const { judged } = await judgeHere(service.bare)(at === -1 ? tasks : tasks.slice(0, at));
    return { judged, lost: tasks[at] ?? null };
  };
  await runWith(park);
  await retryFlow({ ctx: service.system, input: { business, source: 'n8n', id: 'poison' } });
  expect((await progress()).missing).toBe(1);
  await runWith(park);
  expect((await progress()).failed).toBe(1);
  await put('poison', noWayOut);
  const asked = await runWith(judgeHere(service.bare));
  expect(asked).toEqual([['poison']]);
  expect(await flow('poison')).toMatchObject({ failures: [], evaluation: { state: 'done' } });
});

/** Resolves when this flow is under a claim. */
const claimed = async (id: string): Promise<void> => {
  for (;;) {
    const claims = await service.store.read(business, (view) => view.claims());
    if (claims.some(({ flows }) => flows.some((each) => each.id === id))) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

it('leaves to another worker what that one is judging, until its time is over', async () => {
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const here = judgeHere(service.bare);
  const slow: Judge = async (tasks) => {
    await held;
    return here(tasks);
  };
  const asked: string[][] = [];
  const judge: Judge = (tasks) => {
    asked.push(tasks.map(({ kept }) => kept.id));
    return here(tasks);
  };
  const worker = (id: string, how: Judge) => ({
    id,
    judge: how,
    alone: false,
    onward: async () => undefined,
  });
  const evaluate = (id: string, how: Judge, limit: number) =>
    evaluateMissing({ ctx: service.system, input: { business, limit }, worker: worker(id, how) });
  const first = evaluate('one', slow, 2);
  await claimed('1');
  // The first two are under way, and who has them goes on behind them.
  expect(await evaluate('two', judge, 2)).toMatchObject({ judged: 0, next: null });
  await put('2', noWayOut);
  // What was changed meanwhile is another flow.
  expect(await evaluate('two', judge, 2)).toMatchObject({ judged: 1, next: null });
  expect(asked).toEqual([['2']]);
  service.pass(31_000);
  // What may have ended the other one comes last, alone.
  for (let turn = 0; turn < 4; turn += 1) await evaluate('two', judge, 2);
  expect(asked).toEqual([['2'], ['4'], ['5'], ['poison'], ['1']]);
  go();
  await first;
  expect((await progress()).missing).toBe(0);
  expect((await flow('2')).findings[0]?.verdict).toBe('fail');
});

it('ends the run with whoever is last, not with whoever has the last flows', async () => {
  const here = judgeHere(service.bare);
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const evaluate = (judge: Judge, limit: number, after?: string) =>
    evaluateMissing({
      ctx: service.system,
      input: { business, limit, after },
      worker: { id: 'one', judge, alone: false, onward: async () => undefined },
    });
  const run = () => service.store.read(business, (view) => view.run());
  const first = evaluate((tasks) => held.then(() => here(tasks)), 3);
  await claimed('1');
  await evaluate(here, 9, JSON.stringify(['n8n', '4', 'published']));
  expect(await run()).toMatchObject({ endedAt: null });
  go();
  expect((await first).next).not.toBeNull();
  expect(await run()).toMatchObject({ judged: 5, endedAt: expect.any(String) });
});

it('keeps the latest of two generations of a flow, whatever order they finish in', async () => {
  const here = judgeHere(service.bare);
  const gates: (() => void)[] = [];
  const hold: Judge = async (tasks) => {
    const result = await here(tasks);
    await new Promise<void>((resolve) => gates.push(resolve));
    return result;
  };
  const evaluate = (id: string) =>
    evaluateMissing({
      ctx: service.system,
      input: { business, limit: 100 },
      worker: { id, judge: hold, alone: false, onward: async () => undefined },
    });
  const settled = async (count: number): Promise<void> => {
    while (gates.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  const older = evaluate('older');
  await settled(1);
  await put('1', noWayOut);
  const newer = evaluate('newer');
  await settled(2);
  gates[1]?.();
  await newer;
  expect((await flow('1')).findings[0]?.verdict).toBe('fail');
  gates[0]?.();
  await older;
  expect((await flow('1')).findings[0]?.verdict).toBe('fail');
  expect(await progress()).toMatchObject({ missing: 0, failed: 0 });
});

it('parks nobody when a worker is killed again and again, whoever it had at hand', async () => {
  const everyone = ['1', '2', 'poison', '4', '5'];
  const deaths = new Map<string, number>();
  // In company first, which makes all of them suspects; then each time alone.
  for (let death = 0; death < 20; death += 1) {
    let die = (): void => undefined;
    const died = new Promise<void>((resolve) => {
      die = resolve;
    });
    const judge: Judge = (tasks) => {
      for (const { kept } of tasks) deaths.set(kept.id, (deaths.get(kept.id) ?? 0) + 1);
      die();
      return new Promise(() => undefined);
    };
    const worker = { id: `worker-${death}`, judge, alone: true, onward: async () => undefined };
    void evaluateMissing({ ctx: service.system, input: { business, limit: 10 }, worker });
    await died;
  }
  expect([...deaths.keys()].sort()).toEqual(everyone.sort());
  expect(Math.max(...deaths.values())).toBeLessThan(6);
  await runWith(judgeHere(service.bare));
  expect(await progress()).toEqual({ flows: 5, done: 5, missing: 0, failed: 0 });
});
