import { beforeEach, describe, expect, it } from 'vitest';
import { attestAnswer, getMatrix, listOversight, type OversightView, revokeOversight } from '../src/index.ts';
import { business, type FlowShop, flow, minute, openFlowShop } from './flow-shop.ts';
import { handsOverElsewhere, type Service, wayToAPerson } from './start.ts';

let shop: FlowShop;
let service: Service;
beforeEach(async () => {
  shop = await openFlowShop();
  service = shop.service;
});
const trail = () => service.store.read(business, (view) => view.trail(flow, { limit: 50 }));
const latest = async () => (await trail())[0];

const attest = async (holds = true, more: object = {}): Promise<OversightView> =>
  attestAnswer({
    ctx: service.system,
    input: { business, ...flow, key: await shop.key(), holds, by: 'Maria', ...more },
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

const agentOf = (workflow: Workflow): string =>
  String(workflow.nodes.find((node) => String(node['type']).endsWith('.agent'))?.['name']);

describe('an answer to what the file cannot tell', () => {
  beforeEach(() => shop.put(elsewhere()));

  it('stands in for it, as said by a person, and changes no finding that is kept', async () => {
    expect(await shop.shown()).toMatchObject({ standing: 'needs-answers', cells: [{ label: 'unknown' }] });
    const entry = await attest();
    expect(entry).toMatchObject({ kind: 'attestation', by: 'Maria', holds: true, state: 'holds' });
    expect(entry.question).toMatch(/\?$/);
    expect(await shop.shown()).toMatchObject({
      standing: 'aligned',
      findings: [{ verdict: 'pass', evidence: 'attested' }],
      overlays: [{ id: entry.id, kind: 'attestation', lapsed: null }],
    });
    const matrix = await getMatrix({ ctx: service.system, input: { business } });
    expect(matrix.flows).toMatchObject([{ standing: 'aligned', overlays: [{ id: entry.id }] }]);
    await revokeOversight({ ctx: service.system, input: { business, oversight: entry.id } });
    expect(await shop.shown()).toMatchObject({ standing: 'needs-answers', overlays: [] });
  });

  it('is of the version that was looked at', async () => {
    const { closure } = await shop.shown();
    await shop.put(withStep(elsewhere()));
    await expect(attest(true, { closure })).rejects.toMatchObject({ code: 'precondition-failed' });
    await attest(true, { closure: (await shop.shown()).closure });
    expect(await shop.shown()).toMatchObject({ standing: 'aligned' });
  });

  it('does not go over what somebody has said in the meantime', async () => {
    const first = await attest(false, { answered: null });
    await expect(attest(true, { answered: null })).rejects.toMatchObject({ code: 'precondition-failed' });
    expect((await shop.shown()).standing).toBe('blocked');
    await attest(true, { answered: first.id });
    expect((await shop.shown()).standing).toBe('aligned');
  });

  it('is to the question that was put', async () => {
    const question = (await shop.shown()).findings[0]?.occurrences[0]?.question;
    expect(question).toMatch(/\?$/);
    await expect(attest(true, { question: 'Another?' })).rejects.toMatchObject({
      code: 'precondition-failed',
    });
    expect(await attest(true, { question })).toMatchObject({ question });
  });

  it('can be that the promise is not kept', async () => {
    await attest(false);
    expect(await shop.shown()).toMatchObject({
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
    await shop.put(withStep(elsewhere()));
    expect(await shop.shown()).toMatchObject({ standing: 'aligned', overlays: [{ lapsed: null }] });
    expect(await latest()).toMatchObject({ direction: 'same', harmless: true, causes: [{ kind: 'flow' }] });
  });

  it('lapses with an edit of what it speaks of, and is asked again', async () => {
    const { id } = await attest();
    await shop.put(changed(elsewhere(), trigger(), { public: true, extra: 'other' }));
    expect(await shop.shown()).toMatchObject({
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
    await shop.put(elsewhere());
    expect(await shop.shown()).toMatchObject({ standing: 'aligned' });
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
    await shop.put({ ...linked, connections });
    expect(await shop.shown()).toMatchObject({ overlays: [{ lapsed: 'changed' }] });
  });

  it('lapses when what its question names is changed, though that is no step it is about', async () => {
    await attest();
    await shop.put(
      changed(elsewhere(), 'Hand over to the shop', { workflowId: { value: 'another', mode: 'id' } }),
    );
    expect(await shop.shown()).toMatchObject({
      standing: 'needs-answers',
      overlays: [{ lapsed: 'changed' }],
    });
  });

  it('is not in use where nothing is asked any more, and counts again when it is', async () => {
    const { id } = await attest();
    await shop.put(wayToAPerson(flow.id));
    expect(await shop.shown()).toMatchObject({
      standing: 'aligned',
      overlays: [{ id, lapsed: 'not-asked' }],
    });
    const listed = async () => (await listOversight({ ctx: service.system, input: { business } })).items[0];
    expect(await listed()).toMatchObject({
      id,
      state: 'not-asked',
      why: expect.stringContaining('any more'),
    });
    expect((await latest())?.causes.map(({ kind }) => kind)).toEqual(['flow']);
    await shop.put(elsewhere());
    expect(await listed()).toMatchObject({ id, state: 'holds', why: null });
  });

  it('ends at its time, if it has one', async () => {
    await attest(true, { until: shop.later(10 * minute) });
    service.pass(10 * minute - 1);
    expect((await shop.shown()).standing).toBe('aligned');
    service.pass(1);
    expect(await shop.shown()).toMatchObject({ standing: 'needs-answers', overlays: [{ lapsed: 'time' }] });
  });

  it('is not taken where nothing is asked, nor for a time that is over', async () => {
    await expect(attest(true, { key: 'no-such-key' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(attest(true, { until: shop.later(-1) })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(attest(true, { commitment: 'other' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('counts by the latest where there are two', async () => {
    const key = await shop.key();
    await attest(true);
    await attest(false, { key });
    expect((await shop.shown()).standing).toBe('blocked');
  });
});
