import { expect, it } from 'vitest';
import { createVault } from '../src/vault.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const vault = createVault(key(1));
const words = 'Dear Ann, \u202e\u{1f4d6} your order is ready.';

it('opens what it sealed, for the same business and the same thing only', () => {
  const sealed = vault.seal('a', 'dec_1', words);
  expect(sealed).not.toContain('Ann');
  expect(vault.open('a', 'dec_1', sealed)).toBe(words);
  expect(createVault(key(1)).open('a', 'dec_1', sealed)).toBe(words);
  expect(() => vault.open('b', 'dec_1', sealed)).toThrow();
  expect(() => vault.open('a', 'dec_2', sealed)).toThrow();
  expect(() => createVault(key(2)).open('a', 'dec_1', sealed)).toThrow();
});

it('notices every change', () => {
  const bytes = Buffer.from(vault.seal('a', 'd', words), 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open('a', 'd', changed.toString('base64url'))).toThrow();
    expect(() => vault.open('a', 'd', bytes.subarray(0, at).toString('base64url'))).toThrow();
  }
});

it('never seals the same twice alike', () => {
  expect(vault.seal('a', 'd', words)).not.toBe(vault.seal('a', 'd', words));
});

it('gives the same person the same pseudonym, another one in another business', () => {
  const one = vault.pseudonym('a', 'email:ann@example.org');
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(vault.pseudonym('a', 'email:ann@example.org')).toBe(one);
  expect(vault.pseudonym('a', 'email:bob@example.org')).not.toBe(one);
  expect(vault.pseudonym('b', 'email:ann@example.org')).not.toBe(one);
  expect(createVault(key(2)).pseudonym('a', 'email:ann@example.org')).not.toBe(one);
});

it('keeps its keys apart for more businesses than it remembers', () => {
  const sealed = vault.seal('first', 'd', words);
  for (let n = 0; n < 1_100; n += 1) vault.pseudonym(`b${n}`, 'x');
  expect(vault.open('first', 'd', sealed)).toBe(words);
});

it('takes no short key', () => {
  expect(() => createVault(new Uint8Array(16))).toThrow(RangeError);
});
