import { causeSchema, changeSchema, standings } from '@plumbline/core';
import { flowStates } from '@plumbline/store';
import { z } from 'zod';

const driftStepSchema = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    direction: z.enum(['worse', 'better', 'same']),
    words: z.string(),
  })
  .meta({ id: 'DriftStep', description: 'One change on the way from the sign-off to now.' });

const driftItemSchema = z
  .object({
    flow: z.object({
      source: z.string(),
      id: z.string(),
      name: z.string().nullable(),
      state: z.enum(flowStates).nullable().meta({ description: 'null: it was removed.' }),
    }),
    signedOff: z.object({
      id: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      fingerprint: z.string(),
      profile: z.int().meta({ description: 'Version of the values profile.' }),
      standing: z.enum(standings),
    }),
    now: z
      .object({
        fingerprint: z.string(),
        profile: z.int(),
        standing: z.enum(standings),
        pending: z.boolean().meta({ description: 'It is being judged anew; this is what is known so far.' }),
      })
      .nullable(),
    change: changeSchema.nullable().meta({ description: 'null: the flow was removed.' }),
    causes: z.array(causeSchema),
    words: z.string().meta({ description: 'What changed and what follows, in plain words.' }),
    steps: z.array(driftStepSchema).meta({ description: 'How it came about, oldest first; the last ones.' }),
  })
  .meta({ id: 'DriftItem' });
export type DriftItem = z.infer<typeof driftItemSchema>;

const indicatorDriftSchema = z
  .object({
    indicator: z.string(),
    values: z.array(z.string()).meta({ description: 'Values it speaks of.' }),
    is: z.enum(['above', 'below']),
    day: z.string(),
    value: z.number(),
    center: z.number(),
    lower: z.number(),
    upper: z.number(),
    points: z.int().meta({ description: 'Days the usual band was worked out from.' }),
    words: z.string(),
  })
  .meta({
    id: 'IndicatorDrift',
    description: 'An indicator outside its usual band on its last complete day.',
  });

export const driftSchema = z
  .object({
    items: z.array(driftItemSchema),
    next: z.string().nullable(),
    indicators: z.array(indicatorDriftSchema),
  })
  .meta({ id: 'Drift', description: 'What is not any more as it was signed off.' });
export type Drift = z.infer<typeof driftSchema>;
