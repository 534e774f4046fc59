import { profileSchema } from '@plumbline/core';
import type { ProfileVersion } from '@plumbline/store';
import { z } from 'zod';

export const profileVersionSchema = z
  .object({
    version: z.int().meta({ description: 'From 1, one more with every change.' }),
    etag: z.string(),
    hash: z.string(),
    createdAt: z.iso.datetime(),
    createdBy: z.string().meta({ description: 'Id of the key that put it.' }),
    profile: profileSchema,
  })
  .meta({ id: 'ProfileVersion' });
export type ProfileVersionView = z.infer<typeof profileVersionSchema>;

/** Which profile an answer rests on. */
export const profileUsedSchema = z
  .object({ name: z.string(), version: z.string(), revision: z.int(), hash: z.string() })
  .meta({
    id: 'ProfileUsed',
    description: '`version` is what the document says of itself; `revision` counts what was put.',
  });
export type ProfileUsed = z.infer<typeof profileUsedSchema>;

export const profileUsed = (kept: ProfileVersion): ProfileUsed => ({
  name: kept.profile.name,
  version: kept.profile.version,
  revision: kept.version,
  hash: kept.hash,
});
