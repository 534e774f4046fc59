import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../src/route.ts';
import { routes } from '../src/routes/table.ts';
import { bodyFor, paramsOf, pathOf } from './requests.ts';
import { openShop, type Shop } from './shop.ts';
import { type Api, type Reply, startApi } from './start-api.ts';

const mark = 'Quillfeather';
let api: Api;
let own: Shop;
let other: Shop;
let admin: string;
let before: unknown;

const inDecisions = (): readonly string[] => [
  '/decisions',
  `/decisions/${other.decision}`,
  '/approvals',
  `/approvals/${other.approval}`,
  '/handovers',
  '/sources',
  `/sources/${other.from}`,
  `/handovers/${other.handover}`,
  '/suppressions',
  '/outcomes',
  '/connections',
  '/subscriptions',
  `/subscriptions/${other.subscription}`,
  '/deliveries',
  '/alert-targets',
  '/alert-settings',
  '/alerts',
];

/** Everything that is known of the other business. */
const everythingOfOther = async (): Promise<unknown> => {
  const asked = [
    '',
    '/keys',
    '/profile',
    '/flows?removed=true',
    `/flows/n8n/${other.flow}`,
    '/matrix',
    '/oversight',
    `/flows/n8n/${other.flow}/history`,
    `/flows/n8n/${other.flow}/versions`,
    ...inDecisions(),
  ];
  const replies = await Promise.all(
    asked.map((path) => api.ask('GET', `/v1/businesses/other${path}`, { key: admin })),
  );
  return replies.map(({ status, json }) => ({ status, json }));
};

beforeAll(async () => {
  api = await startApi();
  own = await openShop(api, 'own', 'Corner');
  other = await openShop(api, 'other', mark);
  admin = await api.keyFor(null, 'admin');
  before = await everythingOfOther();
});

const ask = (route: Route, params: Readonly<Record<string, string>>): Promise<Reply> =>
  api.ask(route.method.toUpperCase(), pathOf(route.path, params), { key: own.key, ...bodyFor(route, other) });

/** An answer without what differs from request to request. */
const said = ({ status, json }: Reply): unknown => ({ status, ...(json as object), requestId: '' });

const inBusiness = routes.filter((route) => route.path.includes('{business}'));
const withKey = routes.filter((route) => route.open !== 'anyone');

describe("with another business's key", () => {
  it.each(inBusiness.map((route) => [route.id, route] as const))(
    '%s answers as for a business that does not exist',
    async (_, route) => {
      const reply = await ask(route, paramsOf(other));
      expect([403, 404]).toContain(reply.status);
      const nowhere = await ask(route, { ...paramsOf(other), business: 'nowhere' });
      expect(said(reply)).toEqual(said(nowhere));
      expect(reply.text).not.toContain(mark);
    },
  );

  it.each(withKey.map((route) => [route.id, route] as const))(
    "%s gives nothing of it when asked in one's own business",
    async (_, route) => {
      const reply = await ask(route, { ...paramsOf(other), business: own.business });
      expect(reply.text).not.toContain(mark);
      expect(reply.text).not.toContain(other.keyId);
    },
  );

  it('leaves it as it was', async () => {
    expect(JSON.stringify(before)).toContain(mark);
    expect(await everythingOfOther()).toEqual(before);
  });
});

it('has routes to try', () => {
  expect(inBusiness.length).toBeGreaterThan(10);
});
