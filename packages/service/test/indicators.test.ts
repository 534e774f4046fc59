import { beforeEach, describe, expect, it } from 'vitest';
import { type Drift, getDrift, keepHouse, recordOutcomes } from '../src/index.ts';
import { business, day, openFlowShop } from './flow-shop.ts';
import type { Service } from './start.ts';

let service: Service;
beforeEach(async () => {
  service = (await openFlowShop()).service;
});

const drift = (): Promise<Drift> => getDrift({ ctx: service.system, input: { business } });

describe('indicators', () => {
  const record = (values: readonly number[], indicator = 'retention') =>
    recordOutcomes({
      ctx: service.system,
      input: {
        business,
        outcomes: values.map((value, at) => ({
          indicator,
          value,
          at: new Date(service.bare.clock().getTime() - (values.length - at) * day).toISOString(),
        })),
      },
    });
  const usual = [0.8, 0.82, 0.79, 0.81, 0.8, 0.83, 0.8, 0.78, 0.81, 0.8, 0.82];

  it('are drift when the last complete day lies outside the usual band', async () => {
    await record([...usual, 0.4]);
    expect((await drift()).indicators).toMatchObject([
      { indicator: 'retention', values: ['customer-intimacy'], is: 'below', day: '2026-01-04', value: 0.4 },
    ]);
  });

  it('are none as long as they move as they usually do, nor with too few days', async () => {
    await record([...usual, 0.79]);
    await record([1, 1, 1, 9], 'complaints');
    expect((await drift()).indicators).toEqual([]);
  });

  it('are looked at when a day is over, and told of once', async () => {
    await record([...usual, 0.4]);
    await keepHouse({ ctx: service.system, input: { business } });
    await keepHouse({ ctx: service.system, input: { business } });
    const isNew = (key: string) =>
      service.store.transaction(business, async (tx) => {
        const event = {
          id: key,
          key,
          type: 'indicator.moved',
          at: '2026-01-05T09:00:00.000Z',
          data: {},
        } as const;
        return (await tx.addEvents([event])).has(key);
      });
    // What was told is there already, and nothing is told twice.
    expect(await isNew('indicator.moved indicator:retention:2026-01-04:below')).toBe(false);
    expect(await isNew('indicator.moved indicator:retention:2026-01-03:below')).toBe(true);
  });
});
