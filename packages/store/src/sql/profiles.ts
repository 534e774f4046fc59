import type { Profile } from '@plumbline/core';
import { type ProfileVersion, profileEtag, type StoreTransaction, type StoreView } from '../port.ts';
import { createBuiltOnce } from './built-once.ts';
import type { Open } from './tables.ts';

const runHead = createBuiltOnce<Pick<ProfileVersion, 'version' | 'hash'>>();

export const profileReads = (open: Open, scope: string): Pick<StoreView, 'profile' | 'profileHead'> => ({
  profileHead: async () =>
    (
      await runHead(open, 'one', [scope, 1], () =>
        open()
          .selectFrom('profiles')
          .select(['version', 'hash'])
          .where('business', '=', scope)
          .orderBy('version', 'desc')
          .limit(1),
      )
    )[0],
  profile: async (version) => {
    let query = open().selectFrom('profiles').selectAll().where('business', '=', scope);
    if (version !== undefined) query = query.where('version', '=', version);
    const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      version: row.version,
      hash: row.hash,
      etag: profileEtag(row.version, row.hash),
      profile: JSON.parse(row.profile) as Profile,
      createdAt: row.created_at,
      createdBy: row.created_by,
    };
  },
});

export const profileWrites = (open: Open, scope: string): Pick<StoreTransaction, 'addProfile'> => ({
  addProfile: async ({ hash, profile, createdAt, createdBy }) => {
    const latest = await open()
      .selectFrom('profiles')
      .select('version')
      .where('business', '=', scope)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const version = (latest?.version ?? 0) + 1;
    await open()
      .insertInto('profiles')
      .values({
        business: scope,
        version,
        hash,
        profile: JSON.stringify(profile),
        created_at: createdAt,
        created_by: createdBy,
      })
      .execute();
    return { version, hash, etag: profileEtag(version, hash), profile, createdAt, createdBy };
  },
});
