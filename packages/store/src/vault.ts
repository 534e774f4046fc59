import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Keeps what belongs to people unreadable for whoever has only the data. Keys differ from business to business. */
export interface Vault {
  /** Keyed hash, HMAC-SHA256 in lower-case hex: the same text gives the same one, and nobody can try texts out. */
  readonly pseudonym: (business: string, text: string) => string;
  /** Encrypts; `bound` names what it belongs to and has to be given again to open it. */
  readonly seal: (business: string, bound: string, text: string) => string;
  /** Throws where it was changed, belongs to something else, or was sealed under another key. */
  readonly open: (business: string, bound: string, sealed: string) => string;
}

interface Keys {
  readonly hash: KeyObject;
  readonly content: KeyObject;
}

/** Length of a vault's key in bytes. */
export const vaultKeyLength = 32;
const nonceLength = 12;
const tagLength = 16;
/** Derived keys kept at hand; more businesses than that derive theirs again. */
const most = 1_000;

/**
 * A vault over one secret key: AES-256-GCM and HMAC-SHA256 under keys derived for each business (HKDF, RFC 5869).
 * `random` gives so many cryptographically random bytes, never the same ones again.
 */
export const createVault = (key: Uint8Array, random: (bytes: number) => Uint8Array = randomBytes): Vault => {
  if (key.length !== vaultKeyLength) throw new RangeError(`A vault's key has ${vaultKeyLength} bytes.`);
  const known = new Map<string, Keys>();
  // As key objects: handed over as bytes, Node would look at them anew with every call, which costs more than the hash.
  const derive = (business: string, use: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', key, business, `plumbline ${use} 1`, vaultKeyLength)));
  const keysOf = (business: string): Keys => {
    const found = known.get(business);
    if (found !== undefined) return found;
    const made = { hash: derive(business, 'recipient'), content: derive(business, 'content') };
    if (known.size >= most) known.delete(known.keys().next().value ?? '');
    known.set(business, made);
    return made;
  };
  return {
    pseudonym: (business, text) => createHmac('sha256', keysOf(business).hash).update(text).digest('hex'),
    seal: (business, bound, text) => {
      const nonce = random(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', keysOf(business).content, nonce);
      cipher.setAAD(Buffer.from(bound));
      const parts = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...parts]).toString('base64url');
    },
    open: (business, bound, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const nonce = bytes.subarray(0, nonceLength);
      // A shorter tag would be easier to forge.
      const decipher = createDecipheriv('aes-256-gcm', keysOf(business).content, nonce, {
        authTagLength: tagLength,
      });
      decipher.setAAD(Buffer.from(bound));
      decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      const body = decipher.update(bytes.subarray(nonceLength + tagLength));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    },
  };
};
