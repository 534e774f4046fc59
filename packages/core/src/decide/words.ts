import { z } from 'zod';

export const actionOrChannelSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'use small letters, digits, single dots and dashes, e.g. message.send',
  )
  .max(80);

/** Actions every profile knows. A profile may name others in `ownActions`. */
export const builtInActions = [
  'message.send',
  'message.reply',
  'post.publish',
  'booking.create',
  'booking.change',
  'booking.cancel',
  'payment.refund',
  'record.delete',
  'decision.about-person',
] as const;
export type BuiltInAction = (typeof builtInActions)[number];

/** Channels every profile knows. Any other that is not in `ownChannels` counts as unknown: it may be misspelt. */
export const knownChannels = [
  'email',
  'sms',
  'whatsapp',
  'messenger',
  'chat',
  'voice',
  'push',
  'letter',
  'social',
  'web',
  'internal',
] as const;
export type KnownChannel = (typeof knownChannels)[number];

export const audiences = ['customer', 'partner', 'staff', 'public'] as const;
export type RequestAudience = (typeof audiences)[number];

export const purposes = ['marketing', 'service', 'transaction'] as const;
export const sentiments = ['positive', 'neutral', 'negative', 'distressed'] as const;
