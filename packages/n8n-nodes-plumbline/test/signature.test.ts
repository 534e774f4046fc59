import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { firstTime, mostSeen } from '../src/seen.ts';
import { isSigned } from '../src/signature.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const now = 1_767_603_600;
const text = '{"type":"flow.drifted","timestamp":"2026-01-05T09:00:00.000Z","data":{"name":"Café"}}';
const body = Buffer.from(text, 'utf8');
/** As the makers of the scheme sign it. */
const signedBy = (key: string, at = now): string => new Webhook(key).sign('evt_1', new Date(at * 1000), text);
const call = (change: Partial<Parameters<typeof isSigned>[0]> = {}) => ({
  id: 'evt_1',
  timestamp: `${now}`,
  signature: signedBy(secret),
  body,
  ...change,
});

describe('a signed call', () => {
  it('is taken as the reference library signs it', () => {
    expect(isSigned(call(), secret, now)).toBe(true);
    expect(isSigned(call(), secret, now + 300)).toBe(true);
    expect(isSigned(call(), secret, now - 300)).toBe(true);
  });

  it('is taken where one of several signatures fits', () => {
    expect(isSigned(call({ signature: `${signedBy(other)} ${signedBy(secret)}` }), secret, now)).toBe(true);
  });

  it.each([
    ['another body', { body: Buffer.from(`${text} `) }],
    ['no body', { body: Buffer.alloc(0) }],
    ['another id', { id: 'evt_2' }],
    ['no id', { id: '' }],
    ['another time', { timestamp: `${now + 1}` }],
    ['a time that is none', { timestamp: `${now}.0` }],
    ['no time', { timestamp: '' }],
    ['no signature', { signature: '' }],
    ['another secret', { signature: signedBy(other) }],
    ['another version', { signature: signedBy(secret).replace('v1,', 'v1a,') }],
    ['a signature cut short', { signature: signedBy(secret).slice(0, -4) }],
  ])('with %s is not', (_, change) => {
    expect(isSigned(call(change), secret, now)).toBe(false);
  });

  it.each(['', 'whsec_', secret.slice(6)])('is not where the secret is `%s`', (broken) => {
    expect(isSigned(call(), broken, now)).toBe(false);
  });

  it('is not once it is older than five minutes, nor from the future', () => {
    expect(isSigned(call(), secret, now + 301)).toBe(false);
    expect(isSigned(call(), secret, now - 301)).toBe(false);
  });
});

describe('an event that comes twice', () => {
  it('is known, also by the next run', () => {
    const kept: Record<string, unknown> = {};
    expect(firstTime(kept, 'evt_1')).toBe(true);
    const later = JSON.parse(JSON.stringify(kept)) as Record<string, unknown>;
    expect(firstTime(later, 'evt_1')).toBe(false);
    expect(firstTime(later, 'evt_2')).toBe(true);
  });

  it('is forgotten after many others', () => {
    const kept: Record<string, unknown> = {};
    for (let n = 0; n < mostSeen; n += 1) firstTime(kept, `evt_${n}`);
    expect(firstTime(kept, 'evt_0')).toBe(false);
    firstTime(kept, 'one more');
    expect(kept['seen']).toHaveLength(mostSeen);
    expect(firstTime(kept, 'evt_0')).toBe(true);
  });
});
