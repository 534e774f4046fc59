import { type AlertTarget, channels, digests, eventTypes } from '@plumbline/store';
import { z } from 'zod';
import { type Place, placeOf, placeSchema, sealedPlace } from '../alerts/place.ts';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { mustBeReachable } from '../deliver/reach.ts';
import { newSecret } from '../deliver/secret.ts';
import { parseInput } from '../parse-input.ts';
import { notFound, Problem } from '../problem.ts';
import { changeIn, readIn } from '../scope.ts';
import { eventTypeSchema, usualEvents } from './subscriptions.ts';

export const digestSchema = z.enum(digests).meta({
  id: 'Digest',
  description: '`at-once`: the first at once, what follows within a minute together at its end.',
});

export const alertTargetBodySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200).meta({ example: 'The shop on Slack' }),
    place: placeSchema.meta({
      description:
        'Where people are told: addresses for `email`, the address of an incoming webhook for all others. In a private network only where a connection allows it.',
      example: { channel: 'slack', url: 'https://hooks.slack.com/services/T0/B0/xyz' },
    }),
    events: z
      .array(eventTypeSchema)
      .min(1)
      .max(eventTypes.length)
      .default([...usualEvents]),
    digest: digestSchema.nullable().default(null).meta({ description: 'null: as the business has it.' }),
  })
  .meta({ id: 'AddAlertTarget' });

export const alertTargetSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    channel: z.enum(channels),
    to: z
      .array(z.string())
      .meta({ description: 'Addresses, or the host of the webhook, whose rest is a secret.' }),
    events: z.array(eventTypeSchema),
    digest: digestSchema.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'AlertTarget', description: 'Where people of the business are told.' });
type TargetView = z.infer<typeof alertTargetSchema>;

export const addedAlertTargetSchema = alertTargetSchema
  .extend({
    secret: z
      .string()
      .nullable()
      .meta({ description: 'Of a signed webhook, shown this once: `whsec_...`, Standard Webhooks.' }),
  })
  .meta({ id: 'AddedAlertTarget' });
export const alertTargetListSchema = z
  .object({ items: z.array(alertTargetSchema) })
  .meta({ id: 'AlertTargetList' });

const most = 50;

const viewOf = (ctx: Context, business: string, target: AlertTarget): TargetView => {
  const place = placeOf(ctx, business, target);
  return {
    id: target.id,
    name: target.name,
    channel: target.channel,
    to: place.channel === 'email' ? place.to : [new URL(place.url).host],
    events: [...target.events],
    digest: target.digest,
    createdAt: target.createdAt,
  };
};

const mustBeUsable = async (
  ctx: Context,
  view: Parameters<typeof mustBeReachable>[0],
  place: Place,
): Promise<void> => {
  if (place.channel !== 'email') await mustBeReachable(view, place.url);
  else if (ctx.mail === undefined)
    throw new Problem('no-mail-server', 'Nobody has said over which mail server letters go.');
};

export const addAlertTargetInput = alertTargetBodySchema.extend({ business: businessIdSchema });

/**
 * Has people told from now on. Needs `write`. Throws `address-refused` for an address that would never be called,
 * `no-mail-server`, and `conflict` where there are too many.
 */
export const addAlertTarget = async ({
  ctx,
  input,
}: Call<z.input<typeof addAlertTargetInput>>): Promise<z.infer<typeof addedAlertTargetSchema>> => {
  const { business, name, place, events, digest } = parseInput(addAlertTargetInput, input);
  return changeIn(ctx, business, 'write', async (tx) => {
    await mustBeUsable(ctx, tx, place);
    if ((await tx.alertTargets()).length >= most)
      throw new Problem('conflict', `There are ${most} targets already: take some away.`);
    const id = ctx.id('tgt');
    const secret = place.channel === 'webhook' ? newSecret(ctx) : null;
    const kept: AlertTarget = {
      id,
      name,
      channel: place.channel,
      events: [...new Set(events)],
      digest,
      place: sealedPlace(ctx, business, id, place),
      secret: secret === null ? null : ctx.vault.seal(business, id, secret),
      createdAt: now(ctx),
      createdBy: ctx.actor.id,
    };
    await tx.putAlertTarget(kept);
    await audit(ctx, tx, 'alert-target.add', id, { channel: place.channel });
    return { ...viewOf(ctx, business, kept), secret };
  });
};

export const listAlertTargetsInput = z.strictObject({ business: businessIdSchema });

/** Where people are told. Needs `read`. */
export const listAlertTargets = async ({
  ctx,
  input,
}: Call<z.input<typeof listAlertTargetsInput>>): Promise<z.infer<typeof alertTargetListSchema>> => {
  const { business } = parseInput(listAlertTargetsInput, input);
  return readIn(ctx, business, 'read', async (view) => ({
    items: (await view.alertTargets()).map((target) => viewOf(ctx, business, target)),
  }));
};

export const alertTargetAddress = z.strictObject({
  business: businessIdSchema,
  target: z.string().min(1).max(200),
});

/** Tells nobody there any more, not even what waits. Needs `write`. */
export const removeAlertTarget = async ({
  ctx,
  input,
}: Call<z.input<typeof alertTargetAddress>>): Promise<void> => {
  const { business, target } = parseInput(alertTargetAddress, input);
  await changeIn(ctx, business, 'write', async (tx) => {
    if (!(await tx.removeAlertTarget(target))) throw notFound('alert target');
    await audit(ctx, tx, 'alert-target.remove', target);
  });
};
