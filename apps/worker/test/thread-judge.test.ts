import type { Task } from '@plumbline/service';
import { afterEach, expect, it } from 'vitest';
import { createThreadJudge, type ThreadJudge } from '../src/index.ts';

const workflow = JSON.stringify({ name: 'Mail', nodes: [], connections: {} });
const task = (id: string, name = 'Mail'): Task => ({
  kept: {
    source: 'n8n',
    id,
    state: 'published',
    name,
    revision: 1,
    fingerprint: 'f',
    closure: 'c',
    reader: 'r',
    references: [],
    contentHash: 'h',
    createdAt: '',
    updatedAt: '',
    removedAt: null,
    workflow,
  },
  neighbours: [],
  reading: undefined,
  questions: [],
});

const open: ThreadJudge[] = [];
const logged: unknown[] = [];
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (...words: unknown[]) => void logged.push(words),
};
const judging = (options: Partial<Parameters<typeof createThreadJudge>[0]> = {}): ThreadJudge => {
  const made = createThreadJudge({ log, ...options });
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  logged.length = 0;
});
const poison = new URL('./poison.thread.ts', import.meta.url);

it('judges in another thread, one list after the other', async () => {
  const { judge } = judging();
  const [one, two, none] = await Promise.all([judge([task('1'), task('2')]), judge([task('3')]), judge([])]);
  expect(one.judged.map(({ reading }) => reading.id)).toEqual(['1', '2']);
  expect(one.judged[0]?.reading.result).toMatchObject({ ok: true, facts: { kind: { is: 'other' } } });
  expect(two.judged.map(({ reading }) => reading.id)).toEqual(['3']);
  expect(none).toEqual({ judged: [], lost: null });
});

it('judges on after it had nothing to do and gave back its memory', async () => {
  const { judge } = judging({ restAfter: 0 });
  for (const id of ['1', '2', '3']) expect((await judge([task(id)])).judged).toHaveLength(1);
});

for (const [what, patience] of [
  ['hangs', 200],
  ['ends', 30_000],
  ['fills', 30_000],
] as const) {
  it(`names the flow that ${what}, and judges on`, async () => {
    const { judge } = judging({ file: poison, patience, memory: 64 });
    const lost = await judge([task('1'), task('2', what), task('3')]);
    expect(lost.judged).toEqual([]);
    expect(lost.lost?.kept.id).toBe('2');
    expect(JSON.stringify(logged)).toContain('judging-cut-off');
    const { judged } = await judge([task('1'), task('3')]);
    expect(judged.map(({ reading }) => reading.id)).toEqual(['1', '3']);
  });
}
