import type { ProfileInput } from '@plumbline/core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Execution, execution, output } from './execution.ts';
import { ok } from './http.ts';
import { business } from './run-plumbline.ts';
import { openShop, type Shop } from './shop.ts';
import { node, noOp, plumblineNode, splitOut, webhook, workflow } from './workflow.ts';

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
        {
          id: 'quiet-nights',
          promise: 'We ring nobody at night',
          enforcement: 'approve',
          rules: [{ rule: 'quiet-hours', options: { from: '21:00', to: '08:00' } }],
        },
      ],
    },
  ],
};

/** A time zone in which it is this hour now, whenever the test runs. */
const zoneAt = (hour: number): string => {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  // POSIX counts them the other way round.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};

const [night, day] = [zoneAt(2), zoneAt(14)];
const kindOf = (at: number): 'opted-out' | 'asleep' | 'awake' =>
  at % 10 === 3 ? 'opted-out' : at % 10 === 6 ? 'asleep' : 'awake';
const recipients = Array.from({ length: 50 }, (_, at) => ({
  email: `reader-${at}@example.org`,
  name: `Reader ${at}`,
  timeZone: kindOf(at) === 'asleep' ? night : day,
  likes: { shelves: ['crime', at], since: null },
}));
type Recipient = (typeof recipients)[number];
const who = (kind: ReturnType<typeof kindOf>): readonly Recipient[] =>
  recipients.filter((_, at) => kindOf(at) === kind);

let shop: Shop;
let run: Execution;
beforeAll(async () => {
  shop = await openShop(inject('n8n'), inject('nodes'), profile);
  for (const { email } of who('opted-out')) {
    const note = { address: email, scope: 'marketing' };
    ok(await shop.plumbline.admin('POST', `/v1/businesses/${business}/suppressions`, note));
  }
  const ask = plumblineNode(shop.account, {
    operation: 'message',
    recipient: '={{ $json.email }}',
    text: '=Dear {{ $json.name }}, twelve new books have come in.',
    purpose: 'marketing',
    writtenBy: 'person',
    more: { timeZone: '={{ $json.timeZone }}' },
  });
  const assignment = { id: 'to', name: 'to', type: 'string', value: "={{ $('Each').item.json.email }}" };
  const send = node('Send', 'n8n-nodes-base.set', 3.4, {
    assignments: { assignments: [assignment] },
    includeOtherFields: true,
    options: {},
  });
  const nodes = [
    webhook('campaign', 'onReceived'),
    splitOut('recipients'),
    ask,
    send,
    noOp('A person'),
    noOp('Nobody'),
  ];
  const flow = workflow('Newsletter', nodes, {
    Webhook: [['Each']],
    Each: [['Plumbline']],
    Plumbline: [['Send'], ['A person'], ['Nobody']],
  });
  const id = await shop.publish(flow);
  ok(await shop.call('campaign', { recipients }));
  run = await execution(shop.n8n, id, 1, 'success', 'error');
});
afterAll(() => shop?.close());

const [go, askAPerson, stop] = [0, 1, 2];

it('runs to its end', () => {
  expect(run.data?.resultData.error).toBeUndefined();
  expect(run.status).toBe('success');
});

const left = (by: number): readonly unknown[] =>
  output(run, 'Plumbline', by).map(({ json: { plumbline: _, ...own } }) => own);

it('sends each on the way it is to take, in order and with its data intact', () => {
  expect(left(stop)).toEqual(who('opted-out'));
  expect(left(askAPerson)).toEqual(who('asleep'));
  expect(left(go)).toEqual(who('awake'));
});

it('says beside each why', () => {
  for (const { json } of output(run, 'Plumbline', go)) {
    expect(json['plumbline']).toMatchObject({ next: 'go', answer: 'allow' });
  }
  for (const { json } of output(run, 'Plumbline', stop)) {
    expect(json['plumbline']).toMatchObject({ next: 'stop', reasons: [{ commitment: 'no-means-no' }] });
  }
});

it('tells those who sleep until when to wait', () => {
  for (const { json } of output(run, 'Plumbline', askAPerson)) {
    expect(json['plumbline']).toMatchObject({
      next: 'ask-a-person',
      obligations: [{ kind: 'wait-until', timeZone: night, until: expect.any(String) }],
    });
  }
});

it('leaves each item paired with the one it came from', () => {
  expect(output(run, 'Send').map(({ json }) => json['to'])).toEqual(who('awake').map(({ email }) => email));
});

it('asks about all of them at once', () => {
  const asked = shop.plumbline.requests().filter(({ route }) => route.includes('/decisions'));
  expect(asked).toEqual([
    { method: 'POST', route: '/v1/businesses/{business}/decisions/batch', status: 200 },
  ]);
});
