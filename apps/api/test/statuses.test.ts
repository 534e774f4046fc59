import type { ProblemCode } from '@plumbline/service';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyLimit } from '../src/request/body.ts';
import type { Route } from '../src/route.ts';
import { routes } from '../src/routes/table.ts';
import { operations, wrongWith } from './description.ts';
import { bodyFor, paramsOf, pathOf } from './requests.ts';
import { chatbot, handover, openShop, profile, question, type Shop, subscription } from './shop.ts';
import { type Api, type Ask, type Reply, startApi } from './start-api.ts';

interface Setting {
  readonly api: Api;
  readonly shop: Shop;
  readonly admin: string;
}

/** How one answer of one route is brought about. What is left out is taken from a request that succeeds. */
interface Case {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly ask?: Ask;
  readonly before?: (setting: Setting) => Promise<unknown>;
  /** Other than in the world that `start` makes. */
  readonly setting?: () => Promise<Setting>;
}
type Cases = Readonly<Record<string, (setting: Setting) => Case>>;

const start = async (): Promise<Setting> => {
  const api = await startApi();
  return { api, shop: await openShop(api, 'shop', 'Corner'), admin: await api.keyFor(null, 'admin') };
};
const closedStore = async (): Promise<Setting> => {
  const setting = await start();
  await setting.api.store.close();
  return setting;
};
const brokenHash = async (): Promise<Setting> => {
  const setting = await start();
  const fail = (): string => {
    throw new Error('the hash function broke on a private word');
  };
  return { ...setting, api: { ...(await startApi({ store: setting.api.store, hash: fail })) } };
};

/** Problems that come about the same way on every route. */
const everywhere: Partial<Record<ProblemCode, (setting: Setting, route: Route) => Case>> = {
  'invalid-json': () => ({ ask: { text: '{"a": ,}' } }),
  'invalid-input': () => ({ query: '?misspelt=1' }),
  unauthenticated: () => ({ ask: { key: undefined } }),
  'not-found': ({ shop }) => ({ params: { ...paramsOf(shop), business: 'nowhere', key: 'nothing' } }),
  'too-large': () => ({ ask: { text: ' '.repeat(bodyLimit + 1) } }),
  'unsupported-media': () => ({ ask: { headers: { 'content-type': 'text/plain' } } }),
  internal: () => ({ setting: brokenHash }),
  unavailable: () => ({ setting: closedStore }),
};

const elsewhere = ({ connection }: Shop) => ({
  approval: { resume: { connection, url: 'https://elsewhere.example/' } },
});

/** A key without the scope that n8n itself is given, and workflows that cannot be taken. */
const ofGate = (rest: object, name = 'workflow'): Cases => ({
  forbidden: ({ api }) => ({ before: async () => ({ secret: await api.keyFor('shop', 'read') }) }),
  'no-workflow': () => ({ ask: { json: { ...rest, [name]: { nodes: 'none' } } } }),
  'id-mismatch': () => ({ ask: { json: { ...rest, [name]: chatbot('another') } } }),
  'unknown-source': ({ shop }) => ({ params: { ...paramsOf(shop), source: 'zapier' } }),
});

/** Everything else, by route and by status or problem. */
const particular: Readonly<Record<string, Cases>> = {
  listBusinesses: { 200: () => ({}) },
  createBusiness: {
    201: () => ({}),
    conflict: () => ({ ask: { json: { id: 'shop', name: 'Shop' } } }),
  },
  getBusiness: { 200: () => ({}) },
  deleteBusiness: { 204: () => ({}) },
  createKey: { 201: () => ({}) },
  listKeys: { 200: () => ({}) },
  revokeKey: { 204: () => ({}) },
  createAdminKey: { 201: () => ({}) },
  listAdminKeys: { 200: () => ({}) },
  getMe: { 200: () => ({}) },
  revokeAdminKey: {
    204: ({ api, admin }) => ({
      before: async () => {
        const { items } = (await api.ask('GET', '/v1/keys', { key: admin })).json as {
          items: { id: string }[];
        };
        return { key: items[0]?.id };
      },
    }),
  },
  putProfile: {
    200: () => ({}),
    201: ({ api, admin }) => ({
      before: () => api.ask('POST', '/v1/businesses', { key: admin, json: { id: 'new', name: 'New' } }),
      params: { business: 'new' },
    }),
    'precondition-failed': () => ({ ask: { headers: { 'if-match': '"v7-0000000000000000"' } } }),
    'invalid-profile': () => ({ ask: { json: { ...profile('x'), values: [{ id: 'Not an id' }] } } }),
  },
  getProfile: {
    200: () => ({}),
    304: ({ shop }) => ({ ask: { headers: { 'if-none-match': `W/"other", ${shop.etag}` } } }),
  },
  listFlows: { 200: () => ({}) },
  putFlow: {
    200: () => ({}),
    201: () => ({
      params: { business: 'shop', source: 'n8n-second', id: 'new' },
      ask: { json: { workflow: chatbot('new'), state: 'draft' } },
    }),
    'no-workflow': () => ({ ask: { json: { workflow: { nodes: 'none' }, state: 'published' } } }),
    'id-mismatch': () => ({ ask: { json: { workflow: chatbot('another'), state: 'published' } } }),
    'unknown-source': ({ shop }) => ({ params: { ...paramsOf(shop), source: 'zapier' } }),
  },
  getFlow: { 200: () => ({}) },
  deleteFlow: { 204: () => ({}) },
  retryFlow: { 202: () => ({}) },
  gateFlow: { 200: () => ({}), ...ofGate({}) },
  reportFlow: { 204: () => ({}), ...ofGate({ live: null }, 'draft') },
  getMatrix: { 200: () => ({}) },
  getProgress: { 200: () => ({}) },
  listChecks: { 200: () => ({}) },
  checkWorkflow: {
    200: () => ({}),
    'no-workflow': () => ({ ask: { json: { workflow: [] } } }),
    'invalid-profile': () => ({ ask: { json: { workflow: chatbot('f'), profile: {} } } }),
  },
  previewProfile: {
    200: () => ({}),
    'invalid-profile': () => ({ ask: { json: { profile: 1 } } }),
  },
  askDecision: {
    200: () => ({}),
    'idempotency-conflict': ({ api, admin }) => ({
      before: () =>
        api.ask('POST', '/v1/businesses/shop/decisions', {
          key: admin,
          headers: { 'idempotency-key': 'one' },
          json: question('another@example.org'),
        }),
      ask: { headers: { 'idempotency-key': 'one' } },
    }),
    'invalid-resume': ({ shop }) => ({ ask: { json: question('ann@example.org', elsewhere(shop)) } }),
  },
  askDecisions: {
    200: () => ({}),
    'idempotency-conflict': () => ({
      ask: {
        json: {
          requests: ['ann', 'bob'].map((name) => ({
            ...question(`${name}@example.org`),
            idempotencyKey: 'one',
          })),
        },
      },
    }),
    'invalid-resume': ({ shop }) => ({
      ask: { json: { requests: [question('ann@example.org', elsewhere(shop))] } },
    }),
  },
  listDecisions: { 200: () => ({}) },
  exportDecisions: { 200: () => ({}) },
  getDecision: { 200: () => ({}) },
  replayDecision: {
    200: () => ({}),
    'content-expired': ({ api, admin }) => ({
      before: () =>
        api.ask('POST', '/v1/businesses/shop/erase', {
          key: admin,
          json: { address: 'waits@example.org' },
        }),
    }),
  },
  releaseContact: { 204: () => ({}) },
  listApprovals: { 200: () => ({}) },
  seeApprovals: { 200: () => ({}) },
  recordUnanswered: { 200: () => ({}) },
  getApproval: { 200: () => ({}) },
  answerApproval: {
    200: () => ({}),
    'already-answered': ({ api, admin, shop }) => ({
      before: () =>
        api.ask('POST', `/v1/businesses/shop/approvals/${shop.approval}/answer`, {
          key: admin,
          json: { answer: 'reject', by: 'Maria' },
        }),
    }),
  },
  openHandover: {
    201: () => ({}),
    'idempotency-conflict': () => ({ ask: { json: { ...handover, idempotencyKey: 'first' } } }),
  },
  listHandovers: { 200: () => ({}) },
  getHandover: { 200: () => ({}) },
  closeHandover: {
    200: () => ({}),
    'already-closed': ({ api, admin, shop }) => ({
      before: () =>
        api.ask('POST', `/v1/businesses/shop/handovers/${shop.handover}/close`, { key: admin, json: {} }),
    }),
  },
  listSuppressions: { 200: () => ({}) },
  suppress: { 200: () => ({}) },
  unsuppress: { 204: () => ({}) },
  eraseRecipient: { 200: () => ({}) },
  recordOutcomes: {
    200: () => ({}),
    'idempotency-conflict': () => ({
      ask: {
        json: [1, 2].map((value) => ({
          id: 'one',
          indicator: 'retention',
          value,
          at: '2026-01-04T10:00:00Z',
        })),
      },
    }),
  },
  getOutcomes: { 200: () => ({}) },
  listConnections: { 200: () => ({}) },
  addConnection: { 201: () => ({}) },
  removeConnection: { 204: () => ({}) },
  listSubscriptions: { 200: () => ({}) },
  addSubscription: {
    201: () => ({}),
    'address-refused': () => ({ ask: { json: { ...subscription, url: 'http://127.0.0.1:5678/webhook/1' } } }),
    conflict: ({ api, admin }) => ({
      before: async () => {
        for (let n = 0; n < 100; n += 1)
          await api.ask('POST', '/v1/businesses/shop/subscriptions', { key: admin, json: subscription });
      },
    }),
  },
  getSubscription: { 200: () => ({}) },
  removeSubscription: { 204: () => ({}) },
  listDeliveries: { 200: () => ({}) },
  replayDelivery: { 200: () => ({}) },
  getHealth: { 200: () => ({}) },
  getMetrics: { 200: () => ({}) },
  getReadiness: { 200: () => ({}) },
  getDescription: { 200: () => ({}) },
  getDocs: { 200: () => ({}) },
};

const caseFor = (route: Route, answer: string): ((setting: Setting) => Case) | undefined => {
  const own = particular[route.id]?.[answer];
  if (own !== undefined) return own;
  // A key that may do nothing here: without any of the scopes asked for, and no admin.
  if (answer === 'forbidden') {
    return ({ api }) => ({ before: async () => ({ secret: await api.keyFor('shop', 'gate') }) });
  }
  const shared = everywhere[answer as ProblemCode];
  return shared === undefined ? undefined : (setting) => shared(setting, route);
};

const perform = async (route: Route, make: (setting: Setting) => Case): Promise<Reply> => {
  let setting = await start();
  const given = make(setting);
  if (given.setting !== undefined) setting = await given.setting();
  const found = ((await given.before?.(setting)) ?? {}) as {
    readonly secret?: string;
    readonly key?: string;
  };
  const params = { ...(given.params ?? paramsOf(setting.shop)), ...(found.key && { key: found.key }) };
  const usual: Ask = { key: found.secret ?? setting.admin, ...bodyFor(route, setting.shop) };
  const { json, ...rest } = usual;
  const ask = given.ask?.text === undefined ? { ...usual, ...given.ask } : { ...rest, ...given.ask };
  return setting.api.ask(
    route.method.toUpperCase(),
    pathOf(route.path, params) + (given.query ?? ''),
    ask.text === undefined && ask.json === undefined && json !== undefined ? { ...ask, json } : ask,
  );
};

describe.each(routes.map((route) => [route.id, route] as const))('%s', (id, route) => {
  const operation = operations.find((each) => each.id === id);
  const answers = [...Object.keys(route.answers), ...route.problems];

  it.each(answers)('answers %s as described', async (answer) => {
    const make = caseFor(route, answer);
    if (make === undefined || operation === undefined) throw new Error(`${id} ${answer} is not tried here.`);
    const reply = await perform(route, make);
    const isProblem = (route.problems as readonly string[]).includes(answer);
    if (isProblem) expect(reply.json).toMatchObject({ code: answer, status: reply.status });
    else expect(`${reply.status} ${reply.text.slice(0, 300)}`).toMatch(new RegExp(`^${answer} `));
    expect(wrongWith(operation, reply)).toBeUndefined();
  });

  it('has no case for an answer that is not described', () => {
    expect(answers).toEqual(expect.arrayContaining(Object.keys(particular[id] ?? {})));
  });
});

describe('what is described', () => {
  it('is every route, and every status of it', () => {
    expect(operations.map((each) => each.id).sort()).toEqual(routes.map((route) => route.id).sort());
  });
});

describe('a fault of ours', () => {
  let reply: Reply;
  let setting: Setting;
  beforeAll(async () => {
    setting = await brokenHash();
    reply = await setting.api.ask('GET', '/v1/checks', { key: setting.admin });
  });

  it('is answered in fixed words and logged without the message', () => {
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('private word');
    const lines = JSON.stringify(setting.api.logged);
    expect(lines).toContain('unexpected');
    expect(lines).not.toContain('private word');
  });
});
