import { beforeEach, describe, expect, it } from 'vitest';
import { attestPractice, createCaretaker, keepHouse, waiveFault } from '../src/index.ts';
import { business, day, type FlowShop, flow, minute, openFlowShop, promised } from './flow-shop.ts';
import { noWayOut, type Service } from './start.ts';

let shop: FlowShop;
let service: Service;
beforeEach(async () => {
  shop = await openFlowShop();
  service = shop.service;
  await shop.promise(promised({ practices: [{ id: 'voice', title: 'Voice', validForDays: 100 }] }));
  await shop.put(noWayOut('1'));
});

const sweep = () => keepHouse({ ctx: service.system, input: { business } });
const vouch = async (days: number): Promise<string> => {
  const until = shop.later(days * day);
  const given = { business, practice: 'voice', by: 'Maria', until };
  return (await attestPractice({ ctx: service.system, input: given })).id;
};
const waive = async (milliseconds: number): Promise<string> => {
  const given = { business, ...flow, by: 'Maria', reason: 'for now', keys: [await shop.key()] };
  const input = { ...given, until: shop.later(milliseconds) };
  return (await waiveFault({ ctx: service.system, input })).id;
};

/** Was this told? Asked by trying to tell it again, and taking that back. */
const told = async (what: 'lapses-soon' | 'lapsed', id: string): Promise<boolean> => {
  const type = what === 'lapsed' ? 'confirmation.expired' : 'confirmation.expiring';
  const key = `${type} ${what}:${id}`;
  let isNew = false;
  await service.store
    .transaction(business, async (tx) => {
      isNew = (await tx.addEvents([{ id: key, key, type, at: shop.later(0), data: {} }])).has(key);
      throw new Error('taken back');
    })
    .catch(() => undefined);
  return !isNew;
};

describe('a lapse', () => {
  it('is told two weeks ahead, and when it happens', async () => {
    const id = await vouch(100);
    service.pass(86 * day - minute);
    await sweep();
    expect(await told('lapses-soon', id)).toBe(false);
    service.pass(minute);
    await sweep();
    expect(await told('lapses-soon', id)).toBe(true);
    expect(await told('lapsed', id)).toBe(false);
    service.pass(14 * day);
    expect(await sweep()).toMatchObject({ lapsed: 1 });
    expect(await told('lapsed', id)).toBe(true);
    expect(await sweep()).toMatchObject({ lapsed: 0 });
  });

  it('of what holds for a short time is told in its last quarter, not at once', async () => {
    const id = await waive(4 * day);
    await sweep();
    expect(await told('lapses-soon', id)).toBe(false);
    service.pass(3 * day);
    await sweep();
    expect(await told('lapses-soon', id)).toBe(true);
  });

  it('is not told where somebody has said the same for longer already', async () => {
    const [practice, waiver] = [await vouch(10), await waive(10 * day)];
    service.pass(day);
    await vouch(60);
    await waive(60 * day);
    service.pass(8 * day);
    await sweep();
    expect(await told('lapses-soon', practice)).toBe(false);
    expect(await told('lapses-soon', waiver)).toBe(false);
    service.pass(day);
    await sweep();
    expect(await told('lapsed', practice)).toBe(false);
    // The later waiver stands: nothing about the flow is different.
    expect((await shop.shown()).standing).toBe('aligned');
  });

  it('that happened while nothing ran is told by the next round, without the warning', async () => {
    const id = await vouch(10);
    service.pass(50 * day);
    const caretaker = createCaretaker(service.bare, { later: () => undefined });
    await caretaker.start();
    await caretaker.idle();
    expect(await told('lapses-soon', id)).toBe(false);
    expect(await told('lapsed', id)).toBe(true);
    await caretaker.stop();
  });

  it('is told once by two that look at the same time', async () => {
    await waive(10 * minute);
    service.pass(10 * minute);
    await Promise.all([sweep(), sweep()]);
    const trail = await service.store.read(business, (view) => view.trail(flow, { limit: 9 }));
    expect(trail.map(({ direction }) => direction)).toEqual(['worse', 'better', 'worse']);
  });
});
