import type { ProfileInput } from '@plumbline/core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  attestAnswer,
  attestPractice,
  createBusiness,
  type FlowDetail,
  getFlow,
  getMatrix,
  keepHouse,
  listFlowOversight,
  listOversight,
  type OversightView,
  putFlow,
  putProfile,
  revokeOversight,
  signOffFlow,
  waiveFault,
} from '../src/index.ts';
import { handsOverElsewhere, noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

const business = 'shop';
const flow = { source: 'n8n', id: '1' };
const minute = 60_000;
const day = 24 * 60 * minute;

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
  await promise(profileAt('block'));
});

const promise = (profile: ProfileInput): Promise<unknown> =>
  putProfile({ ctx: service.system, input: { business, profile } });

/** The one promise of these tests, with what differs. */
const promised = (more: object): ProfileInput => {
  const profile = profileAt('block');
  return {
    ...profile,
    values: (profile.values ?? []).map((value) => ({
      ...value,
      commitments: (value.commitments ?? []).map((each) => ({ ...each, ...more })),
    })),
  };
};

const put = (workflow: Record<string, unknown>, ctx = service.system): Promise<unknown> =>
  putFlow({ ctx, input: { business, ...flow, workflow, state: 'published', wait: 1 } });
const shown = (): Promise<FlowDetail> => getFlow({ ctx: service.system, input: { business, ...flow } });
const keyOf = async (): Promise<string> => (await shown()).findings[0]?.occurrences[0]?.key ?? '';
const later = (milliseconds: number): string =>
  new Date(service.bare.clock().getTime() + milliseconds).toISOString();
const trail = () => service.store.read(business, (view) => view.trail(flow, { limit: 50 }));
const latest = async () => (await trail())[0];

const attest = async (holds = true, more: object = {}): Promise<OversightView> =>
  attestAnswer({
    ctx: service.system,
    input: { business, ...flow, key: await keyOf(), holds, by: 'Maria', ...more },
  });
const waive = async (more: object = {}, ctx = service.system): Promise<OversightView> =>
  waiveFault({
    ctx,
    input: {
      business,
      ...flow,
      keys: [await keyOf()],
      by: 'Maria',
      reason: 'until the new till is here',
      until: later(30 * day),
      ...more,
    },
  });

type Workflow = ReturnType<typeof handsOverElsewhere>;
type Connections = Record<string, Record<string, unknown>>;

/** The same flow with a step that nothing of it touches. */
const withStep = (workflow: Workflow): Workflow => ({
  ...workflow,
  nodes: [
    ...workflow.nodes,
    {
      id: 'far',
      name: 'Every night',
      type: 'n8n-nodes-base.scheduleTrigger',
      typeVersion: 1.2,
      position: [0, 900],
      parameters: { rule: { interval: [{ field: 'days' }] } },
    },
  ],
});

/** The same flow with one setting of this step changed. */
const changed = (workflow: Workflow, name: string, parameters: object): Workflow => ({
  ...workflow,
  nodes: workflow.nodes.map((node) =>
    node['name'] === name
      ? { ...node, parameters: { ...(node['parameters'] as object), ...parameters } }
      : node,
  ),
});

const elsewhere = (): Workflow => handsOverElsewhere('1');
const trigger = (): string =>
  String(elsewhere().nodes.find((node) => /[tT]rigger/.test(String(node['type'])))?.['name']);

describe('an answer to what the file cannot tell', () => {
  beforeEach(() => put(elsewhere()));

  it('stands in for it, as said by a person, and changes no finding that is kept', async () => {
    expect(await shown()).toMatchObject({ standing: 'needs-answers', cells: [{ label: 'unknown' }] });
    const entry = await attest();
    expect(entry).toMatchObject({ kind: 'attestation', by: 'Maria', holds: true, state: 'holds' });
    expect(entry.question).toMatch(/\?$/);
    expect(await shown()).toMatchObject({
      standing: 'aligned',
      findings: [{ verdict: 'pass', evidence: 'attested' }],
      overlays: [{ id: entry.id, kind: 'attestation', lapsed: null }],
    });
    const matrix = await getMatrix({ ctx: service.system, input: { business } });
    expect(matrix.flows).toMatchObject([{ standing: 'aligned', overlays: [{ id: entry.id }] }]);
    await revokeOversight({ ctx: service.system, input: { business, oversight: entry.id } });
    expect(await shown()).toMatchObject({ standing: 'needs-answers', overlays: [] });
  });

  it('can be that the promise is not kept', async () => {
    await attest(false);
    expect(await shown()).toMatchObject({
      standing: 'blocked',
      findings: [{ verdict: 'fail', evidence: 'attested' }],
    });
    expect(await latest()).toMatchObject({
      direction: 'worse',
      causes: [{ kind: 'attestation-given', words: '`Maria` answered a question' }],
    });
  });

  it('stays through an edit elsewhere', async () => {
    await attest();
    await put(withStep(elsewhere()));
    expect(await shown()).toMatchObject({ standing: 'aligned', overlays: [{ lapsed: null }] });
    expect(await latest()).toMatchObject({ direction: 'same', harmless: true, causes: [{ kind: 'flow' }] });
  });

  it('lapses with an edit of what it speaks of, and is asked again', async () => {
    const { id } = await attest();
    await put(changed(elsewhere(), trigger(), { public: true, extra: 'other' }));
    expect(await shown()).toMatchObject({
      standing: 'needs-answers',
      overlays: [{ id, lapsed: 'changed' }],
    });
    const row = await latest();
    expect(row).toMatchObject({ direction: 'worse', harmless: false });
    expect(row?.causes.map(({ kind }) => kind)).toEqual(['flow', 'attestation-lapsed']);
    expect(row?.causes[1]?.words).toBe(
      'what `Maria` had vouched for was changed, so it has to be answered again',
    );
    const [listed] = (await listOversight({ ctx: service.system, input: { business } })).items;
    expect(listed).toMatchObject({ id, state: 'lapsed', why: expect.stringContaining('answered again') });
    // Undone, it is the part that was spoken of again.
    await put(elsewhere());
    expect(await shown()).toMatchObject({ standing: 'aligned' });
  });

  it('lapses when one of the steps it speaks of is linked to something new', async () => {
    await attest();
    const linked = withStep(elsewhere());
    const connections = structuredClone(linked['connections']) as Connections;
    connections['Every night'] = {
      main: [
        [
          {
            node: Object.keys(connections).includes(trigger()) ? agentOf(linked) : '',
            type: 'main',
            index: 0,
          },
        ],
      ],
    };
    await put({ ...linked, connections });
    expect(await shown()).toMatchObject({ overlays: [{ lapsed: 'changed' }] });
  });

  it('lapses when what its question names is changed, though that is no step it is about', async () => {
    await attest();
    await put(
      changed(elsewhere(), 'Hand over to the shop', { workflowId: { value: 'another', mode: 'id' } }),
    );
    expect(await shown()).toMatchObject({ standing: 'needs-answers', overlays: [{ lapsed: 'changed' }] });
  });

  it('ends at its time, if it has one', async () => {
    await attest(true, { until: later(10 * minute) });
    service.pass(10 * minute - 1);
    expect((await shown()).standing).toBe('aligned');
    service.pass(1);
    expect(await shown()).toMatchObject({ standing: 'needs-answers', overlays: [{ lapsed: 'time' }] });
  });

  it('is not taken where nothing is asked, nor for a time that is over', async () => {
    await expect(attest(true, { key: 'no-such-key' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(attest(true, { until: later(-1) })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(attest(true, { commitment: 'other' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('counts by the latest where there are two', async () => {
    const key = await keyOf();
    await attest(true);
    await attest(false, { key });
    expect((await shown()).standing).toBe('blocked');
  });
});

const agentOf = (workflow: Workflow): string =>
  String(workflow.nodes.find((node) => String(node['type']).endsWith('.agent'))?.['name']);

describe('a waiver', () => {
  beforeEach(() => put(noWayOut('1')));

  it('takes a fault out of the standing until the minute it ends', async () => {
    const entry = await waive({ until: later(90 * minute) });
    expect(entry).toMatchObject({
      kind: 'waiver',
      state: 'lapses-soon',
      comment: 'until the new till is here',
    });
    expect(await shown()).toMatchObject({
      standing: 'aligned',
      overlays: [{ kind: 'waiver', lapsed: null }],
    });
    service.pass(90 * minute - 1);
    expect((await shown()).standing).toBe('aligned');
    service.pass(1);
    expect(await shown()).toMatchObject({ standing: 'blocked', overlays: [{ lapsed: 'time' }] });
  });

  it('is written into the trail when it ends, once, with the cause', async () => {
    await waive({ until: later(90 * minute) });
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
    expect((await shown()).standing).toBe('blocked');
    expect(await sweep()).toMatchObject({ lapsed: 0 });
    expect(await trail()).toHaveLength(3);
  });

  it('is refused where the promise forbids it', async () => {
    await promise(promised({ waivers: 'forbidden' }));
    await expect(waive()).rejects.toMatchObject({ code: 'not-waivable' });
  });

  it('counts no more once the promise forbids it', async () => {
    await waive();
    await promise(promised({ waivers: 'forbidden' }));
    expect((await shown()).standing).toBe('blocked');
  });

  it('is refused to who changed the flow, where the promise asks for another', async () => {
    await promise(promised({ waivers: 'by-another' }));
    const maria = service.as(business, 'read', 'write');
    await put({ ...noWayOut('1'), name: 'Changed by Maria' }, maria);
    await expect(waive({}, maria)).rejects.toMatchObject({ code: 'not-waivable' });
    await waive({}, { ...maria, actor: { ...maria.actor, id: 'key-2' } });
    expect((await shown()).standing).toBe('aligned');
  });

  it('needs a reason, an end in the future, and a fault', async () => {
    for (const more of [
      { reason: '' },
      { until: later(-1) },
      { until: later(400 * day) },
      { keys: ['no-such-key'] },
      { keys: [] },
    ]) {
      await expect(waive(more)).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('does not hide another fault of the flow', async () => {
    await promise(profileAt('block', 'require-bot-disclosure'));
    await put({ ...noWayOut('1'), name: 'judged under both' });
    await waive();
    expect((await shown()).standing).not.toBe('aligned');
  });
});

describe('a practice', () => {
  const practices = [{ id: 'voice', title: 'Have the voice reviewed', validForDays: 30 }];
  const vouch = (more: object = {}) =>
    attestPractice({ ctx: service.system, input: { business, practice: 'voice', by: 'Maria', ...more } });

  it('is asked for until somebody vouches, and again when that ends', async () => {
    await promise(promised({ practices }));
    await put(wayToAPerson('1'));
    const asks = async () => (await shown()).cells[0]?.adjustments;
    expect(await asks()).toEqual(['Have the voice reviewed (practice)']);
    expect(await vouch()).toMatchObject({ until: later(30 * day), flow: null, about: ['voice'] });
    expect(await asks()).toEqual([]);
    service.pass(30 * day);
    expect(await asks()).toEqual(['Have the voice reviewed (practice)']);
  });

  it('holds no longer than the profile says, and is one of the profile', async () => {
    await promise(promised({ practices }));
    await expect(vouch({ until: later(31 * day) })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(vouch({ practice: 'other' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the list', () => {
  it('has everything, newest first, with what holds, ends soon, has ended and was taken back', async () => {
    await promise(promised({ practices: [{ id: 'voice', title: 'Voice', validForDays: 30 }] }));
    await put(noWayOut('1'));
    await waive({ until: later(2 * day) });
    const taken = await waive({ until: later(200 * day) });
    await waive({ until: later(200 * day) });
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
    await put(noWayOut('1'));
    await expect(sign({ fingerprint: 'another' })).rejects.toMatchObject({ code: 'precondition-failed' });
    const { fingerprint } = await shown();
    expect(await sign({ fingerprint })).toMatchObject({ about: [fingerprint], state: 'holds' });
    await put(wayToAPerson('1'));
    const [listed] = (await listOversight({ ctx: service.system, input: { business } })).items;
    expect(listed).toMatchObject({ state: 'lapsed', why: 'the flow was changed since' });
  });
});
