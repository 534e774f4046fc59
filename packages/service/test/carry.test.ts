import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileInput, Snapshot } from '@plumbline/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { attestAnswer, createBusiness, evaluateMissing, getFlow, putFlow, putProfile } from '../src/index.ts';
import { wantedBy } from '../src/questions.ts';
import { noteMissing } from '../src/trail/note-missing.ts';
import { type Service, start } from './start.ts';

const business = 'shop';
const folder = join(import.meta.dirname, '../../core/src/checks');
const withOptions = [
  'require-human-escalation',
  'require-personalised-message',
  'require-review-of-ai-message',
] as const;

/** Examples of the checks that take options, by an id of their own. */
const examples: ReadonlyMap<string, Record<string, unknown>> = new Map(
  withOptions.flatMap((check) =>
    readdirSync(join(folder, check, 'examples')).map((file) => {
      const id = `${check}-${file.replace('.json', '')}`;
      const text = readFileSync(join(folder, check, 'examples', file), 'utf8');
      return [id, { ...(JSON.parse(text) as Record<string, unknown>), id }] as const;
    }),
  ),
);

interface Asked {
  readonly every?: boolean;
  readonly inboxAnswered?: boolean;
  readonly live?: 'ask' | 'skip';
  readonly enforcement?: 'warn' | 'block';
  readonly name?: string;
}

const profileWith = ({
  every,
  inboxAnswered,
  live,
  enforcement = 'block',
  name = 'Shop',
}: Asked): ProfileInput => ({
  profile: 1,
  name,
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'personal',
          promise: 'We write to people',
          enforcement,
          checks: [
            {
              check: 'require-personalised-message',
              ...(every === undefined ? {} : { options: { every } }),
            },
            {
              check: 'require-human-escalation',
              ...(inboxAnswered === undefined ? {} : { options: { inboxAnswered } }),
            },
          ],
        },
        {
          id: 'seen',
          promise: 'One of us has seen it',
          enforcement: 'warn',
          checks: [
            {
              check: 'require-review-of-ai-message',
              ...(live === undefined ? {} : { options: { liveConversations: live } }),
            },
            // The same check twice, and always alike.
            { check: 'require-personalised-message', options: { every: false } },
          ],
        },
      ],
    },
  ],
});

let service: Service;

const putAll = async (scope: string): Promise<void> => {
  await createBusiness({ ctx: service.system, input: { id: scope, name: 'Shop' } });
  for (const [id, workflow] of examples)
    await putFlow({
      ctx: service.system,
      input: { business: scope, source: 'n8n', id, workflow, state: 'published' },
    });
};

const promise = (asked: Asked, scope = business): Promise<unknown> =>
  putProfile({ ctx: service.system, input: { business: scope, profile: profileWith(asked) } });

/** How many flows lack a finding. */
const missing = (): Promise<number> =>
  service.store.read(business, async (view) => (await view.progress(wantedBy(await view.profile()))).missing);

const judge = async (scope = business): Promise<void> => {
  const ctx = service.system;
  for (let after: string | null | undefined; after !== null; ) {
    const input = { business: scope, ...(after == null ? {} : { after }) };
    after = (await evaluateMissing({ ctx, input })).next;
  }
  for (let after: string | null | undefined; after !== null; )
    after = await noteMissing(ctx, scope, { limit: 10, ...(after == null ? {} : { after }) });
};

const latest = async (scope = business): Promise<ReadonlyMap<string, Snapshot>> => {
  const noted = await service.store.read(scope, (view) =>
    view.lastNoted([...examples.keys()].map((id) => ({ source: 'n8n', id, state: 'published' as const }))),
  );
  return new Map(noted.map(({ id, snapshot }) => [id, snapshot]));
};

const trail = (id: string) =>
  service.store.read(business, (view) => view.trail({ source: 'n8n', id }, { limit: 100 }));

beforeEach(async () => {
  service = await start();
  await putAll(business);
  await promise({});
  await judge();
});

describe('a flow that new options are no concern of', () => {
  const unconcerned = 'require-personalised-message-pass-name-and-order';

  it('is not judged again, and its trail says under which profile it stands as it did', async () => {
    await promise({ every: true });
    expect(await missing()).toBeLessThan(examples.size / 4);
    await judge();
    const [after, before, ...rest] = await trail(unconcerned);
    expect(rest).toEqual([]);
    expect(after).toMatchObject({
      number: 2,
      direction: 'same',
      harmless: true,
      causes: [{ kind: 'profile', about: ['personal'] }],
      snapshot: { profile: { version: 2 } },
    });
    expect(after?.snapshot.checks).toContainEqual(
      expect.objectContaining({
        check: 'require-personalised-message',
        options: expect.stringContaining('every'),
      }),
    );
    expect({ ...after?.snapshot, profile: 0, checks: 0 }).toEqual({
      ...before?.snapshot,
      profile: 0,
      checks: 0,
    });
  });

  it('says the same as if it were judged from the start, whatever changes how often', async () => {
    const changes: readonly Asked[] = [
      { every: true },
      { every: true, live: 'skip' },
      { every: false, live: 'skip', inboxAnswered: true },
      { every: true, inboxAnswered: true, name: 'Another' },
      { every: true, inboxAnswered: true, enforcement: 'warn' },
      { inboxAnswered: false, enforcement: 'warn' },
      { enforcement: 'warn', live: 'ask' },
      {},
    ];
    for (const [at, change] of changes.entries()) {
      await promise(change);
      await judge();
      expect(await missing()).toBe(0);
      const twin = `twin-${at}`;
      await putAll(twin);
      await promise(change, twin);
      await judge(twin);
      const [own, fresh] = [await latest(), await latest(twin)];
      expect(own.size).toBe(examples.size);
      for (const [id, snapshot] of own) {
        expect(snapshot.profile.version).toBe(at + 2);
        const expected = { ...fresh.get(id), profile: snapshot.profile };
        expect(snapshot, `${id} after ${JSON.stringify(change)}`).toEqual(expected);
      }
    }
  });

  it('is assessed anew where somebody has answered a question about it', async () => {
    const id = 'require-human-escalation-unknown-tool-in-another-flow';
    const shown = () => getFlow({ ctx: service.system, input: { business, source: 'n8n', id } });
    const finding = (await shown()).findings.find(
      ({ check, verdict }) => check === 'require-human-escalation' && verdict === 'unknown',
    );
    const key = finding?.occurrences.find(({ verdict }) => verdict === 'unknown')?.key ?? '';
    await attestAnswer({
      ctx: service.system,
      input: { business, source: 'n8n', id, key, holds: true, by: 'Maria' },
    });
    expect((await latest()).get(id)).toMatchObject({ overlays: [{ kind: 'attestation' }] });
    await promise({ live: 'skip' });
    await judge();
    const after = (await latest()).get(id);
    expect(after).toMatchObject({ profile: { version: 2 }, overlays: [{ kind: 'attestation' }] });
    expect(after?.standing).toBe((await shown()).standing);
  });
});
