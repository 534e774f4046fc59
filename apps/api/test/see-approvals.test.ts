import { beforeAll, describe, expect, it } from 'vitest';
import { openShop, question, type Shop } from './shop.ts';
import { type Api, startApi } from './start-api.ts';

const see = '/v1/businesses/~/approvals/see';

let api: Api;
let shop: Shop;
let asker: string;
let approval: string;

interface Decided {
  readonly approval: { readonly id: string } | null;
}

beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, 'shop', 'Corner');
  asker = await api.keyFor('shop', 'decide');
  const { json } = await api.ask('POST', '/v1/businesses/~/decisions', {
    key: asker,
    json: question('waits-too@example.org', { ...machine, approval: { minutes: 60, resume } }),
  });
  approval = (json as Decided).approval?.id ?? '';
});

/** What this shop's profile leaves to a person. */
const machine = { facts: { aiGenerated: true, purpose: 'marketing' } };
const resume = { url: 'https://n8n.example.org/webhook-waiting/17/node?signature=abc' };

describe('a place to call back', () => {
  it('is found by its address where no connection is named', async () => {
    expect(approval).toMatch(/^apr_/);
    const { json } = await api.ask('POST', '/v1/businesses/~/decisions', {
      key: asker,
      json: question('x@example.org', { approval: { resume: { url: 'https://elsewhere.example/x' } } }),
    });
    expect(json).toMatchObject({ code: 'invalid-resume', detail: /covers|No connection/ });
  });
});

describe('how approvals stand', () => {
  it('is told to the key that asked, and to one that may read', async () => {
    const ids = [approval, shop.approval, 'apr_unknown', approval];
    const own = await api.ask('POST', see, { key: asker, json: { ids } });
    expect(own.json).toMatchObject({ approvals: [{ id: approval, state: 'open', edited: null }] });
    expect((own.json as { approvals: unknown[] }).approvals).toHaveLength(1);
    const reader = await api.ask('POST', see, { key: await api.keyFor('shop', 'read'), json: { ids } });
    expect((reader.json as { approvals: unknown[] }).approvals).toHaveLength(2);
    const other = await api.ask('POST', see, { key: await api.keyFor('shop', 'decide'), json: { ids } });
    expect(other.json).toEqual({ approvals: [] });
    const neither = await api.ask('POST', see, { key: await api.keyFor('shop', 'gate'), json: { ids } });
    expect(neither.status).toBe(403);
  });

  it('holds the edited text once it is answered', async () => {
    await api.ask('POST', `/v1/businesses/~/approvals/${approval}/answer`, {
      key: shop.key,
      json: { answer: 'edit', by: 'Maria', content: { text: 'Better so.' } },
    });
    const { json } = await api.ask('POST', see, { key: asker, json: { ids: [approval] } });
    expect(json).toMatchObject({
      approvals: [{ state: 'edited', answeredBy: 'Maria', edited: { text: 'Better so.' } }],
    });
  });
});
