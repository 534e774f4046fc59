import { type DecisionRequest, decisionRequestSchema } from '@plumbline/core';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call, Context } from '../context.ts';
import { approvalWishSchema } from '../decide/approval-wish.ts';
import { type DecisionView, decisionSchema, decisionView } from '../decide/decision-view.ts';
import { decideIn } from '../decide/desk.ts';
import { type Item, type Outcome, work } from '../decide/engine.ts';
import type { Recorded } from '../decide/record.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { mayIn, readIn } from '../scope.ts';

export const idempotencyKeySchema = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'Names this very request: sent again with it, it is the same decision.' });

const dryRun = z.boolean().default(false).meta({ description: 'Answers, but keeps and uses up nothing.' });
const asked = decisionRequestSchema.extend({ approval: approvalWishSchema.optional() });

export const decisionBodySchema = asked.extend({ dryRun }).meta({
  id: 'AskDecision',
  description: 'May this happen? What is left out or null is not known.',
});

export const batchBodySchema = z
  .strictObject({
    requests: z
      .array(asked.extend({ idempotencyKey: idempotencyKeySchema.optional() }).meta({ id: 'BatchRequest' }))
      .min(1)
      .max(1000),
    dryRun,
  })
  .meta({ id: 'AskDecisions' });

export const decisionBatchSchema = z
  .object({ decisions: z.array(decisionSchema) })
  .meta({ id: 'Decisions', description: 'In the order of the requests.' });

type Asked = z.output<typeof asked>;

const itemOf = (
  ctx: Context,
  request: DecisionRequest,
  approval: Asked['approval'],
  key: string | undefined,
): Item => ({
  request,
  idempotencyKey: key ?? null,
  approval: approval ?? null,
  actor: ctx.actor.id,
});

const decided = (outcome: Outcome | undefined): Recorded => {
  if (outcome === undefined || outcome instanceof Problem)
    throw outcome ?? new Error('A question has no answer.');
  return outcome;
};

/** Answers without keeping anything: counters are read, none is used up. */
const dry = async (ctx: Context, business: string, items: readonly Item[]): Promise<DecisionView[]> => {
  const unkept = items.map((item) => ({ ...item, idempotencyKey: null }));
  const { outcomes } = await readIn(ctx, business, 'decide', (view) => work(ctx, view, business, unkept));
  return outcomes.map((outcome) => ({
    ...decisionView(ctx, decided(outcome)),
    id: null,
    contact: 'none',
    content: 'none',
    approval: null,
  }));
};

const inBusiness = { business: businessIdSchema };

export type AskInput = z.output<typeof decisionBodySchema> & {
  readonly business: string;
  readonly idempotencyKey?: string | undefined;
};

/**
 * Answers one question and keeps the decision before it gives it. Needs `decide`. The input has gone through
 * `decisionBodySchema`, once. Throws `idempotency-conflict` and `invalid-resume`.
 */
export const askDecision = async ({ ctx, input }: Call<AskInput>): Promise<DecisionView> => {
  // Taken apart once: it is a way that every decision takes.
  const { business, idempotencyKey, dryRun: isDry, approval, ...request } = input;
  mayIn(ctx, business, 'decide');
  const item = itemOf(ctx, request, approval, idempotencyKey);
  if (isDry) {
    const [view] = await dry(ctx, business, [item]);
    if (view === undefined) throw new Error('A question has no answer.');
    return view;
  }
  return decisionView(ctx, await ctx.desk.ask(ctx, business, item));
};

export const askDecisionsInput = batchBodySchema.extend(inBusiness);

/** Answers up to 1,000 questions one after another, all or none. Needs `decide`. Throws like `askDecision`. */
export const askDecisions = async ({
  ctx,
  input,
}: Call<z.input<typeof askDecisionsInput>>): Promise<z.infer<typeof decisionBatchSchema>> => {
  const { business, requests, dryRun: isDry } = parseInput(askDecisionsInput, input);
  mayIn(ctx, business, 'decide');
  const items = requests.map(({ idempotencyKey, approval, ...request }) =>
    itemOf(ctx, request, approval, idempotencyKey),
  );
  if (isDry) return { decisions: await dry(ctx, business, items) };
  const outcomes = await decideIn(ctx, business, items, true);
  return { decisions: outcomes.map((outcome) => decisionView(ctx, decided(outcome))) };
};
