import { ofOversight } from './oversight-cases.ts';
import { paramsOf } from './requests.ts';
import {
  alertTarget,
  chatbot,
  handover,
  n8nSource,
  profile,
  question,
  reachable,
  type Shop,
  subscription,
} from './shop.ts';
import type { Api, Ask } from './start-api.ts';

export interface Setting {
  readonly api: Api;
  readonly shop: Shop;
  readonly admin: string;
}

/** How one answer of one route is brought about. What is left out is taken from a request that succeeds. */
export interface Case {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly ask?: Ask;
  readonly before?: (setting: Setting) => Promise<unknown>;
  /** Other than in the world that `start` makes. */
  readonly setting?: () => Promise<Setting>;
}
export type Cases = Readonly<Record<string, (setting: Setting) => Case>>;

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

/** The flow that the alert is about is mended. */
const mended = ({ api, admin, shop }: Setting): Case => ({
  before: () =>
    api.ask('PUT', `/v1/businesses/shop/flows/n8n/${shop.flow}`, {
      key: admin,
      headers: { prefer: 'wait=1' },
      json: { workflow: reachable(shop.flow), state: 'published' },
    }),
});

/** Everything else, by route and by status or problem. */
export const particular: Readonly<Record<string, Cases>> = {
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
  ...ofOversight,
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
    'edit-blocked': () => ({
      ask: { json: { answer: 'edit', by: 'Maria', content: { text: 'Dear {{ name }}, good news.' } } },
    }),
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
  listSources: { 200: () => ({}) },
  addSource: {
    201: () => ({}),
    conflict: ({ api, admin }) => ({
      before: () => api.ask('POST', '/v1/businesses/shop/sources', { key: admin, json: n8nSource }),
    }),
    'address-refused': () => ({ ask: { json: { ...n8nSource, url: 'http://127.0.0.1:5678' } } }),
  },
  getSource: { 200: () => ({}) },
  removeSource: { 204: () => ({}) },
  setSourceKey: { 200: () => ({}) },
  syncSource: { 200: () => ({}) },
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
  listAlertTargets: { 200: () => ({}) },
  addAlertTarget: {
    201: () => ({}),
    'address-refused': () => ({
      ask: { json: { name: 'Here', place: { channel: 'slack', url: 'http://localhost:8065/hooks/1' } } },
    }),
    'no-mail-server': () => ({
      ask: { json: { name: 'Maria', place: { channel: 'email', to: ['maria@shop.example'] } } },
    }),
    conflict: ({ api, admin }) => ({
      before: async () => {
        for (let n = 0; n < 50; n += 1)
          await api.ask('POST', '/v1/businesses/shop/alert-targets', { key: admin, json: alertTarget });
      },
    }),
  },
  removeAlertTarget: { 204: () => ({}) },
  getAlertSettings: { 200: () => ({}) },
  putAlertSettings: { 200: () => ({}) },
  listAlerts: { 200: () => ({}) },
  acknowledgeAlert: { 200: () => ({}), conflict: mended },
  snoozeAlert: { 200: () => ({}), conflict: mended },
  listDeliveries: { 200: () => ({}) },
  replayDelivery: { 200: () => ({}) },
  getHealth: { 200: () => ({}) },
  getMetrics: { 200: () => ({}) },
  getReadiness: { 200: () => ({}) },
  getDescription: { 200: () => ({}) },
  getDocs: { 200: () => ({}) },
};
