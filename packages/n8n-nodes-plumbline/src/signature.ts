import { createHmac, timingSafeEqual } from 'node:crypto';

/** One call as it arrived, by the headers of Standard Webhooks. */
export interface SignedCall {
  readonly id: string;
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  /** `v1,<base64>`, several with spaces between while a secret is being changed. */
  readonly signature: string;
  /** The very bytes of the body: written anew, it would not be what was signed. */
  readonly body: Uint8Array;
}

/** Seconds that a call may be older or newer than now, as Standard Webhooks advises: what is older may be a copy. */
const tolerance = 5 * 60;
const prefix = 'whsec_';

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/**
 * Whether a call was signed with this secret (`whsec_...`), within five minutes of `now` in seconds since 1970.
 * https://www.standardwebhooks.com
 */
export const isSigned = (call: SignedCall, secret: string, now: number): boolean => {
  if (!secret.startsWith(prefix) || call.id === '' || !/^\d{1,12}$/.test(call.timestamp)) return false;
  if (Math.abs(now - Number(call.timestamp)) > tolerance) return false;
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  if (key.length === 0) return false;
  const expected = createHmac('sha256', key)
    .update(`${call.id}.${call.timestamp}.`)
    .update(call.body)
    .digest();
  const given = call.signature.split(' ').slice(0, 10);
  return given.some((each) => each.startsWith('v1,') && same(Buffer.from(each.slice(3), 'base64'), expected));
};
