import type { ProfileInput } from '@plumbline/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBusiness, evaluateMissing, putFlow, putProfile, retryFlow } from '../src/index.ts';
import { noteMissing } from '../src/trail/note-missing.ts';
import { noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

const business = 'shop';
const flow = { source: 'n8n', id: '1' };

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
  await promise(profileAt('block'));
});

const promise = (profile: ProfileInput): Promise<unknown> =>
  putProfile({ ctx: service.system, input: { business, profile } });

const put = (workflow: Record<string, unknown>, id = '1'): Promise<unknown> =>
  putFlow({
    ctx: service.system,
    input: { business, source: 'n8n', id, workflow, state: 'published' },
  });

const judge = async (): Promise<void> => {
  const ctx = service.system;
  for (let after: string | null | undefined; after !== null; ) {
    after = (await evaluateMissing({ ctx, input: { business, ...(after == null ? {} : { after }) } })).next;
  }
  await noteMissing(ctx, business, { limit: 1000 });
};

const trail = () => service.store.read(business, (view) => view.trail(flow, { limit: 100 }));

/** The same flow with its steps elsewhere on the canvas and a note beside them. */
const moved = (workflow: ReturnType<typeof wayToAPerson>): Record<string, unknown> => ({
  ...workflow,
  nodes: [
    ...workflow.nodes.map((node) => ({ ...node, position: [7, 7] })),
    { id: 'note', name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: { content: 'remember' } },
  ],
});

describe('the trail', () => {
  it('begins with the first evaluation, with the hashes it stood on', async () => {
    await put(wayToAPerson('1'));
    expect(await trail()).toEqual([]);
    await judge();
    const [first, ...rest] = await trail();
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      number: 1,
      direction: 'same',
      harmless: true,
      causes: [{ kind: 'first' }],
      snapshot: {
        profile: { version: 1 },
        checks: [{ check: 'require-human-escalation' }],
        standing: 'aligned',
        faults: [],
      },
    });
  });

  it('gets no entry for the same again, nor for what only moved on the canvas', async () => {
    await put(wayToAPerson('1'));
    await judge();
    await judge();
    await put(moved(wayToAPerson('1')));
    await judge();
    expect(await trail()).toHaveLength(1);
  });

  it('says which step was taken away, and what follows', async () => {
    await put(wayToAPerson('1'));
    await judge();
    await put(noWayOut('1'));
    await judge();
    const [latest] = await trail();
    expect(latest).toMatchObject({ number: 2, direction: 'worse', harmless: false });
    expect(latest?.snapshot).toMatchObject({ standing: 'blocked', cells: [{ label: 'compromises' }] });
    expect(latest?.causes.map(({ kind }) => kind)).toEqual(['flow']);
    expect(latest?.causes[0]?.words).toMatch(/was removed/);
  });

  it('notes a change that no promise cares about as harmless', async () => {
    await put(wayToAPerson('1'));
    await judge();
    const renamed = wayToAPerson('1');
    const settings = { ...(renamed['settings'] as object), timezone: 'Europe/Berlin' };
    await put({ ...renamed, settings });
    await judge();
    const [latest] = await trail();
    expect(latest).toMatchObject({ number: 2, direction: 'same', harmless: true });
    expect(latest?.causes[0]?.words).toBe('its time zone was changed');
  });

  it('grows by a new profile version without a single check', async () => {
    await put(noWayOut('1'));
    await judge();
    await promise(profileAt('warn'));
    const ctx = service.system;
    expect(await evaluateMissing({ ctx, input: { business } })).toMatchObject({ judged: 0 });
    await judge();
    const [latest] = await trail();
    expect(latest).toMatchObject({ number: 2, direction: 'better' });
    expect(latest?.snapshot).toMatchObject({ standing: 'needs-adjustment', profile: { version: 2 } });
    expect(latest?.causes).toMatchObject([
      {
        kind: 'profile',
        words: 'the promise “A customer can always reach one of us” is now at `warn`, and was at `block`',
      },
    ]);
  });

  it('of two workers that see the same, one writes', async () => {
    for (const id of ['1', '2', '3']) await put(wayToAPerson(id), id);
    await judge();
    await promise(profileAt('warn'));
    await Promise.all([noteMissing(service.system, business), noteMissing(service.system, business)]);
    for (const id of ['1', '2', '3']) {
      const own = await service.store.read(business, (view) =>
        view.trail({ source: 'n8n', id }, { limit: 100 }),
      );
      expect(own.map(({ number }) => number)).toEqual([2, 1]);
    }
    expect(await noteMissing(service.system, business)).toBe(null);
  });

  it('is taken up again where a process ended before it was written', async () => {
    await put(wayToAPerson('1'));
    await judge();
    await promise(profileAt('warn'));
    // Nobody noted it; the next turn of anybody finds it.
    const another = { ...service.system };
    await noteMissing(another, business);
    expect((await trail()).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('gives the same for the same: a second business with the same flows says the same', async () => {
    const other = 'twin';
    await createBusiness({ ctx: service.system, input: { id: other, name: 'Twin' } });
    await putProfile({ ctx: service.system, input: { business: other, profile: profileAt('block') } });
    for (const each of [business, other]) {
      for (const workflow of [wayToAPerson('1'), noWayOut('1')]) {
        const input = { business: each, ...flow, workflow, state: 'published' as const, wait: 1 };
        await putFlow({ ctx: service.system, input });
      }
    }
    const of = (scope: string) =>
      service.store.read(scope, async (view) =>
        (await view.trail(flow, { limit: 9 })).map(({ entry: _, ...rest }) => rest),
      );
    expect(await of(business)).toEqual(await of(other));
    expect(await of(business)).toHaveLength(2);
  });

  it('goes on where a flow was tried again after a fault of ours', async () => {
    await put(wayToAPerson('1'));
    await judge();
    await retryFlow({ ctx: service.system, input: { business, ...flow } });
    await judge();
    expect(await trail()).toHaveLength(1);
  });
});
