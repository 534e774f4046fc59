import type { ProfileInput } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Execution, execution, output } from './execution.ts';
import { ok } from './http.ts';
import { business } from './run-plumbline.ts';
import { openShop, type Shop } from './shop.ts';
import { bothVersions } from './versions.ts';
import { noOp, plumblineNode, type Workflow, webhook, workflow } from './workflow.ts';

const profile: ProfileInput = {
  profile: 1,
  name: 'The Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'no-means-no',
          promise: 'We write to nobody who asked us not to',
          enforcement: 'block',
          rules: [{ rule: 'respect-opt-out' }],
        },
      ],
    },
  ],
};

/** The word in the node, and the node that stands behind the output it means. */
const modes = [
  ['ask', 'A person'],
  ['stop', 'Nobody'],
  ['go', 'Send'],
] as const;
type Mode = (typeof modes)[number][0];

const flow = (shop: Shop, mode: Mode): Workflow => {
  const ask = plumblineNode(shop.account, {
    operation: 'other',
    otherAction: '={{ $json.body.action }}',
    recipient: 'ann@example.org',
    purpose: 'service',
    writtenBy: 'person',
    withoutAnswer: mode,
  });
  const nodes = [webhook(`news-${mode}`, 'onReceived'), ask, noOp('Send'), noOp('A person'), noOp('Nobody')];
  return workflow(`News, else ${mode}`, nodes, {
    Webhook: [['Plumbline']],
    Plumbline: [['Send'], ['A person'], ['Nobody']],
  });
};

interface Kept {
  readonly answer: string;
  readonly message: string;
  readonly request: { readonly caller: string; readonly action: string };
}

const sending = { action: 'message.send' };
/** Nothing that was promised speaks of it. */
const unspoken = { action: 'record.delete' };

describe.each(bothVersions())('without an answer on %s', (_, installed) => {
  let shop: Shop;
  const flows = new Map<Mode, string>();
  const runs = new Map<Mode, number>();
  beforeAll(async () => {
    shop = await openShop(installed, inject('nodes'), profile);
    for (const [mode] of modes) flows.set(mode, await shop.publish(flow(shop, mode)));
  });
  afterAll(() => shop?.close());

  const run = async (mode: Mode, body: object): Promise<Execution> => {
    ok(await shop.call(`news-${mode}`, body));
    const count = (runs.get(mode) ?? 0) + 1;
    runs.set(mode, count);
    return execution(shop.n8n, flows.get(mode) ?? '', count, 'success', 'error');
  };
  const reached = (of: Execution): readonly string[] =>
    ['Send', 'A person', 'Nobody'].filter((name) => output(of, name).length > 0);
  const field = (of: Execution, name: string): unknown => output(of, name)[0]?.json['plumbline'];
  const kept = async (): Promise<readonly Kept[]> => {
    const page = ok(await shop.plumbline.admin('GET', `/v1/businesses/${business}/decisions?limit=200`));
    return (page as { readonly items: readonly Kept[] }).items;
  };

  it.each(modes)('goes while Plumbline answers: %s', async (mode) => {
    const done = await run(mode, sending);
    expect(reached(done)).toEqual(['Send']);
    expect(field(done, 'Send')).toMatchObject({ next: 'go', answer: 'allow' });
  });

  it.each(modes)('does as it says where no promise speaks of it: %s', async (mode, target) => {
    const done = await run(mode, unspoken);
    expect(reached(done)).toEqual([target]);
    expect(field(done, target)).toMatchObject({ answer: 'no-policy' });
  });

  it.each(modes)('does as it says once Plumbline is killed: %s', async (mode, target) => {
    await shop.plumbline.kill();
    const done = await run(mode, sending);
    expect(done.status).toBe('success');
    expect(reached(done)).toEqual([target]);
    expect(field(done, target)).toMatchObject({
      answer: 'none',
      message: expect.stringMatching(/could not be reached/),
    });
  });

  it('tells of what went without an answer as soon as Plumbline is back', async () => {
    await shop.plumbline.start();
    const before = (await kept()).filter(({ answer }) => answer === 'error').length;
    expect(reached(await run('go', sending))).toEqual(['Send']);
    const told = (await kept()).filter(({ answer }) => answer === 'error').slice(before);
    expect(told.map(({ request }) => `${request.caller}: ${request.action}`)).toContain(
      'n8n/News, else go: message.send',
    );
    expect(shop.plumbline.requests().map(({ route, status }) => `${route} ${status}`)).toContain(
      '/v1/businesses/{business}/unanswered 200',
    );
    // And once only.
    const all = (await kept()).length;
    await run('go', sending);
    expect(await kept()).toHaveLength(all + 1);
  });
});
