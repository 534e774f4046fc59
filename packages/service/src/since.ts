import { z } from 'zod';

export const sinceSchema = z.iso
  .datetime({ offset: true })
  .optional()
  .meta({ description: 'Only what was decided at this moment or later.' });

/** `2026-11-25T08:00:00+01:00` as the UTC text that times are kept in. */
export const inUtc = (time: string | undefined): string =>
  time === undefined ? '' : new Date(time).toISOString();
