import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, startApi } from './start-api.ts';

const path = '/v1/businesses/~/unanswered';
const request = (address: string) => ({
  caller: 'n8n/Newsletter',
  action: 'message.send',
  channel: 'email',
  audience: 'customer',
  recipient: { address },
  facts: { purpose: 'marketing' },
});
const went = (id: string, address: string) => ({
  id,
  at: '2026-01-05T08:00:00.000Z',
  why: 'Plumbline could not be reached',
  request: request(address),
});

let api: Api;
let key: string;
beforeAll(async () => {
  api = await startApi();
  const admin = await api.keyFor(null, 'admin');
  await api.ask('POST', '/v1/businesses', { key: admin, json: { id: 'shop', name: 'Shop' } });
  const commitment = {
    id: 'rarely',
    promise: 'Nobody hears from us more than once a month',
    enforcement: 'block',
    rules: [{ rule: 'contact-limit', options: { most: 1, days: 30 } }],
  };
  const values = [{ id: 'customer-intimacy', title: 'Customer intimacy', commitments: [commitment] }];
  const put = await api.ask('PUT', '/v1/businesses/shop/profile', {
    key: admin,
    json: { profile: 1, name: 'Shop', values },
  });
  expect(put.status).toBe(201);
  key = await api.keyFor('shop', 'decide', 'read');
});

const ask = async (address: string): Promise<unknown> =>
  (await api.ask('POST', '/v1/businesses/~/decisions', { key, json: request(address) })).json;

describe('what went without an answer', () => {
  it('is recorded once, however often it is told', async () => {
    const actions = [went('a', 'ann@example.org'), went('b', 'bob@example.org')];
    const first = await api.ask('POST', path, { key, json: { actions: [...actions, actions[0]] } });
    expect(first).toMatchObject({ status: 200, json: { recorded: 2 } });
    const again = await api.ask('POST', path, {
      key,
      json: { actions: [...actions, went('c', 'c@example.org')] },
    });
    expect(again.json).toEqual({ recorded: 1 });
  });

  it('stands in the log as no answer, and says what the answer would be', async () => {
    const { json } = await api.ask('GET', '/v1/businesses/~/decisions', { key });
    expect(json).toMatchObject({
      items: [
        {
          answer: 'error',
          message:
            'It went ahead without an answer at 2026-01-05T08:00:00.000Z (Plumbline could not be reached). Asked now, the answer would be `allow`.',
          contact: 'used',
        },
        {},
        {},
      ],
    });
    expect(JSON.stringify(json)).not.toContain('ann@example.org');
  });

  it('counts for the limits of its recipient', async () => {
    expect(await ask('ann@example.org')).toMatchObject({ answer: 'block' });
    expect(await ask('nobody-yet@example.org')).toMatchObject({ answer: 'allow' });
  });

  it('says which promise it broke', async () => {
    await api.ask('POST', path, { key, json: { actions: [went('d', 'ann@example.org')] } });
    const { json } = await api.ask('GET', '/v1/businesses/~/decisions', { key });
    expect((json as { items: unknown[] }).items.at(-1)).toMatchObject({
      answer: 'error',
      message: expect.stringContaining('would be `block`'),
      reasons: [{ rule: 'contact-limit' }],
    });
  });
});
