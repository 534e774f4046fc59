import type { AlertTarget, Channel } from '@plumbline/store';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { callUrlSchema } from '../deliver/reach.ts';

const addressesSchema = z.array(z.email().max(320)).min(1).max(20);

const emailPlaceSchema = z.strictObject({ channel: z.literal('email'), to: addressesSchema });
const webhook = <Name extends Exclude<Channel, 'email'>>(channel: Name) =>
  z.strictObject({ channel: z.literal(channel), url: callUrlSchema });

/** Where people are told, by channel. */
export const placeSchema = z.discriminatedUnion('channel', [
  emailPlaceSchema,
  webhook('slack'),
  webhook('teams'),
  webhook('discord'),
  webhook('webhook'),
]);
export type Place = z.infer<typeof placeSchema>;

export const sealedPlace = (
  ctx: Pick<Context, 'vault'>,
  business: string,
  id: string,
  place: Place,
): string => ctx.vault.seal(business, id, JSON.stringify(place));

/** Throws if what is kept was tampered with. */
export const placeOf = (
  ctx: Pick<Context, 'vault'>,
  business: string,
  { id, place }: Pick<AlertTarget, 'id' | 'place'>,
): Place => placeSchema.parse(JSON.parse(ctx.vault.open(business, id, place)));
