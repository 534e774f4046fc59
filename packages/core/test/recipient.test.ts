import { describe, expect, it } from 'vitest';
import { normaliseRecipient, whyUnreadable } from '../src/index.ts';

const key = (address: string, channel: string | null, country?: string): string | null =>
  normaliseRecipient({ address, country }, channel)?.key ?? null;

describe('an e-mail address', () => {
  it.each([
    'Ann@Customer.Example',
    ' ann@customer.example ',
    'mailto:ann@customer.example',
    'Ann Baker <ANN@customer.example>',
    'ann＠customer.example',
  ])('%s is one and the same', (address) => {
    expect(key(address, 'email')).toBe('email:ann@customer.example');
    expect(key(address, null)).toBe('email:ann@customer.example');
  });

  it.each([
    '',
    'ann',
    'ann@',
    '@customer.example',
    'ann@customer',
    'a@b@c.example',
    'ann, bob@customer.example',
  ])('"%s" is none', (address) => {
    expect(key(address, 'email')).toBeNull();
  });
});

describe('a phone number', () => {
  it.each([
    ['+49 30 123456', undefined],
    ['0049 (30) 123-456', undefined],
    ['+49 (0)30 123456', undefined],
    ['030/123456', 'DE'],
    ['030 123456', 'de'],
    ['tel:+4930123456', 'US'],
    ['+49\u00a030\u2011123456', undefined],
  ])('%s in %s is one and the same', (address, country) => {
    expect(key(address, 'sms', country)).toBe('phone:+4930123456');
  });

  it('keeps the 0 that belongs to an Italian number, and takes the 06 from a Hungarian one', () => {
    expect(key('06 6982 0000', 'sms', 'IT')).toBe('phone:+390669820000');
    expect(key('06 1 234 5678', 'sms', 'HU')).toBe('phone:+3612345678');
    expect(key('(415) 555-0132', 'sms', 'US')).toBe('phone:+14155550132');
    expect(key('1-415-555-0132', 'whatsapp', 'US')).toBe('phone:+14155550132');
  });

  it('cannot be told without the country, nor when it is none', () => {
    expect(key('030 123456', 'sms')).toBeNull();
    expect(key('030 123456', 'sms', 'ZZ')).toBeNull();
    expect(key('123', 'sms', 'DE')).toBeNull();
    expect(key('+49 30 CALL-US', 'sms')).toBeNull();
    expect(key('ann@customer.example', 'sms')).toBeNull();
    expect(key('+49 30 123456 7890 1234', 'sms')).toBeNull();
  });
});

describe('any other address', () => {
  it('means something on its channel only', () => {
    expect(key('@Ann_B', 'messenger')).toBe('id:messenger:@ann_b');
    expect(key('@Ann_B', 'chat')).toBe('id:chat:@ann_b');
    expect(key('@Ann_B', null)).toBeNull();
  });

  it('is nobody where nothing is given', () => {
    expect(normaliseRecipient(null, 'email')).toBeNull();
    expect(normaliseRecipient({ address: null }, 'email')).toBeNull();
    expect(key('   ', 'messenger')).toBeNull();
  });
});

it.each([
  [null, 'email', 'not-given'],
  ['  ', 'email', 'not-given'],
  ['not an address', 'email', 'no-email'],
  ['030 123456', 'sms', 'no-phone'],
  ['@ann', undefined, 'no-channel'],
])('says why %s over %s is nobody', (address, channel, why) => {
  expect(normaliseRecipient({ address }, channel)).toBeNull();
  expect(whyUnreadable({ address }, channel)).toBe(why);
});
