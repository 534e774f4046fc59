import { z } from 'zod';
import {
  actionOrChannelSchema,
  audiences,
  builtInActions,
  knownChannels,
  purposes,
  sentiments,
} from './words.ts';

const text = (most: number, description: string) => z.string().max(most).nullish().meta({ description });

const recipientSchema = z
  .strictObject({
    address: text(320, 'Where it goes, as you have it: an e-mail address, a phone number, a chat id.'),
    country: text(2, 'ISO 3166 code of the country a phone number without a prefix belongs to, e.g. `DE`.'),
    timeZone: text(64, 'IANA time zone the recipient lives in, e.g. `Europe/Berlin`.'),
    locale: text(35, 'BCP 47 language tag the recipient reads, e.g. `de-AT`.'),
  })
  .meta({ id: 'Recipient', description: 'Whom it reaches. What is left out is not known.' });

const contentSchema = z
  .strictObject({
    subject: text(1000, 'Subject line.'),
    text: text(100_000, 'What would go out, as plain text.'),
    html: text(500_000, 'What would go out, as HTML.'),
    said: text(100_000, 'What the person wrote or said, to which this is the answer.'),
  })
  .meta({ id: 'Content', description: 'What would go out. What is left out does not go out.' });

const ownFactSchema = z.union([z.boolean(), z.number(), z.string().max(2000)]).nullable();

const factsSchema = z
  .strictObject({
    aiGenerated: z.boolean().nullish().meta({ description: 'Did a model write or decide it?' }),
    reviewedBy: text(200, 'Name of the person who has read and accepted exactly this.'),
    decidedBy: z
      .enum(['person', 'rule', 'model'])
      .nullish()
      .meta({ description: 'Who made the decision that this carries out.' }),
    consequential: z.boolean().nullish().meta({
      description: 'Does the decision weigh on the person: a refusal, a price, a job, credit, care?',
    }),
    purpose: z.enum(purposes).nullish().meta({
      description:
        'Why it is sent: `marketing`; `service`, such as a reminder; `transaction`: asked for by the recipient or needed by them, such as a confirmation or a bill.',
    }),
    sentiment: z.enum(sentiments).nullish().meta({ description: 'How the person sounds.' }),
    confidence: z.number().min(0).max(1).nullish().meta({ description: 'How sure the model says it is.' }),
    amount: z.number().min(0).nullish().meta({ description: 'How much money it moves, in `currency`.' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'use an ISO 4217 code, e.g. EUR')
      .nullish(),
    turns: z
      .int()
      .min(0)
      .nullish()
      .meta({ description: 'Answers the machine has given in this conversation.' }),
    personOffered: z
      .boolean()
      .nullish()
      .meta({ description: 'Has a person been offered in this conversation?' }),
    own: z
      .record(z.string().max(60), ownFactSchema)
      .nullish()
      .meta({ description: 'Facts of your own, as the profile declares them for its own rules.' }),
  })
  .meta({ id: 'Facts', description: 'What is known about it. What is left out or null is not known.' });

const flowReferenceSchema = z
  .strictObject({ source: z.string().min(1).max(100), id: z.string().min(1).max(200) })
  .meta({ id: 'FlowReference', description: 'The automation that asks, as Plumbline knows it.' });

export const decisionRequestSchema = z
  .strictObject({
    caller: z.string().min(1).max(200).meta({ description: 'Who asks, e.g. `zapier/new-order`.' }),
    flow: flowReferenceSchema.nullish(),
    action: actionOrChannelSchema.meta({
      description: `What is about to happen: ${builtInActions.map((each) => `\`${each}\``).join(', ')}, or one that the profile names.`,
      example: 'message.send',
    }),
    channel: actionOrChannelSchema.nullish().meta({
      description: `The way it takes: ${knownChannels.map((each) => `\`${each}\``).join(', ')}, or one that the profile names.`,
    }),
    audience: z.enum(audiences).nullish().meta({ description: 'Whom it reaches.' }),
    recipient: recipientSchema.nullish(),
    content: contentSchema.nullish(),
    facts: factsSchema.nullish(),
  })
  .meta({ id: 'DecisionRequest', description: 'May this happen? What is left out or null is not known.' });

/** The question an automation asks before it acts. What is absent or null is unknown; no rule takes it as fine. */
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;
export type Content = z.infer<typeof contentSchema>;
