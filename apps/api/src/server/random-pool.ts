import { randomFillSync } from 'node:crypto';

/** Bytes drawn from the system at a time: one call for some hundred ids. */
const size = 4_096;

/** Cryptographically random bytes, each handed out once and then wiped here. */
export const createRandomPool = (): ((bytes: number) => Uint8Array) => {
  const pool = new Uint8Array(size);
  let used = size;
  return (bytes) => {
    if (bytes > size) return randomFillSync(new Uint8Array(bytes));
    if (used + bytes > size) {
      randomFillSync(pool);
      used = 0;
    }
    const given = pool.slice(used, used + bytes);
    pool.fill(0, used, used + bytes);
    used += bytes;
    return given;
  };
};
