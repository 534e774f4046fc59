import { wallClock } from '@plumbline/core';
import { z } from 'zod';
import { defaultSettings } from '../alerts/slots.ts';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { changeIn, readIn } from '../scope.ts';
import { digestSchema } from './alert-targets.ts';

export const alertSettingsSchema = z
  .strictObject({
    digest: digestSchema,
    dailyAt: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'hours and minutes, e.g. 08:00')
      .meta({ description: 'When a daily message goes out, on the clock of `timeZone`.', example: '08:00' }),
    timeZone: z
      .string()
      .max(80)
      .refine((name) => name !== '' && wallClock(name) !== null, 'an IANA name, e.g. Europe/Berlin')
      .meta({ example: 'Europe/Berlin' }),
  })
  .meta({
    id: 'AlertSettings',
    description: 'How people of the business are told, unless a target says otherwise.',
  });
type Settings = z.infer<typeof alertSettingsSchema>;

export const getAlertSettingsInput = z.strictObject({ business: businessIdSchema });

/** How people are told; at once and in UTC unless somebody has said otherwise. Needs `read`. */
export const getAlertSettings = async ({
  ctx,
  input,
}: Call<z.input<typeof getAlertSettingsInput>>): Promise<Settings> => {
  const { business } = parseInput(getAlertSettingsInput, input);
  return readIn(ctx, business, 'read', async (view) => (await view.alertSettings()) ?? defaultSettings);
};

export const putAlertSettingsInput = alertSettingsSchema.extend({ business: businessIdSchema });

/** Says how people are told from now on; messages that wait already go when they would have. Needs `write`. */
export const putAlertSettings = async ({
  ctx,
  input,
}: Call<z.input<typeof putAlertSettingsInput>>): Promise<Settings> => {
  const { business, ...settings } = parseInput(putAlertSettingsInput, input);
  await changeIn(ctx, business, 'write', async (tx) => {
    await tx.putAlertSettings(settings);
    await audit(ctx, tx, 'alert-settings.put', business, settings);
  });
  return settings;
};
