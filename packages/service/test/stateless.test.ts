import { createHash } from 'node:crypto';
import { checkReportSchema, checks } from '@plumbline/core';
import { expect, it } from 'vitest';
import { checkWorkflow, createIds, listChecks, problems } from '../src/index.ts';
import { handsOverElsewhere, noWayOut, profileAt, wayToAPerson } from './start.ts';

const ctx = { hash: (text: string) => createHash('sha256').update(text).digest('hex') };

it('judges a workflow against a given profile and keeps nothing', () => {
  const report = checkWorkflow({ ctx, input: { workflow: noWayOut('1'), profile: profileAt('block') } });
  expect(checkReportSchema.parse(report)).toEqual(report);
  expect(report.flows).toMatchObject([{ id: '1', standing: 'blocked' }]);
  expect(report.profile.name).toBe('The Corner Bookshop');
});

it('asks every check where no profile is given', () => {
  const report = checkWorkflow({ ctx, input: { workflow: [noWayOut('1'), wayToAPerson('2')] } });
  expect(report.flows.map((flow) => flow.findings.length)).toEqual([checks.length, checks.length]);
});

it('names what cannot be used', () => {
  const code = (input: Parameters<typeof checkWorkflow>[0]['input']): unknown => {
    try {
      return checkWorkflow({ ctx, input });
    } catch (error) {
      return error;
    }
  };
  expect(code({ workflow: { a: 1 } })).toMatchObject({ code: 'no-workflow' });
  expect(code({ workflow: undefined })).toMatchObject({ code: 'no-workflow' });
  expect(code({ workflow: handsOverElsewhere('1'), profile: {} })).toMatchObject({ code: 'invalid-profile' });
});

it('lists every check with the schema of its options', () => {
  const { items } = listChecks();
  expect(items.map((each) => each.id)).toEqual(checks.map((check) => check.meta.id));
  for (const each of items) expect(each.options).toMatchObject({ type: 'object' });
});

it('has for every problem a status of its kind, a title and a way out', () => {
  for (const [code, { status, title, fix }] of Object.entries(problems)) {
    expect([code, status >= 400 && status < 600]).toEqual([code, true]);
    expect(title).not.toMatch(/[.!]$/);
    expect(fix).toMatch(/\.$/);
  }
});

it('makes ids that sort as they were made, also when the clock jumps back', () => {
  let time = Date.UTC(2026, 0, 1);
  let drawn = 0;
  const id = createIds(
    () => new Date(time),
    (bytes) => {
      drawn += 7;
      return Uint8Array.from({ length: bytes }, (_, n) => (drawn * (n + 1)) % 256);
    },
  );
  const made: string[] = [];
  for (const jump of [0, 0, 0, 1, 0, -3_600_000, 0, 7_200_000]) {
    time += jump;
    for (let n = 0; n < 40; n += 1) made.push(id('aud'));
  }
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
  expect(made[0]).toMatch(/^aud_[0-9a-z]{24}$/);
});
