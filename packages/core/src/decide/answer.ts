import { z } from 'zod';
import { evidenceSchema } from '../evaluate/finding.ts';
import { enforcementSchema } from '../profile/schema.ts';

export const answerKinds = ['allow', 'needs-human', 'block', 'no-policy', 'error'] as const;
export const answerKindSchema = z.enum(answerKinds).meta({
  id: 'AnswerKind',
  description:
    '`allow`, `needs-human` or `block`. Kept apart: `no-policy`, nothing in the profile speaks of this; `error`, no answer could be found. Neither of these two allows anything.',
});
export type AnswerKind = z.infer<typeof answerKindSchema>;

export const effectSchema = z.enum(['block', 'needs-human', 'warn', 'observe']).meta({
  id: 'Effect',
  description: 'What a reason does to the answer. `warn` and `observe` do not change it.',
});
export type Effect = z.infer<typeof effectSchema>;

export const reasonSchema = z
  .object({
    rule: z.string().meta({ description: 'Id of the rule, built in or own.' }),
    value: z.string().meta({ description: 'Id of the value it serves.' }),
    commitment: z.string().meta({ description: 'Id of the commitment that binds it.' }),
    enforcement: enforcementSchema,
    verdict: z.enum(['fail', 'unknown']),
    evidence: evidenceSchema,
    effect: effectSchema,
    because: z.string().meta({ description: 'Read back up the chain: `because you said "..."`.' }),
    message: z.string().meta({ description: 'What is wrong for whom, then what to do.' }),
    question: z.string().optional().meta({ description: 'For `unknown`: what somebody has to tell.' }),
  })
  .meta({ id: 'Reason' });
export type Reason = z.infer<typeof reasonSchema>;

const boundTo = {
  rule: z.string(),
  commitment: z.string(),
  message: z.string().meta({ description: 'The same in plain words.' }),
};
export const obligationSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('wait-until'),
      ...boundTo,
      until: z.iso.datetime().meta({ description: 'Not before this moment, UTC.' }),
      timeZone: z
        .string()
        .nullable()
        .meta({ description: 'Zone of the recipient, where it gave the moment.' }),
    }),
    z.object({
      kind: z.literal('add-text'),
      ...boundTo,
      text: z.string().meta({ description: 'Has to stand in what goes out.' }),
    }),
  ])
  .meta({
    id: 'Obligation',
    description:
      'With `allow`: a condition of it. With another answer: what would have to be done, then ask again.',
  });
export type Obligation = z.infer<typeof obligationSchema>;

export const answerVersionsSchema = z
  .object({
    profile: z
      .object({
        hash: z.string(),
        version: z.string().meta({ description: 'What the profile says of itself.' }),
      })
      .nullable(),
    rules: z.string().meta({ description: 'Ids of all built-in rules with their versions.' }),
  })
  .meta({ id: 'AnswerVersions', description: 'What the answer rests on.' });
export type AnswerVersions = z.infer<typeof answerVersionsSchema>;

export const answerSchema = z
  .object({
    kind: answerKindSchema,
    reasons: z.array(reasonSchema).meta({ description: 'Gravest first.' }),
    observed: z
      .array(reasonSchema)
      .meta({ description: 'What commitments at `observe` would have said; recorded, never acted on.' }),
    obligations: z.array(obligationSchema),
    message: z.string().meta({ description: 'The answer in one sentence.' }),
    reserves: z
      .array(z.literal('contact'))
      .meta({ description: 'What the answer uses up: one contact of this recipient.' }),
    versions: answerVersionsSchema,
  })
  .meta({ id: 'Answer' });
type AnswerShape = z.infer<typeof answerSchema>;
/** What a decision says. Answers may share parts with each other: never change one. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly reasons: readonly Reason[];
  readonly observed: readonly Reason[];
  readonly obligations: readonly Obligation[];
  readonly message: string;
  readonly reserves: AnswerShape['reserves'] extends (infer Each)[] ? readonly Each[] : never;
  readonly versions: AnswerVersions;
}
