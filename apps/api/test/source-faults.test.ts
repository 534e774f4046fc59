import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, row, type Script } from './scripted-n8n.ts';
import { minute, openSourcedShop, type SourcedShop } from './sourced-shop.ts';

let shop: SourcedShop;
beforeEach(async () => {
  shop = await openSourcedShop();
  await shop.sync();
});
afterEach(() => shop.close());

const text =
  (said: string): Script =>
  (_, out) => {
    out.end(said);
    return true;
  };
const whole = JSON.stringify({ data: [row('a'), row('b')], nextCursor: null });

const answers: Readonly<Record<string, readonly [Script, state: string, detail: RegExp]>> = {
  'a wrong key': [(_, out) => json(out, 401, { message: 'unauthorized' }), 'refused-key', /401/],
  'a key that may not list': [(_, out) => json(out, 403, {}), 'refused-key', /403/],
  'too many requests': [(_, out) => json(out, 429, {}, { 'retry-after': '7200' }), 'slow-down', /less often/],
  'a fault of n8n': [
    (_, out) => json(out, 500, { message: 'secret words' }),
    'failing',
    /^n8n answers 500\.$/,
  ],
  'a proxy without n8n behind it': [(_, out) => json(out, 503, {}), 'failing', /503/],
  'a web page': [text('<!doctype html><title>Sign in</title>'), 'malformed', /web page/],
  'half a page': [text(whole.slice(0, whole.length / 2)), 'malformed', /broke off/],
  'a line that breaks': [
    (_, out) => {
      out.writeHead(200, { 'content-length': 5000 }).write('{"data":[', () => out.destroy());
      return true;
    },
    'malformed',
    /broke off/,
  ],
  'a newer shape': [(_, out) => json(out, 200, { workflows: [row('a')] }), 'newer-shape', /shape/],
  'rows of a newer shape': [
    (_, out) => json(out, 200, { data: [{ id: 'a', graph: {} }] }),
    'newer-shape',
    /nodes/,
  ],
  'pages that come to no end': [
    (_, out) => json(out, 200, { data: [], nextCursor: 'x' }),
    'newer-shape',
    /pages/,
  ],
  'another address': [
    (_, out) => json(out, 302, {}, { location: 'http://127.0.0.1:1/' }),
    'newer-shape',
    /302/,
  ],
  'no n8n at that address': [(_, out) => json(out, 404, {}), 'newer-shape', /404/],
  'a line that is cut at once': [
    ({ socket }) => {
      socket.destroy();
      return true;
    },
    'unreachable',
    /no answer/,
  ],
};

describe.each(Object.entries(answers))('%s', (_, [script, state, detail]) => {
  it('is told apart, since when, and nothing known is lost', async () => {
    const before = await shop.kept();
    shop.pass(minute);
    shop.n8n.script = script;
    const since = shop.clock().toISOString();
    const first = { source: { state, since, failures: 1, flows: 3 }, changed: 0, closed: 0 };
    expect(await shop.sync()).toMatchObject(first);
    shop.pass(minute);
    await shop.sync();
    const stands = await shop.source();
    expect(stands).toMatchObject({
      state,
      since,
      failures: 2,
      detail: expect.stringMatching(detail),
      lastReadAt: '2026-01-05T09:00:00.000Z',
    });
    expect(JSON.stringify(stands)).not.toContain('secret words');
    expect(await shop.kept()).toEqual(before);
    shop.n8n.script = null;
    shop.pass(minute);
    expect(await shop.sync()).toMatchObject({
      source: { state: 'ok', since: shop.clock().toISOString(), failures: 0, detail: null },
      unchanged: 3,
    });
  });

  it('takes back nothing where it happens on a later page', async () => {
    const { n8n } = shop;
    n8n.page = 1;
    const before = await shop.kept();
    n8n.script = (incoming, out) => /cursor=[2x]/.test(incoming.url ?? '') && script(incoming, out);
    n8n.rows[0] = row('a', { name: 'Renamed' });
    n8n.rows.splice(1, 1);
    n8n.rows.push(row('d'));
    expect(await shop.sync()).toMatchObject({ changed: 0, closed: 0 });
    expect(await shop.kept()).toEqual(before);
  });
});

it('leaves an n8n that is down alone for longer and longer, a quarter of an hour at most', async () => {
  await shop.n8n.close();
  const pauses: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    await shop.sync();
    pauses.push(Date.parse(String((await shop.source())['nextAt'])) - shop.clock().getTime());
  }
  expect(await shop.source()).toMatchObject({
    state: 'unreachable',
    since: '2026-01-05T09:00:00.000Z',
    failures: 7,
  });
  expect(pauses[0]).toBeLessThanOrEqual(2.4 * minute);
  expect(Math.min(...pauses.slice(4))).toBeGreaterThanOrEqual(12 * minute);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(18 * minute);
  expect(new Set(pauses.slice(4)).size).toBe(3);
});

it.each([
  ['seconds', () => '7200'],
  ['a date', () => new Date(shop.clock().getTime() + 7_200_000).toUTCString()],
])('is asked again no sooner than it wants, given in %s', async (_, header) => {
  shop.n8n.script = (__, out) => json(out, 429, {}, { 'retry-after': header() });
  await shop.sync();
  expect(Date.parse(String((await shop.source())['nextAt'])) - shop.clock().getTime()).toBe(7_200_000);
});
