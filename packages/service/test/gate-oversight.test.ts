import type { ProfileInput } from '@plumbline/core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  attestAnswer,
  createBusiness,
  type GateVerdict,
  gateFlow,
  getFlow,
  putFlow,
  putProfile,
  revokeOversight,
  signOffFlow,
  waiveFault,
} from '../src/index.ts';
import { handsOverElsewhere, noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

const business = 'shop';
const flow = { source: 'n8n', id: '1' };

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
});

const promise = (profile: ProfileInput): Promise<unknown> =>
  putProfile({ ctx: service.system, input: { business, profile } });

const refusingUnknown = (profile: ProfileInput): ProfileInput => ({
  ...profile,
  values: (profile.values ?? []).map((value) => ({
    ...value,
    commitments: (value.commitments ?? []).map((each) => ({ ...each, onUnknown: 'refuse' as const })),
  })),
});

const draft = (workflow: Record<string, unknown>): Promise<unknown> =>
  putFlow({ ctx: service.system, input: { business, ...flow, workflow, state: 'draft', wait: 1 } });
const ask = (workflow: Record<string, unknown>): Promise<GateVerdict> =>
  gateFlow({ ctx: service.as(business, 'gate'), input: { business, ...flow, workflow, live: null } });
const sign = () => signOffFlow({ ctx: service.system, input: { business, ...flow, by: 'Maria' } });
const keyOf = async (): Promise<string> =>
  (await getFlow({ ctx: service.system, input: { business, ...flow } })).findings[0]?.occurrences[0]?.key ??
  '';
const until = (milliseconds: number): string =>
  new Date(service.bare.clock().getTime() + milliseconds).toISOString();

describe('a sign-off', () => {
  it('lets this version through at approve, and no other', async () => {
    await promise(profileAt('approve'));
    await draft(noWayOut('1'));
    expect((await ask(noWayOut('1'))).answer).toBe('refuse');
    const { id } = await sign();
    const verdict = await ask(noWayOut('1'));
    expect(verdict.answer).toBe('publish');
    expect(verdict.remarks.map(({ because }) => because)).toEqual(['signed-off']);
    expect(verdict.message).toContain('the owner has signed off this version');
    const edited = noWayOut('1');
    expect((await ask({ ...edited, settings: { timezone: 'Europe/Berlin' } })).answer).toBe('refuse');
    await revokeOversight({ ctx: service.system, input: { business, oversight: id } });
    expect((await ask(noWayOut('1'))).answer).toBe('refuse');
  });

  it('never opens what is at block', async () => {
    await promise(profileAt('block'));
    await draft(noWayOut('1'));
    await sign();
    expect((await ask(noWayOut('1'))).answer).toBe('refuse');
  });

  it('covers what was there when it was given, not what is asked since', async () => {
    await promise(profileAt('warn'));
    await draft(wayToAPerson('1'));
    await sign();
    await draft(noWayOut('1'));
    await sign();
    await promise({ ...profileAt('approve'), version: '2' });
    expect((await ask(noWayOut('1'))).answer).toBe('publish');
    const [value] = profileAt('approve').values ?? [];
    const renamed = { ...value?.commitments?.[0], id: 'new-promise', promise: 'Somebody always answers' };
    await promise({
      ...profileAt('approve'),
      values: [{ id: 'v', title: 'V', commitments: [renamed] }],
    });
    expect((await ask(noWayOut('1'))).answer).toBe('refuse');
  });
});

describe('a waiver', () => {
  it('lets a fault through until it ends', async () => {
    await promise(profileAt('block'));
    await draft(noWayOut('1'));
    await waiveFault({
      ctx: service.system,
      input: {
        business,
        ...flow,
        keys: [await keyOf()],
        by: 'Maria',
        reason: 'for the week',
        until: until(60_000),
      },
    });
    const verdict = await ask(noWayOut('1'));
    expect(verdict.remarks.map(({ because }) => because)).toEqual(['accepted']);
    expect(verdict.message).toContain('somebody has accepted for a time');
    service.pass(60_000);
    expect((await ask(noWayOut('1'))).answer).toBe('refuse');
  });
});

describe('an answer', () => {
  beforeEach(async () => {
    await promise(refusingUnknown(profileAt('block')));
    await draft(handsOverElsewhere('1'));
  });
  const attest = async (holds: boolean) =>
    attestAnswer({
      ctx: service.system,
      input: { business, ...flow, key: await keyOf(), holds, by: 'Maria' },
    });

  it('lets through what the file cannot tell, as long as it is what was spoken of', async () => {
    expect((await ask(handsOverElsewhere('1'))).answer).toBe('refuse');
    await attest(true);
    expect((await ask(handsOverElsewhere('1'))).answer).toBe('publish');
    const other = handsOverElsewhere('1');
    const nodes = other.nodes.map((node) =>
      node['name'] === 'Hand over to the shop'
        ? {
            ...node,
            parameters: { ...(node['parameters'] as object), workflowId: { value: 'x', mode: 'id' } },
          }
        : node,
    );
    expect((await ask({ ...other, nodes })).refusals.map(({ because }) => because)).toEqual(['cannot-tell']);
  });

  it('that the promise is not kept refuses like any fault', async () => {
    await attest(false);
    expect((await ask(handsOverElsewhere('1'))).refusals.map(({ because }) => because)).toEqual(['block']);
  });
});
