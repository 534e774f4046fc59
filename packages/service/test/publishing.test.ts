import type { ProfileInput } from '@plumbline/core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createBusiness,
  type GateVerdict,
  gateFlow,
  getFlow,
  putFlow,
  putProfile,
  reportFlow,
} from '../src/index.ts';
import {
  example,
  handOver,
  handsOverElsewhere,
  noWayOut,
  profileAt,
  type Service,
  start,
  wayToAPerson,
} from './start.ts';

const business = 'shop';
const flow = { source: 'n8n', id: '1' };

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
});

const promise = (profile: ProfileInput): Promise<unknown> =>
  putProfile({ ctx: service.system, input: { business, profile } });

/** The one promise of these tests, with what differs. */
const promised = (enforcement: Parameters<typeof profileAt>[0], more: object): ProfileInput => {
  const profile = profileAt(enforcement);
  return {
    ...profile,
    values: (profile.values ?? []).map((value) => ({
      ...value,
      commitments: (value.commitments ?? []).map((each) => ({ ...each, ...more })),
    })),
  };
};

const ask = (
  workflow: Record<string, unknown>,
  live?: Record<string, unknown> | null,
): Promise<GateVerdict> =>
  gateFlow({
    ctx: service.as(business, 'gate'),
    input: { business, ...flow, workflow, ...(live === undefined ? {} : { live }) },
  });

describe('a chatbot without a way to a person', () => {
  it('is refused at block, in words that name promise, step and way out', async () => {
    await promise(profileAt('block'));
    const verdict = await ask(noWayOut('1'));
    expect(verdict.answer).toBe('refuse');
    expect(verdict.message).toMatch(
      /^Not published: “A customer can always reach one of us” \(you set this to block\)/,
    );
    expect(verdict.message).toContain('has no way to one of you');
    expect(verdict.refusals.map((each) => each.because)).toEqual(['block']);
  });

  it('is refused at approve, until the owner has signed off', async () => {
    await promise(profileAt('approve'));
    const verdict = await ask(noWayOut('1'));
    expect(verdict.answer).toBe('refuse');
    expect(verdict.message).toContain('published once the owner has signed off this version');
  });

  it('is refused alike where the profile names people, of which the check is told', async () => {
    await promise({ ...profileAt('block'), people: [{ name: 'Maria', reach: ['#help'] }] });
    expect((await ask(noWayOut('1'))).answer).toBe('refuse');
  });

  it.each(['warn', 'observe'] as const)('is published at %s', async (enforcement) => {
    await promise(profileAt(enforcement));
    expect((await ask(noWayOut('1'))).answer).toBe('publish');
  });

  it('is held against no policy where there is no profile, which is no refusal', async () => {
    expect(await ask(noWayOut('1'))).toMatchObject({ answer: 'no-policy', profile: null, refusals: [] });
  });

  it('is published when one is reachable', async () => {
    await promise(profileAt('block'));
    expect(await ask(wayToAPerson('1'))).toMatchObject({ answer: 'publish', refusals: [] });
  });
});

describe('what cannot be told', () => {
  it('is published, and asked', async () => {
    await promise(profileAt('block'));
    const verdict = await ask(handsOverElsewhere('1'));
    expect(verdict.answer).toBe('publish');
    expect(verdict.message).toMatch(/^Published, with a question left: .*\?$/);
  });

  it('is refused where the promise says so', async () => {
    await promise(promised('block', { onUnknown: 'refuse' }));
    const verdict = await ask(handsOverElsewhere('1'));
    expect(verdict.answer).toBe('refuse');
    expect(verdict.message).toContain('Plumbline cannot tell');
  });

  it('is told where the flow it leans on is kept', async () => {
    await promise(promised('block', { onUnknown: 'refuse' }));
    const id = handOver;
    const other = { ...wayToAPerson(id), nodes: [], connections: {} };
    await putFlow({
      ctx: service.system,
      input: { business, source: 'n8n', id, workflow: other, state: 'published' },
    });
    expect((await ask(handsOverElsewhere('1'))).refusals.map((each) => each.because)).toEqual(['block']);
  });
});

describe('a flow that is live with the same fault', () => {
  const renamed = () => ({ ...noWayOut('1'), name: 'Another name' });

  it('is not refused for an edit that makes nothing worse', async () => {
    await promise(profileAt('block'));
    const verdict = await ask(renamed(), noWayOut('1'));
    expect(verdict.answer).toBe('publish');
    expect(verdict.remarks.map((each) => each.because)).toEqual(['already-live']);
    expect(verdict.message).toContain('the version that runs has the same fault');
  });

  it('is measured by the published version kept here where none is handed in', async () => {
    await promise(profileAt('block'));
    const kept = { business, ...flow, workflow: noWayOut('1'), state: 'published' as const };
    await putFlow({ ctx: service.system, input: kept });
    expect((await ask(renamed())).answer).toBe('publish');
    expect((await ask(renamed(), null)).answer).toBe('refuse');
  });

  it('is refused where the promise says so', async () => {
    await promise(promised('block', { alreadyLive: 'refuse' }));
    expect((await ask(renamed(), noWayOut('1'))).answer).toBe('refuse');
  });

  it('is refused when the edit takes the way to a person away', async () => {
    await promise(profileAt('block'));
    expect((await ask(noWayOut('1'), wayToAPerson('1'))).answer).toBe('refuse');
  });
});

describe('evidence that is only inferred', () => {
  it('never refuses', async () => {
    await promise(profileAt('block', 'require-bot-disclosure'));
    const verdict = await ask(wayToAPerson('1'));
    expect(verdict.remarks.filter((each) => each.because === 'advice')).not.toEqual([]);
    expect(verdict.answer).toBe('publish');
  });
});

describe('asking', () => {
  it('leaves nothing behind but its answer in the audit', async () => {
    await promise(profileAt('block'));
    await ask(noWayOut('1'));
    await expect(
      getFlow({ ctx: service.as(business, 'read'), input: { business, ...flow } }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes a workflow under its own id only', async () => {
    await promise(profileAt('block'));
    await expect(ask(noWayOut('2'))).rejects.toMatchObject({ code: 'id-mismatch' });
    await expect(ask({})).rejects.toMatchObject({ code: 'no-workflow' });
  });
});

describe('a report', () => {
  const report = (live: Record<string, unknown> | null, draft: Record<string, unknown> | null) =>
    reportFlow({ ctx: service.as(business, 'gate'), input: { business, ...flow, live, draft } });
  const kept = () => getFlow({ ctx: service.as(business, 'read'), input: { business, ...flow } });

  it('keeps what runs, with the draft beside it', async () => {
    await report(wayToAPerson('1'), noWayOut('1'));
    expect(await kept()).toMatchObject({ state: 'published', draft: { state: 'draft' } });
  });

  it('closes what is gone', async () => {
    await report(wayToAPerson('1'), noWayOut('1'));
    await report(null, noWayOut('1'));
    expect(await kept()).toMatchObject({ state: 'draft' });
    await report(null, null);
    await expect(kept()).rejects.toMatchObject({ code: 'not-found' });
    await report(null, null);
  });

  it('may be made with a key that may do nothing else', async () => {
    await expect(
      putFlow({
        ctx: service.as(business, 'gate'),
        input: { business, ...flow, workflow: example('pass-agent-tool', '1'), state: 'draft' },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
