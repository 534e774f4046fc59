import type { ProblemCode } from '@plumbline/service';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyLimit } from '../src/request/body.ts';
import type { Route } from '../src/route.ts';
import { routes } from '../src/routes/table.ts';
import { operations, wrongWith } from './description.ts';
import { bodyFor, paramsOf, pathOf } from './requests.ts';
import { openShop } from './shop.ts';
import { type Ask, type Reply, startApi } from './start-api.ts';
import { type Case, particular, type Setting } from './status-cases.ts';

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
