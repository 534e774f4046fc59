import { z } from 'zod';
import { actionOrChannelSchema } from '../decide/words.ts';
import { flowKinds } from '../flow/kind.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single dashes, e.g. customer-intimacy')
  .max(80);
const words = (most: number) => z.string().trim().min(1).max(most);

export const enforcementSchema = z.enum(['observe', 'warn', 'approve', 'block']).meta({
  id: 'Enforcement',
  description:
    'How strictly a commitment holds. `observe`: shown only. `warn`: asks for an adjustment. `approve`: published only after the owner signs off. `block`: refused.',
});
export type Enforcement = z.infer<typeof enforcementSchema>;
export const enforcementRank: Readonly<Record<Enforcement, number>> = {
  observe: 0,
  warn: 1,
  approve: 2,
  block: 3,
};

/** At publishing, of what a file cannot tell: publish and ask, or refuse. */
export const onUnknownSchema = z.enum(['ask', 'refuse']);

export const practiceSchema = z
  .strictObject({
    id,
    title: words(200).meta({ description: 'What people do, e.g. "Have the voice of our chatbot reviewed".' }),
    validForDays: z
      .int()
      .min(1)
      .max(3650)
      .default(365)
      .meta({ description: 'How long an attestation of it holds.' }),
    appliesTo: z
      .array(z.enum(flowKinds))
      .default([])
      .meta({ description: 'Kinds of flows it is asked for; empty means every flow.' }),
  })
  .meta({ id: 'Practice', description: 'Something only people can vouch for.' });
export type Practice = z.infer<typeof practiceSchema>;

export const boundCheckSchema = z
  .strictObject({
    check: id.meta({ description: 'Id of a check, see `plumbline explain`.' }),
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'BoundCheck' });

const askedOf = {
  actions: z.array(actionOrChannelSchema).min(1).max(50),
  channels: z.array(actionOrChannelSchema).min(1).max(50),
};

export const boundRuleSchema = z
  .strictObject({
    rule: id.meta({ description: 'Id of a run-time rule, built in or one of `ownRules`.' }),
    options: z.record(z.string(), z.unknown()).default({}),
    actions: askedOf.actions.optional().meta({
      description: 'Asked of these actions only, instead of those the rule is made for.',
    }),
    channels: askedOf.channels.optional().meta({ description: 'Asked on these channels only.' }),
  })
  .meta({ id: 'BoundRule', description: 'A question to every decision of these actions.' });
export type BoundRule = z.infer<typeof boundRuleSchema>;

export const ownRuleSchema = z
  .strictObject({
    id,
    must: z.string().trim().min(1).max(1000).meta({
      description: 'CEL expression over the request that is true where all is well.',
      example: 'amount <= 50 || reviewedBy != ""',
    }),
    message: words(500).meta({ description: 'What to say where it is not true.' }),
    actions: askedOf.actions,
    channels: askedOf.channels.optional(),
    examples: z
      .strictObject({
        pass: z.array(z.record(z.string(), z.unknown())).min(1).max(20),
        fail: z.array(z.record(z.string(), z.unknown())).min(1).max(20),
      })
      .meta({ description: 'Requests that must pass and must fail. `caller` and `action` may be left out.' }),
  })
  .meta({ id: 'OwnRule', description: 'A rule of your own, kept with its examples.' });
export type OwnRule = z.infer<typeof ownRuleSchema>;

export const ownFactKindSchema = z.enum(['text', 'number', 'yes-no']).meta({ id: 'OwnFactKind' });

export const commitmentSchema = z
  .strictObject({
    id,
    promise: words(300).meta({
      description: 'The promise in your own words.',
      example: 'A customer can always reach one of us',
    }),
    enforcement: enforcementSchema.default('warn'),
    onUnknown: onUnknownSchema
      .default('ask')
      .meta({ description: 'At publishing, when a file cannot tell: publish and ask, or refuse.' }),
    alreadyLive: z.enum(['keep', 'refuse']).default('keep').meta({
      description: 'At publishing, when what runs has the same fault: let the edit through, or refuse.',
    }),
    waivers: z.enum(['allowed', 'by-another', 'forbidden']).default('allowed').meta({
      description:
        'May a fault be accepted until a time? `by-another`: not by the key that changed the flow last.',
    }),
    checks: z.array(boundCheckSchema).default([]),
    rules: z.array(boundRuleSchema).default([]),
    practices: z.array(practiceSchema).default([]),
  })
  .meta({ id: 'Commitment', description: 'One promise under a value.' });
export type Commitment = z.infer<typeof commitmentSchema>;

export const valueSchema = z
  .strictObject({
    id,
    title: words(100),
    statement: words(1000).optional().meta({ description: 'What this value means to this business.' }),
    commitments: z.array(commitmentSchema).default([]),
  })
  .meta({ id: 'Value' });
export type Value = z.infer<typeof valueSchema>;

export const personSchema = z
  .strictObject({
    name: words(100),
    role: words(100).optional(),
    reach: z
      .array(words(200))
      .default([])
      .meta({
        description: 'Where automations reach this person: an address, a channel, a chat id.',
        example: ['#help', 'maria@bookshop.example'],
      }),
  })
  .meta({ id: 'Person', description: 'Somebody of the business whom a flow can hand over to.' });

export const profileSchema = z
  .strictObject({
    profile: z.literal(1).meta({ description: 'Version of this file format.' }),
    name: words(200).meta({ description: 'Name of the business.' }),
    version: words(50).default('1').meta({ description: 'Your own version of this document.' }),
    trade: words(100).optional(),
    language: words(35)
      .optional()
      .meta({ description: 'BCP 47 language tag customers are written to in.', example: 'en' }),
    people: z.array(personSchema).default([]),
    ownActions: z
      .array(actionOrChannelSchema)
      .default([])
      .meta({ description: 'Actions of your own that rules are bound to.', example: ['voucher.give'] }),
    ownChannels: z
      .array(actionOrChannelSchema)
      .default([])
      .meta({ description: 'Channels of your own that rules are bound to.', example: ['loudspeaker'] }),
    ownFacts: z
      .record(
        z
          .string()
          .regex(/^[a-z][a-zA-Z0-9]*$/, 'use letters and digits, e.g. loyaltyPoints')
          .max(60),
        ownFactKindSchema,
      )
      .default({})
      .meta({ description: 'Facts that your own rules may read, beside those every request can have.' }),
    ownRules: z.array(ownRuleSchema).max(200).default([]),
    values: z.array(valueSchema).default([]),
  })
  .meta({
    id: 'Profile',
    description: 'What a business values, what it promises, and how strictly each promise holds.',
  });
export type Profile = z.infer<typeof profileSchema>;
/** A profile as somebody writes it: what has a default may be left out. */
export type ProfileInput = z.input<typeof profileSchema>;
