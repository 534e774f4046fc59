import type { ProfileInput } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Approval, answerApproval, mayCallBack, openApprovals } from './approvals.ts';
import { type Execution, execution, output } from './execution.ts';
import { ok, send } from './http.ts';
import { openShop, type Shop } from './shop.ts';
import { bothVersions } from './versions.ts';
import { until } from './wait.ts';
import { node, noOp, plumblineNode, type Workflow, webhook, workflow } from './workflow.ts';

const profile: ProfileInput = {
  profile: 1,
  name: 'The Corner Bookshop',
  people: [{ name: 'Maria', reach: ['#help'] }],
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'reach-a-person',
          promise: 'A customer can always reach one of us',
          enforcement: 'approve',
          rules: [{ rule: 'distress-or-plea' }],
        },
      ],
    },
  ],
};

const plea = { message: 'Let me talk to a human', visitor: { id: 7, tags: ['new'] } };
const drafted = 'Our books are sorted by shelf.';

/** A chat whose answer is checked before it goes out; each under an address of its own, and waiting if so wished. */
const chat = (shop: Shop, path: string, wait: object): Workflow => {
  const set = (name: string, value: string) => ({ id: name, name, type: 'string', value });
  const model = node('Answer', 'n8n-nodes-base.set', 3.4, {
    assignments: {
      assignments: [
        set('answer', drafted),
        set('said', '={{ $json.body.message }}'),
        set('resumeUrl', '={{ $execution.resumeUrl }}'),
      ],
    },
    includeOtherFields: true,
    options: {},
  });
  const ask = plumblineNode(shop.account, {
    operation: 'message',
    messageAction: 'message.reply',
    channel: 'chat',
    recipient: '={{ $json.body.visitor.id }}',
    text: '={{ $json.answer }}',
    writtenBy: 'model',
    more: { said: '={{ $json.said }}' },
    ...wait,
  });
  const nodes = [webhook(path, 'onReceived'), model, ask, noOp('Send'), noOp('A person'), noOp('Nobody')];
  return workflow(path, nodes, {
    Webhook: [['Answer']],
    Answer: [['Plumbline']],
    Plumbline: [['Send'], ['A person'], ['Nobody']],
  });
};

const waits = { wait: true, who: 'Maria', waitMinutes: 60 };

/** Which of the three nodes behind the outputs got the item. */
const reached = (run: Execution): readonly string[] =>
  ['Send', 'A person', 'Nobody'].filter((name) => output(run, name).length > 0);

describe.each(bothVersions())('a chat on %s', (_, installed) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(installed, inject('nodes'), profile);
    await mayCallBack(shop);
  });
  afterAll(() => shop?.close());

  /** Starts a chat that waits; gives the workflow and the approval it waits for. */
  const waiting = async (path: string, wait: object = waits): Promise<readonly [string, Approval]> => {
    const before = new Set((await openApprovals(shop.plumbline)).map(({ id }) => id));
    const id = await shop.publish(chat(shop, path, wait));
    ok(await shop.call(path, plea));
    await execution(shop.n8n, id, 1, 'waiting', 'error');
    const fresh = (await openApprovals(shop.plumbline)).filter((each) => !before.has(each.id));
    const [approval] = fresh;
    if (approval === undefined || fresh.length > 1) throw new Error(`${fresh.length} approvals were opened`);
    return [id, approval];
  };

  it('gives a plea for a human to a person', async () => {
    const id = await shop.publish(chat(shop, 'plain', {}));
    ok(await shop.call('plain', plea));
    const run = await execution(shop.n8n, id, 1, 'success', 'error');
    expect(reached(run)).toEqual(['A person']);
    expect(output(run, 'A person')).toMatchObject([
      { json: { body: plea, plumbline: { next: 'ask-a-person', answer: 'needs-human' } } },
    ]);
    expect(await openApprovals(shop.plumbline)).toEqual([]);
  });

  let silent: readonly [string, Approval];
  let edited: readonly [string, Approval];

  it('waits, and still does when n8n was started anew', async () => {
    silent = await waiting('silent', { ...waits, waitMinutes: 1 });
    edited = await waiting('edited');
    await shop.n8n.restart();
    expect((await execution(shop.n8n, edited[0], 1, 'waiting')).status).toBe('waiting');
  });

  it('goes on with the text that a person has put instead', async () => {
    const [id, approval] = edited;
    const content = { text: 'Maria here. How can I help you?' };
    await answerApproval(shop.plumbline, approval.id, { answer: 'edit', by: 'Maria', content });
    const run = await execution(shop.n8n, id, 1, 'success', 'error');
    expect(run.data?.resultData.error).toBeUndefined();
    expect(reached(run)).toEqual(['Send']);
    const [item] = output(run, 'Send');
    expect(item?.json).toMatchObject({
      body: plea,
      answer: drafted,
      plumbline: { next: 'go', content, approval: { id: approval.id, state: 'edited', by: 'Maria' } },
    });
  });

  it('stops what a person has rejected', async () => {
    const [id, approval] = await waiting('rejected');
    await answerApproval(shop.plumbline, approval.id, { answer: 'reject', by: 'Maria', comment: 'No.' });
    const run = await execution(shop.n8n, id, 1, 'success', 'error');
    expect(reached(run)).toEqual(['Nobody']);
    expect(output(run, 'Nobody')).toMatchObject([
      { json: { plumbline: { next: 'stop', approval: { state: 'rejected', comment: 'No.' } } } },
    ]);
  });

  it('goes on waiting whoever calls its address with whatever', async () => {
    const [id, approval] = await waiting('tampered');
    const before = await execution(shop.n8n, id, 1, 'waiting');
    const address = new URL(String(output(before, 'Answer')[0]?.json['resumeUrl']));
    address.pathname += `/${plumblineNode(shop.account, {}).id}`;
    const decided = { approval: approval.id, id: approval.id, state: 'approved', answer: 'approve' };
    const tampered = new URL(address);
    for (const [name, value] of Object.entries(decided)) tampered.searchParams.set(name, value);
    const unsigned = new URL(address);
    unsigned.search = '?signature=0000';
    expect(await send(address.href, 'POST', {}, decided)).toMatchObject({
      status: 200,
      json: { waiting: 1 },
    });
    for (const url of [address, tampered, unsigned]) {
      await send(url.href, 'POST', {}, decided);
      await send(url.href, 'GET', {});
    }
    expect((await openApprovals(shop.plumbline)).map((each) => each.id)).toContain(approval.id);
    const still = await execution(shop.n8n, id, 1, 'waiting', 'success', 'error');
    expect(still.status).toBe('waiting');
    expect(reached(still)).toEqual([]);
    await answerApproval(shop.plumbline, approval.id, { answer: 'approve', by: 'Maria' });
    expect(reached(await execution(shop.n8n, id, 1, 'success', 'error'))).toEqual(['Send']);
  });

  it('stops what nobody has answered in time', async () => {
    const [id] = silent;
    const run = await until(
      'that silence ends it',
      () => execution(shop.n8n, id, 1, 'waiting', 'success', 'error'),
      ({ status }) => status !== 'waiting',
    );
    expect(reached(run)).toEqual(['Nobody']);
    expect(output(run, 'Nobody')).toMatchObject([
      { json: { plumbline: { next: 'stop', approval: { state: 'expired' } } } },
    ]);
  });
});
