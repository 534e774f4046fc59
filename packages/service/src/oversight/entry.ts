import type { Oversight } from '@plumbline/store';
import { z } from 'zod';
import { type Context, now } from '../context.ts';

/** The person who says so, and in what words. */
export const saysSchema = {
  by: z.string().trim().min(1).max(200).meta({
    description: 'The person who says so.',
    example: 'Maria',
  }),
  comment: z.string().trim().max(2000).default('').meta({ description: 'In their own words.' }),
};

export const untilSchema = z.iso
  .datetime({ offset: true })
  .meta({ description: 'When it ends by itself.', example: '2026-12-31T17:00:00+01:00' });

/** What it must still be that was looked at when somebody said so. */
export const lookedAtSchema = {
  closure: z.string().min(1).max(200).optional().meta({
    description:
      '`closure` of the version that was looked at; if the flow, or what it leans on, is another one now, nothing is kept.',
  }),
};

/** What every new entry begins with. */
export const newEntry = (
  ctx: Context,
  {
    by,
    comment,
    until,
  }: { readonly by: string; readonly comment: string; readonly until?: string | undefined },
): Omit<Oversight, 'kind' | 'detail' | 'source' | 'flow'> => ({
  id: ctx.id('ovs'),
  by,
  actor: ctx.actor.id,
  at: now(ctx),
  words: comment,
  until: until === undefined ? null : new Date(until).toISOString(),
  revokedAt: null,
  revokedBy: null,
  soonToldAt: null,
  lapseToldAt: null,
});
