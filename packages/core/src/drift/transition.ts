import { z } from 'zod';
import { cellLabels, standings } from '../evaluate/assess.ts';
import { flowDiffSchema } from './flow-diff.ts';
import { placeSchema, snapshotSchema } from './snapshot.ts';

export const causeKinds = [
  'first',
  'returned',
  'flow',
  'sub-flow',
  'error-flow',
  'conversation',
  'profile',
  'checks',
  'reader',
  'attestation-given',
  'attestation-lapsed',
  'waiver-given',
  'waiver-lapsed',
  'practice-lapsed',
  'indicator',
  'fault',
] as const;

export const causeSchema = z
  .object({
    kind: z.enum(causeKinds).meta({
      description:
        '`first`: judged for the first time. `returned`: back after it had been taken away. `flow`, `sub-flow`, `error-flow`, `conversation`: that flow was changed. `fault`: a check failed on our side.',
    }),
    words: z
      .string()
      .meta({ description: 'One sentence without its full stop, e.g. "`Ask Maria on Slack` was removed".' }),
    flow: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Which other flow it was; null for the flow itself.' }),
    diff: flowDiffSchema.nullable().meta({ description: 'Which steps, links and settings, where known.' }),
    about: z.array(z.string()).meta({
      description: 'Commitments, checks, occurrence keys, practices or indicators it speaks of.',
    }),
  })
  .meta({ id: 'Cause' });
export type Cause = z.infer<typeof causeSchema>;

export const directionSchema = z.enum(['worse', 'better', 'same']);
export type Direction = z.infer<typeof directionSchema>;

export const cellChangeSchema = z.object({
  value: z.string(),
  before: z.enum(cellLabels).nullable(),
  after: z.enum(cellLabels).nullable(),
});

/** What two evaluations of one flow differ in. */
export const changeSchema = z
  .object({
    standing: z
      .object({ before: z.enum(standings).nullable(), after: z.enum(standings) })
      .nullable()
      .meta({ description: 'null: the standing is the same.' }),
    cells: z.array(cellChangeSchema),
    newFaults: z.array(placeSchema).meta({ description: 'Neither there before nor accepted now.' }),
    goneFaults: z.array(placeSchema),
    newQuestions: z.array(placeSchema),
    goneQuestions: z.array(placeSchema),
    direction: directionSchema,
    harmless: z.boolean().meta({
      description: 'Nothing that a promise cares about is different: recorded, and nobody is told.',
    }),
  })
  .meta({ id: 'AlignmentChange' });
export type AlignmentChange = z.infer<typeof changeSchema>;

const flowNamed = z.object({
  source: z.string(),
  id: z.string(),
  state: z.enum(['published', 'draft']),
  name: z.string(),
});

/** One flow went from one evaluation to the next. `id` names it for ever: tell of it once. */
export const transitionSchema = changeSchema
  .extend({
    about: z.literal('flow'),
    id: z.string(),
    flow: flowNamed,
    at: z.iso.datetime(),
    before: snapshotSchema.nullable(),
    after: snapshotSchema,
    causes: z.array(causeSchema),
  })
  .meta({ id: 'Transition' });
export type Transition = z.infer<typeof transitionSchema>;

/**
 * Something that concerns no evaluation of one flow: what lapses soon or has lapsed, a practice, an indicator. `id` names
 * it for ever: tell of it once.
 */
export const noticeSchema = z
  .object({
    about: z.literal('business'),
    id: z.string(),
    what: z.enum(['lapses-soon', 'lapsed', 'indicator-moved', 'indicator-back']),
    at: z.iso.datetime(),
    direction: directionSchema,
    flows: z.array(flowNamed).meta({ description: 'Flows it concerns, as far as known.' }),
    causes: z.array(causeSchema),
    until: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof noticeSchema>;

/** What alerts are made of. */
export type Announced = Transition | Notice;
