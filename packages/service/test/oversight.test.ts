import type { ProfileInput } from '@plumbline/core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  attestPractice,
  keepHouse,
  listFlowOversight,
  listOversight,
  type OversightView,
  putFlow,
  revokeOversight,
  signOffFlow,
  waiveFault,
} from '../src/index.ts';
import { business, day, type FlowShop, flow, minute, openFlowShop, promised } from './flow-shop.ts';
import { noWayOut, profileAt, type Service, wayToAPerson } from './start.ts';

let shop: FlowShop;
let service: Service;
beforeEach(async () => {
  shop = await openFlowShop();
  service = shop.service;
});
const trail = () => service.store.read(business, (view) => view.trail(flow, { limit: 50 }));
const latest = async () => (await trail())[0];

const waive = async (more: object = {}, ctx = service.system): Promise<OversightView> =>
  waiveFault({
    ctx,
    input: {
      business,
      ...flow,
      keys: [await shop.key()],
      by: 'Maria',
      reason: 'until the new till is here',
      until: shop.later(30 * day),
      ...more,
    },
  });

describe('a waiver', () => {
  beforeEach(() => shop.put(noWayOut('1')));

  it('takes a fault out of the standing until the minute it ends', async () => {
    const entry = await waive({ until: shop.later(90 * minute) });
    expect(entry).toMatchObject({
      kind: 'waiver',
      state: 'lapses-soon',
      comment: 'until the new till is here',
    });
    expect(await shop.shown()).toMatchObject({
      standing: 'aligned',
      overlays: [{ kind: 'waiver', lapsed: null }],
    });
    service.pass(90 * minute - 1);
    expect((await shop.shown()).standing).toBe('aligned');
    service.pass(1);
    expect(await shop.shown()).toMatchObject({ standing: 'blocked', overlays: [{ lapsed: 'time' }] });
  });

  it('is written into the trail when it ends, once, with the cause', async () => {
    await waive({ until: shop.later(90 * minute) });
    expect(await latest()).toMatchObject({ direction: 'better', causes: [{ kind: 'waiver-given' }] });
    service.pass(90 * minute);
    const sweep = () => keepHouse({ ctx: service.system, input: { business } });
    expect(await sweep()).toMatchObject({ lapsed: 1 });
    expect(await sweep()).toMatchObject({ lapsed: 0 });
    const entries = await trail();
    expect(entries.map(({ direction }) => direction)).toEqual(['worse', 'better', 'worse']);
    expect(entries[0]?.causes).toMatchObject([
      { kind: 'waiver-lapsed', words: 'the waiver of `Maria` ran out on 2026-01-05' },
    ]);
    // The clock is set back: what has lapsed does not come to life again.
    service.pass(-60 * minute);
    expect((await shop.shown()).standing).toBe('blocked');
    expect(await sweep()).toMatchObject({ lapsed: 0 });
    expect(await trail()).toHaveLength(3);
  });

  it('is refused where the promise forbids it', async () => {
    await shop.promise(promised({ waivers: 'forbidden' }));
    await expect(waive()).rejects.toMatchObject({ code: 'not-waivable' });
  });

  it('counts no more once the promise forbids it', async () => {
    await waive();
    await shop.promise(promised({ waivers: 'forbidden' }));
    expect((await shop.shown()).standing).toBe('blocked');
  });

  it('is refused to who changed the flow, where the promise asks for another', async () => {
    await shop.promise(promised({ waivers: 'by-another' }));
    const maria = service.as(business, 'read', 'write');
    await shop.put({ ...noWayOut('1'), name: 'Changed by Maria' }, '1', maria);
    await expect(waive({}, maria)).rejects.toMatchObject({ code: 'not-waivable' });
    await waive({}, { ...maria, actor: { ...maria.actor, id: 'key-2' } });
    expect((await shop.shown()).standing).toBe('aligned');
  });

  /** Two promises that ask the same of every flow. */
  const twice = (first: object, second: object): ProfileInput => {
    const { values = [], ...profile } = promised({});
    return {
      ...profile,
      values: values.map(({ commitments = [], ...value }) => ({
        ...value,
        commitments: commitments.flatMap((each) => [
          { ...each, id: 'one', ...first },
          { ...each, id: 'two', ...second },
        ]),
      })),
    };
  };

  it('is refused so as well where another promise behind the fault is named', async () => {
    await shop.promise(twice({ waivers: 'allowed' }, { waivers: 'by-another' }));
    const maria = service.as(business, 'read', 'write');
    await shop.put({ ...noWayOut('1'), name: 'Changed by Maria' }, '1', maria);
    for (const more of [{}, { commitment: 'one' }, { commitment: 'two' }])
      await expect(waive(more, maria)).rejects.toMatchObject({ code: 'not-waivable' });
    expect((await shop.shown()).standing).toBe('blocked');
  });

  it('is shown for the promises that let it be, and counts for no other', async () => {
    await shop.promise(twice({ waivers: 'allowed' }, { waivers: 'forbidden' }));
    await shop.put({ ...noWayOut('1'), name: 'judged under both' });
    await expect(waive({ commitment: 'two' })).rejects.toMatchObject({ code: 'not-waivable' });
    await waive({ commitment: 'one' });
    const { standing, findings, overlays } = await shop.shown();
    expect(standing).toBe('blocked');
    expect(findings).toMatchObject([{ accepted: [{ key: await shop.key(), commitments: ['one'] }] }]);
    expect(overlays).toMatchObject([{ comment: 'until the new till is here' }]);
    await shop.promise(twice({ waivers: 'allowed' }, { waivers: 'allowed' }));
    expect((await shop.shown()).findings).toMatchObject([{ accepted: [{ commitments: ['one', 'two'] }] }]);
  });

  it('is of the version that was looked at', async () => {
    const { closure } = await shop.shown();
    await shop.put({ ...noWayOut('1'), settings: { timezone: 'Asia/Tokyo' } });
    await expect(waive({ closure })).rejects.toMatchObject({ code: 'precondition-failed' });
    await waive({ closure: (await shop.shown()).closure });
    // Of a draft with the same fault it is the draft's.
    const draft = { ...noWayOut('1'), settings: { timezone: 'Europe/Oslo' } };
    const input = { business, ...flow, workflow: draft, state: 'draft' as const, wait: 1 };
    await putFlow({ ctx: service.system, input });
    await waive({ closure: (await shop.shown()).draft?.closure });
  });

  it('needs a reason, an end in the future, and a fault', async () => {
    for (const more of [
      { reason: '' },
      { until: shop.later(-1) },
      { until: shop.later(400 * day) },
      { keys: ['no-such-key'] },
      { keys: [] },
    ]) {
      await expect(waive(more)).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('does not hide another fault of the flow', async () => {
    await shop.promise(profileAt('block', 'require-bot-disclosure'));
    await shop.put({ ...noWayOut('1'), name: 'judged under both' });
    await waive();
    expect((await shop.shown()).standing).not.toBe('aligned');
  });
});

describe('a practice', () => {
  const practices = [{ id: 'voice', title: 'Have the voice reviewed', validForDays: 30 }];
  const vouch = (more: object = {}) =>
    attestPractice({ ctx: service.system, input: { business, practice: 'voice', by: 'Maria', ...more } });

  it('is asked for until somebody vouches, and again when that ends', async () => {
    await shop.promise(promised({ practices }));
    await shop.put(wayToAPerson('1'));
    const asks = async () => (await shop.shown()).cells[0]?.adjustments;
    expect(await asks()).toEqual(['Have the voice reviewed (practice)']);
    expect(await vouch()).toMatchObject({ until: shop.later(30 * day), flow: null, about: ['voice'] });
    expect(await asks()).toEqual([]);
    service.pass(30 * day);
    expect(await asks()).toEqual(['Have the voice reviewed (practice)']);
  });

  it('holds no longer than the profile says, and is one of the profile', async () => {
    await shop.promise(promised({ practices }));
    await expect(vouch({ until: shop.later(31 * day) })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(vouch({ practice: 'other' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the list', () => {
  it('has everything, newest first, with what holds, ends soon, has ended and was taken back', async () => {
    await shop.promise(promised({ practices: [{ id: 'voice', title: 'Voice', validForDays: 30 }] }));
    await shop.put(noWayOut('1'));
    await waive({ until: shop.later(2 * day) });
    const taken = await waive({ until: shop.later(200 * day) });
    await waive({ until: shop.later(200 * day) });
    await attestPractice({ ctx: service.system, input: { business, practice: 'voice', by: 'Tom' } });
    await signOffFlow({ ctx: service.system, input: { business, ...flow, by: 'Maria' } });
    await revokeOversight({ ctx: service.system, input: { business, oversight: taken.id } });
    await expect(
      revokeOversight({ ctx: service.system, input: { business, oversight: taken.id } }),
    ).rejects.toMatchObject({ code: 'not-found' });
    service.pass(20 * day);
    const list = async (more: object = {}) =>
      (await listOversight({ ctx: service.system, input: { business, ...more } })).items;
    expect((await list()).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'sign-off holds',
      'practice lapses-soon',
      'waiver holds',
      'waiver revoked',
      'waiver lapsed',
    ]);
    expect(await list({ kind: 'practice' })).toHaveLength(1);
    expect(await list({ revoked: 'false' })).toHaveLength(4);
    const own = await listFlowOversight({
      ctx: service.system,
      input: { business, ...flow, kind: 'waiver', limit: 2 },
    });
    expect(own.items.map(({ state }) => state)).toEqual(['holds', 'revoked']);
    expect(own.next).toBe(taken.id);
  });
});

describe('a sign-off', () => {
  it('is of the version that was looked at, once it is judged', async () => {
    await expect(
      signOffFlow({ ctx: service.system, input: { business, ...flow, by: 'Maria' } }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await putFlow({
      ctx: service.system,
      input: { business, ...flow, workflow: noWayOut('1'), state: 'published' },
    });
    const sign = (more: object = {}) =>
      signOffFlow({ ctx: service.system, input: { business, ...flow, by: 'Maria', ...more } });
    await expect(sign()).rejects.toMatchObject({ code: 'not-judged' });
    await shop.put(noWayOut('1'));
    await expect(sign({ fingerprint: 'another' })).rejects.toMatchObject({ code: 'precondition-failed' });
    const { fingerprint } = await shop.shown();
    expect(await sign({ fingerprint })).toMatchObject({ about: [fingerprint], state: 'holds' });
    // What runs is being judged, and a draft was judged before it: nothing is signed.
    const beside = { business, ...flow, workflow: wayToAPerson('1') };
    await putFlow({ ctx: service.system, input: { ...beside, state: 'draft', wait: 1 } });
    await putFlow({
      ctx: service.system,
      input: {
        ...beside,
        workflow: { ...noWayOut('1'), settings: { timezone: 'Asia/Tokyo' } },
        state: 'published',
      },
    });
    await expect(sign()).rejects.toMatchObject({ code: 'not-judged' });
    expect(await sign({ state: 'draft' })).toMatchObject({ kind: 'sign-off' });
    await shop.put(wayToAPerson('1'));
    const [, listed] = (await listOversight({ ctx: service.system, input: { business } })).items;
    expect(listed).toMatchObject({ state: 'lapsed', why: 'the flow was changed since' });
  });

  it('is of what was found, too', async () => {
    await shop.put(wayToAPerson('1'));
    const sign = (more: object) =>
      signOffFlow({ ctx: service.system, input: { business, ...flow, by: 'Maria', ...more } });
    const { closure, standing, profile } = await shop.shown();
    const lookedAt = { closure, standing, profile: profile?.hash };
    for (const other of [{ closure: 'another' }, { standing: 'blocked' }, { profile: 'another' }])
      await expect(sign({ ...lookedAt, ...other })).rejects.toMatchObject({ code: 'precondition-failed' });
    expect(await sign(lookedAt)).toMatchObject({ kind: 'sign-off' });
    await shop.promise(promised({ enforcement: 'warn' }));
    await expect(sign(lookedAt)).rejects.toMatchObject({ code: 'precondition-failed' });
  });

  it('is shown with the version it is of, and with the same one once it is published', async () => {
    const sign = (more: object) =>
      signOffFlow({ ctx: service.system, input: { business, ...flow, by: 'Maria', ...more } });
    await shop.put(noWayOut('1'));
    expect((await shop.shown()).signedOff).toBeNull();
    await sign({ by: 'Ruth' });
    const input = { business, ...flow, workflow: wayToAPerson('1'), state: 'draft' as const, wait: 1 };
    await putFlow({ ctx: service.system, input });
    await sign({ state: 'draft', comment: 'fine' });
    expect(await shop.shown()).toMatchObject({
      signedOff: { by: 'Ruth', standing: 'blocked' },
      draft: { signedOff: { by: 'Maria', comment: 'fine', standing: 'aligned' } },
    });
    await shop.put(wayToAPerson('1'));
    const { fingerprint, signedOff } = await shop.shown();
    expect(signedOff).toMatchObject({ by: 'Maria', fingerprint });
    // What was signed before runs again.
    await shop.put(noWayOut('1'));
    expect((await shop.shown()).signedOff).toMatchObject({ by: 'Ruth' });
  });
});
