import { describe, expect, it } from 'vitest';
import {
  type Answer,
  answerSchema,
  compileProfile,
  countersFor,
  decide,
  type Obligation,
  parseProfile,
  type Reason,
} from '../src/index.ts';
import { vectors } from './vectors.ts';

const compiled = (input: unknown) => {
  if (input === null) return null;
  const parsed = parseProfile(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileProfile(parsed.profile, 'hash');
};

const reason = ({ rule, verdict, effect, commitment }: Reason) => ({ rule, verdict, effect, commitment });
const obligation = (each: Obligation) =>
  each.kind === 'wait-until'
    ? { kind: each.kind, until: each.until, timeZone: each.timeZone }
    : { kind: each.kind, text: each.text };
const said = (answer: Answer) => ({
  kind: answer.kind,
  reasons: answer.reasons.map(reason),
  observed: answer.observed.map(reason),
  obligations: answer.obligations.map(obligation),
  reserves: answer.reserves,
});

it('has vectors enough, each named once', () => {
  const names = vectors.map(({ group, name }) => `${group}: ${name}`);
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(names).toEqual([...new Set(names)]);
});

describe('vectors', () => {
  it.each(vectors)('$group: $name', ({ profile, request, context, answer }) => {
    const policy = compiled(profile);
    const given = decide(policy, request, context);
    expect(said(given)).toEqual(answer);
    expect(answerSchema.safeParse(given).error).toBeUndefined();
    expect(decide(policy, request, context)).toEqual(given);
    expect(given.message).not.toBe('');
    for (const each of given.reasons) expect(each.because).toMatch(/^because you said “.+”$/);
    // A question only where something is unknown, and then always.
    for (const each of [...given.reasons, ...given.observed])
      expect(each.question !== undefined).toBe(each.verdict === 'unknown');
  });
});

describe('counters', () => {
  it('names each counter once, with the channels it counts', () => {
    const policy = compiled({
      profile: 1,
      name: 'Corner Bookshop',
      values: [
        {
          id: 'customer-intimacy',
          title: 'Customer intimacy',
          commitments: [
            {
              id: 'a',
              promise: 'Not too much',
              rules: [{ rule: 'contact-limit' }, { rule: 'contact-limit', options: { most: 9 } }],
            },
            {
              id: 'b',
              promise: 'Few texts',
              rules: [{ rule: 'contact-limit', options: { days: 1 }, channels: ['whatsapp', 'sms'] }],
            },
          ],
        },
      ],
    });
    if (policy === null) throw new Error('no policy');
    const week = { key: 'contact/7d', counter: 'contact', days: 7, channels: null };
    const day = {
      key: 'contact/1d/sms+whatsapp',
      counter: 'contact',
      days: 1,
      channels: ['sms', 'whatsapp'],
    };
    const ask = (channel: string) =>
      countersFor(policy, { caller: 'test', action: 'message.send', channel, audience: 'customer' });
    expect(ask('email')).toEqual([week]);
    expect(ask('sms')).toEqual([week, day]);
    expect(countersFor(policy, { caller: 'test', action: 'payment.refund' })).toEqual([]);
  });
});

it('asks about an action that nobody knows, which may be misspelt', () => {
  const policy = compiled({ profile: 1, name: 'Corner Bookshop', values: [], ownActions: ['voucher.give'] });
  const messageOf = (action: string) =>
    decide(policy, { caller: 'test', action }, { now: 0, counters: {} }).message;
  expect(messageOf('message.snd')).toContain('Is it spelt as you mean it?');
  for (const known of ['message.send', 'voucher.give'])
    expect(messageOf(known)).toBe('Nothing in the profile speaks of this.');
});
