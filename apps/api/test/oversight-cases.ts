import { paramsOf } from './requests.ts';
import { chatbot, handsOver, profile } from './shop.ts';
import type { Case, Cases, Setting } from './status-cases.ts';

/** A flow of a business that has no profile yet: nothing can be said of it. */
const unjudged = ({ api, admin }: Setting): Case => ({
  params: { business: 'new', source: 'n8n', id: 'x' },
  before: async () => {
    await api.ask('POST', '/v1/businesses', { key: admin, json: { id: 'new', name: 'New' } });
    await api.ask('PUT', '/v1/businesses/new/flows/n8n/x', {
      key: admin,
      json: { workflow: chatbot('x'), state: 'published' },
    });
  },
});

/** A flow whose hand-over lies in another one, so that there is something to ask. */
const asking = ({ api, admin, shop }: Setting): Case => {
  const { workflow, key } = handsOver('asking');
  return {
    params: { ...paramsOf(shop), id: 'asking' },
    ask: { json: { by: 'Maria', key, holds: true } },
    before: async () => {
      await api.ask('PUT', '/v1/businesses/shop/flows/n8n/asking', {
        key: admin,
        headers: { prefer: 'wait=1' },
        json: { workflow, state: 'published' },
      });
    },
  };
};

const forbidden = ({ api, admin }: Setting): Case => {
  const { values = [], ...rest } = profile('Strict');
  const strict = {
    ...rest,
    values: values.map((value) => ({
      ...value,
      commitments: (value.commitments ?? []).map((each) => ({ ...each, waivers: 'forbidden' })),
    })),
  };
  return {
    before: async () => {
      await api.ask('PUT', '/v1/businesses/shop/profile', { key: admin, json: strict });
    },
  };
};

/** Answers of the routes about what people add, and about drift. */
export const ofOversight: Readonly<Record<string, Cases>> = {
  listOversight: { 200: () => ({}) },
  revokeOversight: { 204: () => ({}) },
  signOffFlow: {
    201: () => ({}),
    'not-judged': unjudged,
    'precondition-failed': () => ({ ask: { json: { by: 'Maria', fingerprint: 'another' } } }),
  },
  listAttestations: { 200: () => ({}) },
  attestAnswer: {
    201: asking,
    'not-judged': unjudged,
    'precondition-failed': (setting) => {
      const { ask: { json } = {}, ...rest } = asking(setting);
      return { ...rest, ask: { json: { ...Object(json), closure: 'another' } } };
    },
  },
  listWaivers: { 200: () => ({}) },
  waiveFault: {
    201: () => ({}),
    'not-judged': unjudged,
    'not-waivable': forbidden,
    'precondition-failed': ({ shop }) => ({
      ask: {
        json: {
          by: 'Maria',
          reason: 'for now',
          keys: [shop.fault],
          until: '2026-02-01T09:00:00Z',
          closure: 'another',
        },
      },
    }),
  },
  attestPractice: { 201: () => ({}) },
  getDrift: { 200: () => ({}) },
  getFlowHistory: { 200: () => ({}) },
  listFlowVersions: { 200: () => ({}) },
  compareFlowVersions: { 200: () => ({}) },
};
