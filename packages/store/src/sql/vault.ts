import type { Open } from './tables.ts';

/** Keeps the first fingerprint that comes, and compares every later one with it. */
export const isVault = async (open: Open, fingerprint: string): Promise<boolean> => {
  await open()
    .insertInto('vault')
    .values({ one: 1, fingerprint })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .execute();
  const kept = await open().selectFrom('vault').select('fingerprint').executeTakeFirst();
  return kept?.fingerprint === fingerprint;
};
