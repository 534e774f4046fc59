import { answerKindSchema, answerSchema, decisionRequestSchema } from '@plumbline/core';
import { approvalStates, contactStates, contentStates } from '@plumbline/store';
import { z } from 'zod';
import { type Context, now } from '../context.ts';
import type { Recorded } from './record.ts';

export const approvalStateSchema = z.enum(approvalStates).meta({
  id: 'ApprovalState',
  description: '`expired`: nobody answered in time. Silence never approves.',
});

const said = answerSchema.shape;

export const decisionSchema = z
  .object({
    id: z.string().nullable().meta({ description: 'null for a dry run: nothing was kept.' }),
    at: z.iso.datetime(),
    answer: answerKindSchema,
    message: said.message,
    reasons: said.reasons,
    observed: said.observed,
    obligations: said.obligations,
    contact: z.enum(contactStates).meta({
      description:
        'What it uses up of the limits of this recipient. Give it back with `DELETE .../contact` if nothing was sent.',
    }),
    content: z
      .enum(contentStates)
      .meta({ description: 'Whether the content is still kept, encrypted, to replay the decision.' }),
    approval: z
      .object({ id: z.string(), state: approvalStateSchema, until: z.iso.datetime() })
      .nullable()
      .meta({ description: 'The approval that was opened, if one was asked for and is needed.' }),
    versions: said.versions,
    revision: z
      .int()
      .nullable()
      .meta({ description: 'Version of the profile as it was put; null without a profile.' }),
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof decisionSchema>;

const { content: _, recipient, ...open } = decisionRequestSchema.shape;
const keptRecipient = recipient.unwrap().unwrap().omit({ address: true });

export const keptDecisionSchema = decisionSchema
  .extend({
    id: z.string(),
    actor: z.string().meta({ description: 'Id of the key that asked.' }),
    request: z
      .object({ ...open, recipient: keptRecipient.nullish() })
      .meta({ id: 'KeptRequest', description: 'Without content and address.' }),
    recipient: z
      .string()
      .nullable()
      .meta({ description: 'Stands for the recipient: the same for the same person, and no address.' }),
  })
  .meta({ id: 'KeptDecision' });
export type KeptDecisionView = z.infer<typeof keptDecisionSchema>;

const copied = <T>(list: readonly T[]): T[] => [...list];

/** An approval's state now: one whose time is over counts as expired before it has been closed. */
export const stateNow = <State extends string>(state: State, until: string, at: string): State | 'expired' =>
  state === 'open' && until <= at ? 'expired' : state;

export const decisionView = (ctx: Pick<Context, 'clock'>, { decision, approval }: Recorded) => ({
  id: decision.id,
  at: decision.createdAt,
  answer: decision.answer.kind,
  message: decision.answer.message,
  reasons: copied(decision.answer.reasons),
  observed: copied(decision.answer.observed),
  obligations: copied(decision.answer.obligations),
  contact: decision.contact,
  content: decision.content,
  approval:
    approval === null
      ? null
      : { id: approval.id, state: stateNow(approval.state, approval.until, now(ctx)), until: approval.until },
  versions: decision.answer.versions,
  revision: decision.profileVersion,
});

export const keptDecisionView = (ctx: Pick<Context, 'clock'>, decided: Recorded): KeptDecisionView => ({
  ...decisionView(ctx, decided),
  actor: decided.decision.actor,
  request: decided.decision.request,
  recipient: decided.decision.recipient,
});
