import { dialling } from './calling-codes.ts';
import type { Unreadable } from './context.ts';

export type AddressKind = 'email' | 'phone' | 'id';

export interface RecipientKey {
  readonly kind: AddressKind;
  /** One text for one person on one kind of way, e.g. `email:ann@example.org` or `phone:+4930123456`. Hash it. */
  readonly key: string;
}

interface Given {
  readonly address?: string | null | undefined;
  readonly country?: string | null | undefined;
}

const spoken = /^(?:mailto:|tel:|sms:|whatsapp:)/i;
const inBrackets = /<([^<>]{3,320})>\s*$/;
const email = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,250}\.[^\s@<>,;:".]{2,63}$/u;
const phoneMarks = /[\s().\-/\u00a0\u2010-\u2015]/g;

const phone = (text: string, country: string | null | undefined): string | null => {
  // "+44 (0) 20": the 0 in brackets is for dialling at home.
  const bare = text.replace(/\(0\)/, text.trim().startsWith('+') ? '' : '0').replace(phoneMarks, '');
  let digits = bare;
  if (digits.startsWith('+')) digits = digits.slice(1);
  else if (digits.startsWith('00')) digits = digits.slice(2);
  else {
    const home = typeof country === 'string' ? dialling[country.trim().toUpperCase()] : undefined;
    if (home === undefined) return null;
    const national =
      home.trunk !== '' && digits.startsWith(home.trunk) ? digits.slice(home.trunk.length) : digits;
    digits = `${home.code}${national}`;
  }
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
};

const byPhone = new Set(['sms', 'whatsapp', 'voice']);

/**
 * One key for the same recipient however the address is written: e-mail without case, phone in E.164. A phone number
 * without a country code needs the country. Null where it cannot be told who that is. `channel` says which kind of
 * address it is; without one only an address that leaves no doubt is read.
 */
export const normaliseRecipient = (
  recipient: Given | null | undefined,
  channel: string | null | undefined,
): RecipientKey | null => {
  const given = recipient?.address;
  if (typeof given !== 'string') return null;
  const text = given.normalize('NFKC').trim().slice(0, 400).replace(spoken, '').trim();
  if (text === '') return null;
  const mail = (inBrackets.exec(text)?.[1] ?? text).trim().toLowerCase();
  const looksLikeMail = email.test(mail);
  if (channel === 'email') return looksLikeMail ? { kind: 'email', key: `email:${mail}` } : null;
  const number = phone(text, recipient?.country);
  if (typeof channel === 'string' && byPhone.has(channel))
    return number === null ? null : { kind: 'phone', key: `phone:${number}` };
  if (looksLikeMail) return { kind: 'email', key: `email:${mail}` };
  if (number !== null && /^(?:\+|00)/.test(text)) return { kind: 'phone', key: `phone:${number}` };
  // A handle or an id means something on its channel only.
  return typeof channel === 'string' ? { kind: 'id', key: `id:${channel}:${text.toLowerCase()}` } : null;
};

/** Why `normaliseRecipient` gives null; the address itself stays out of every word. */
export const whyUnreadable = (
  recipient: Given | null | undefined,
  channel: string | null | undefined,
): Unreadable => {
  const given = recipient?.address;
  if (typeof given !== 'string' || given.trim() === '') return 'not-given';
  if (channel === 'email') return 'no-email';
  return typeof channel === 'string' && byPhone.has(channel) ? 'no-phone' : 'no-channel';
};
