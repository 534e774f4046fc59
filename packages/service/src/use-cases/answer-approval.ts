import type { StoredApproval } from '@plumbline/store';
import { z } from 'zod';
import type { ApprovalDetail } from '../approve/approval-view.ts';
import { checkEdit } from '../approve/check-edit.ts';
import { settle, silence } from '../approve/settle.ts';
import { type Call, type Context, now } from '../context.ts';
import { contentSchema } from '../decide/content.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { approvalAddress, detailOf, foundApproval } from './approvals.ts';

const by = z.string().trim().min(1).max(200).meta({ description: 'Name of the person who decides.' });
const comment = z.string().trim().min(1).max(2000).optional();

export const answerBodySchema = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('approve'), by, comment }),
    z.strictObject({
      answer: z.literal('edit'),
      by,
      comment,
      content: contentSchema
        .omit({ said: true })
        .refine((content) => Object.values(content).some((part) => typeof part === 'string' && part !== ''), {
          message: 'say what is to go out instead',
        })
        .meta({ description: 'What is to go out instead.' }),
    }),
    z.strictObject({ answer: z.literal('reject'), by, comment }),
  ])
  .meta({ id: 'AnswerApproval' });

export const answerApprovalInput = z.strictObject({ ...approvalAddress, answer: answerBodySchema });

const states = { approve: 'approved', edit: 'edited', reject: 'rejected' } as const;

/** `ctx` may answer for this person: a person named by somebody else's key is taken at the key's word. */
const mayAnswer = ({ who }: StoredApproval, name: string): void => {
  const same = (each: string): boolean => each.toLowerCase() === name.toLowerCase();
  if (who.length > 0 && !who.some(same))
    throw new Problem('forbidden', `This may be answered by ${who.join(', ')} only.`);
};

const tooLate = (state: string): Problem =>
  new Problem(
    'already-answered',
    state === 'expired' ? 'Its time is over, and silence does not approve.' : `It was ${state} already.`,
  );

type Result = { readonly detail: ApprovalDetail } | { readonly late: Problem };

/**
 * Approves, edits or rejects what waits. The first answer counts. Needs `answer`. Throws `already-answered` for any
 * later one and once its time is over, `forbidden` for a person who may not answer, `edit-blocked` for a text that breaks a
 * promise which is set to block.
 */
export const answerApproval = async ({
  ctx,
  input,
}: Call<z.input<typeof answerApprovalInput>>): Promise<ApprovalDetail> => {
  const { business, approval: id, answer } = parseInput(answerApprovalInput, input);
  const result = await changeIn(ctx, business, 'answer', async (tx): Promise<Result> => {
    const approval = await foundApproval(tx, id);
    if (approval.state !== 'open') return { late: tooLate(approval.state) };
    const at = now(ctx);
    if (approval.until <= at) {
      // Closed here too, so that what it held back is free at once; the refusal must not undo that.
      await settle(ctx, tx, approval, silence(at));
      return { late: tooLate('expired') };
    }
    mayAnswer(approval, answer.by);
    if (answer.answer === 'edit') await checkEdit(ctx, tx, business, approval.decision, answer);
    await settle(ctx, tx, approval, {
      state: states[answer.answer],
      answeredAt: at,
      answeredBy: answer.by,
      actor: ctx.actor.id,
      comment: answer.comment ?? null,
      edited: editedText(ctx, business, id, answer),
    });
    return { detail: await detailOf(ctx, tx, business, await foundApproval(tx, id)) };
  });
  ctx.tend(business);
  if ('late' in result) throw result.late;
  return result.detail;
};

const editedText = (
  ctx: Context,
  business: string,
  approval: string,
  answer: z.output<typeof answerBodySchema>,
): string | null =>
  answer.answer === 'edit' ? ctx.vault.seal(business, approval, JSON.stringify(answer.content)) : null;
