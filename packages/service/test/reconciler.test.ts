import { beforeEach, expect, it } from 'vitest';
import {
  createBusiness,
  createReconciler,
  deleteBusiness,
  getMatrix,
  putFlow,
  putProfile,
} from '../src/index.ts';
import { profileAt, type Service, start, wayToAPerson } from './start.ts';

let service: Service;
const later: { readonly milliseconds: number; readonly run: () => void }[] = [];
const options = {
  later: (milliseconds: number, run: () => void) => {
    later.push({ milliseconds, run });
  },
};
beforeEach(async () => {
  service = await start();
  later.length = 0;
});

const fill = async (business: string, flows: number) => {
  await createBusiness({ ctx: service.system, input: { id: business, name: business } });
  await putProfile({ ctx: service.system, input: { business, profile: profileAt('warn') } });
  for (let n = 0; n < flows; n += 1) {
    const id = `${n}`;
    const input = { business, source: 'n8n', id, workflow: wayToAPerson(id), state: 'published' } as const;
    await putFlow({ ctx: service.system, input });
  }
};
const progress = async (business: string) =>
  (await getMatrix({ ctx: service.system, input: { business } })).evaluation;

it('judges what it is woken for, in chunks, until nothing is missing', async () => {
  await fill('shop', 7);
  const reconciler = createReconciler(service.bare, { ...options, chunk: 2 });
  reconciler.wake('shop');
  await reconciler.idle();
  expect(await progress('shop')).toEqual({ flows: 7, done: 7, missing: 0, failed: 0 });
});

it('finds at start what nobody woke it for, and looks again from time to time', async () => {
  await fill('a', 2);
  await fill('b', 2);
  const reconciler = createReconciler(service.bare, { ...options, sweepEvery: 5_000 });
  await reconciler.start();
  await reconciler.idle();
  expect([(await progress('a')).missing, (await progress('b')).missing]).toEqual([0, 0]);
  await fill('c', 1);
  expect(later.map((each) => each.milliseconds)).toEqual([5_000]);
  later[0]?.run();
  while ((await progress('c')).missing > 0) await reconciler.idle();
  await reconciler.stop();
});

it('gives each business its turn, however many flows another has', async () => {
  await fill('large', 9);
  await fill('small', 1);
  const turns: string[] = [];
  const { store } = service.bare;
  const watched = {
    ...service.bare,
    store: {
      ...store,
      transaction: <T>(scope: string, work: Parameters<typeof store.transaction<T>>[1]) => {
        turns.push(scope);
        return store.transaction(scope, work);
      },
    },
  };
  const reconciler = createReconciler(watched, { ...options, chunk: 3 });
  reconciler.wake('large');
  reconciler.wake('small');
  await reconciler.idle();
  expect(turns).toEqual(['large', 'small', 'large', 'large']);
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
  const reconciler = createReconciler(failing, options);
  reconciler.wake('a');
  reconciler.wake('b');
  await reconciler.idle();
  expect((await progress('b')).missing).toBe(0);
  for (let n = 0; n < 8; n += 1) {
    later.at(-1)?.run();
    await reconciler.idle();
  }
  expect(later.map((each) => each.milliseconds / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  broken = false;
  later.at(-1)?.run();
  await reconciler.idle();
  expect((await progress('a')).missing).toBe(0);
});

it('forgets a business that was deleted', async () => {
  await fill('a', 1);
  await deleteBusiness({ ctx: service.system, input: { business: 'a' } });
  const reconciler = createReconciler(service.bare, options);
  reconciler.wake('a');
  await reconciler.idle();
  expect(later).toEqual([]);
  expect(service.logged.filter((each) => each.level === 'error')).toEqual([]);
});

it('stops after the chunk under way and leaves the rest to the next start', async () => {
  await fill('shop', 6);
  const first = createReconciler(service.bare, { ...options, chunk: 2 });
  first.wake('shop');
  await first.stop();
  first.wake('shop');
  await first.idle();
  expect((await progress('shop')).missing).toBeGreaterThan(0);
  const second = createReconciler(service.bare, options);
  await second.start();
  await second.idle();
  expect((await progress('shop')).missing).toBe(0);
});
