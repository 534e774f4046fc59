import type { Watch, WatchState } from '@plumbline/service';
import { expect, it } from 'vitest';
import { startApi } from './start-api.ts';

const state: WatchState = {
  at: '2026-01-05T08:59:30.000Z',
  businesses: 3,
  flows: 120,
  missing: 7,
  parked: 2,
  late: 1,
  behindSince: '2026-01-05T08:50:00.000Z',
};
const watching = (
  more: Partial<WatchState> = {},
  depth: Watch['depth'] = async () => ({ waiting: 4, running: 1, retrying: 0 }),
) => startApi({ watch: { state: () => ({ ...state, ...more }), depth } });
const here = { from: '127.0.0.1' };
const figure = (text: string, name: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);

it('gives figures to Prometheus', async () => {
  const api = await watching();
  const { status, text, headers } = await api.ask('GET', '/metrics', here);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/plain/);
  expect(text).toContain('# TYPE plumbline_flows_missing gauge');
  expect(figure(text, 'plumbline_flows')).toBe('120');
  expect(figure(text, 'plumbline_flows_missing')).toBe('7');
  expect(figure(text, 'plumbline_flows_parked')).toBe('2');
  expect(figure(text, 'plumbline_businesses_late')).toBe('1');
  expect(figure(text, 'plumbline_judging_behind_seconds')).toBe('600');
  expect(figure(text, 'plumbline_queue_reachable')).toBe('1');
  expect(figure(text, 'plumbline_queue_turns{state="waiting"}')).toBe('4');
  expect(Number(figure(text, 'process_resident_memory_bytes'))).toBeGreaterThan(1e6);
});

it('says so when the queue does not answer', async () => {
  const api = await watching({}, () => Promise.reject(new Error('away')));
  const { text } = await api.ask('GET', '/metrics', here);
  expect(figure(text, 'plumbline_queue_reachable')).toBe('0');
  expect(text).not.toMatch(/^plumbline_queue_turns\{/m);
});

it('shows figures of the whole installation to admins and to this machine only', async () => {
  const api = await watching();
  expect((await api.ask('GET', '/metrics', { from: '203.0.113.9' })).status).toBe(401);
  const own = await api.ask('GET', '/metrics', { key: await api.keyFor(null, 'admin') });
  expect(own.status).toBe(200);
  expect(own.text).not.toMatch(/shop/i);
});

it('is ready although judging is late, and says that it is', async () => {
  const ready = async (api: Awaited<ReturnType<typeof startApi>>) => (await api.ask('GET', '/readyz')).json;
  expect(await ready(await watching())).toEqual({ status: 'ready', judging: 'late' });
  expect(await ready(await watching({ late: 0 }))).toEqual({ status: 'ready', judging: 'in-time' });
  expect(await ready(await watching({ at: null }))).toEqual({ status: 'ready', judging: 'unknown' });
  expect(await ready(await startApi())).toEqual({ status: 'ready', judging: 'unknown' });
});
