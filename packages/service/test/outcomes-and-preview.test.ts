import { expect, it } from 'vitest';
import { evaluateMissing, outcomeSeries, previewProfile, putFlow, recordOutcomes } from '../src/index.ts';
import { day, message, openDesk, policy, strictPolicy, written } from './shop-policy.ts';
import { noWayOut, profileAt, wayToAPerson } from './start.ts';

const business = 'shop';

it('records an outcome once and reads it back as a series of its value', async () => {
  const { service } = await openDesk();
  const record = (...outcomes: Record<string, unknown>[]) =>
    recordOutcomes({ ctx: service.as('shop', 'decide'), input: { business, outcomes: outcomes as never } });
  const one = { indicator: 'retention', value: 0.5, at: '2026-01-04T23:30:00+01:00' };
  expect(await record(one, one)).toMatchObject({ recorded: 1 });
  expect(await record({ ...one, at: '2026-01-04T22:30:00Z' })).toMatchObject({ recorded: 0 });
  expect(
    await record({ ...one, value: 1 }, { ...one, indicator: 'agility/queue', id: 'mine' }),
  ).toMatchObject({
    recorded: 2,
  });
  await expect(record({ ...one, value: 7 }, { ...one, id: 'mine' })).rejects.toMatchObject({
    code: 'idempotency-conflict',
    at: [{ path: 'outcomes[1].id' }],
  });
  await record({ ...one, indicator: 'something-else' });
  const { values } = await outcomeSeries({ ctx: service.as('shop', 'read'), input: { business } });
  expect(values).toEqual([
    {
      value: 'customer-intimacy',
      title: 'Customer intimacy',
      series: [
        {
          indicator: 'retention',
          points: [{ day: '2026-01-04', count: 2, mean: 0.75, least: 0.5, most: 1 }],
        },
      ],
    },
    {
      value: 'agility',
      title: null,
      series: [expect.objectContaining({ indicator: 'agility/queue' })],
    },
    { value: null, title: null, series: [expect.objectContaining({ indicator: 'something-else' })] },
  ]);
});

it('says in numbers what a draft would have answered, with counters as they would have been', async () => {
  const { service, ask } = await openDesk(policy());
  const preview = (profile: unknown, days = 30) =>
    previewProfile({ ctx: service.as('shop', 'read'), input: { business, profile, days } });
  for (let n = 0; n < 6; n += 1) {
    await ask(message('ann@example.org', n % 2 === 0 ? {} : { facts: written }));
    service.pass(day);
  }
  // Two a week: the first two and nothing after them within seven days.
  const same = await preview(policy());
  expect(same.decisions).toMatchObject({
    total: 6,
    compared: 6,
    changes: [],
    before: { allow: 2, block: 4 },
  });
  expect(same.summary.at(-1)).toBe(
    'All of 6 decisions of the last 30 days would have been answered the same.',
  );
  const looser = await preview(policy('block', [{ rule: 'contact-limit', options: { most: 3, days: 7 } }]));
  expect(looser.decisions).toMatchObject({
    after: { allow: 3, block: 3 },
    changes: [{ before: 'block', after: 'allow', count: 1 }],
  });
  const stricter = await preview(strictPolicy());
  expect(stricter.decisions.changes).toMatchObject([
    {
      before: 'allow',
      after: 'needs-human',
      count: 1,
      because: [expect.stringContaining('goes out unread')],
    },
  ]);
  expect(stricter.summary).toContain(
    '1 of 6 decisions of the last 30 days would have been put before a person; they were allowed.',
  );
  const window = await preview(
    policy('block', [{ rule: 'contact-limit', options: { most: 1, days: 2 } }]),
    3,
  );
  // Before these three days it counts what really was: two on the first two days, long gone.
  expect(window.decisions).toMatchObject({ total: 3, after: { allow: 2, block: 1 } });
  await expect(preview({ profile: 1 })).rejects.toMatchObject({ code: 'invalid-profile' });
  expect(await service.store.read('shop', (view) => view.profile())).toMatchObject({ version: 1 });
});

it('says which flows would stand differently, also by checks nobody has asked yet', async () => {
  const { service } = await openDesk({
    ...policy(),
    values: [
      {
        id: 'agility',
        title: 'Agility',
        commitments: [
          { id: 'c', promise: 'p', enforcement: 'observe', checks: [{ check: 'require-error-path' }] },
        ],
      },
    ],
  });
  for (const [id, workflow] of [
    ['1', noWayOut('1')],
    ['2', wayToAPerson('2')],
  ] as const)
    await putFlow({
      ctx: service.system,
      input: { business, source: 'n8n', id, workflow, state: 'published' },
    });
  await evaluateMissing({ ctx: service.system, input: { business } });
  const { flows, summary } = await previewProfile({
    ctx: service.as('shop', 'read'),
    input: { business, profile: profileAt('block') },
  });
  expect(flows).toMatchObject({ total: 2, changed: [{ id: '1', before: 'aligned', after: 'blocked' }] });
  expect(summary[0]).toBe('1 of 2 automations would stand differently.');
  expect(summary[1]).toMatch(/^“.+” would be blocked instead of aligned\.$/);
});
