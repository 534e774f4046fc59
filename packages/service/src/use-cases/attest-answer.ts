import { placeOf, questionOf } from '@plumbline/core';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { type Call, now } from '../context.ts';
import { openFlow } from '../drift/open-flow.ts';
import { flowAddress } from '../flow.ts';
import { lookedAtSchema, newEntry, saysSchema, untilSchema } from '../oversight/entry.ts';
import { partOf } from '../oversight/parts.ts';
import { type Found, lookedAt, lookedAtAnother, placesWith, standingOf } from '../oversight/places.ts';
import { type OversightView, oversightView } from '../oversight/view.ts';
import { parseInput } from '../parse-input.ts';
import { Problem, wrongInput } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { noteEvaluations } from '../trail/note.ts';

export const attestBodySchema = z
  .strictObject({
    ...saysSchema,
    ...lookedAtSchema,
    key: z
      .string()
      .min(1)
      .max(2000)
      .meta({ description: 'Key of the occurrence whose question is answered.' }),
    holds: z.boolean().meta({ description: 'true: the promise is kept there. false: it is not.' }),
    commitment: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'Where several promises ask different things at this place: which one.' }),
    question: z.string().max(5000).optional().meta({
      description:
        'The question as it was put. If it is not put so any more, nothing is kept; where several are put at this place, it says which one.',
    }),
    answered: z.string().max(200).nullable().optional().meta({
      description:
        'Id of the answer that was there, null for none. If somebody has answered since, nothing is kept.',
    }),
    until: untilSchema.optional(),
  })
  .meta({ id: 'AttestAnswer', description: 'A person’s answer to what the file cannot tell.' });

export const attestAnswerInput = attestBodySchema.extend(flowAddress);

/** Id of the answer that counts at this place; null where nobody has answered, or what they said has lapsed. */
const answerIn = ({ version, finding, occurrence }: Found): string | null => {
  const counted = version.added.entries.findLast(
    ({ entry, lapsed }) =>
      lapsed === null &&
      entry.kind === 'attestation' &&
      placeOf(entry.detail, entry.detail) === placeOf(finding, occurrence),
  );
  return counted?.entry.id ?? null;
};

/**
 * Answers the question of one place. The answer counts as long as the part of the flow it speaks of stays as it is: an
 * edit elsewhere keeps it, one there asks again. Needs `answer`. Throws `not-judged`, and
 * `precondition-failed` where another version stands there than was looked at.
 */
export const attestAnswer = async ({
  ctx,
  input,
}: Call<z.input<typeof attestAnswerInput>>): Promise<OversightView> => {
  const {
    business,
    source,
    id,
    key,
    holds,
    commitment,
    question: put,
    answered,
    closure,
    ...says
  } = parseInput(attestAnswerInput, input);
  if (says.until !== undefined && Date.parse(says.until) <= ctx.clock().getTime())
    throw wrongInput('until', 'must be in the future');
  const shown = await changeIn(ctx, business, 'answer', async (tx) => {
    const standing = lookedAt(await standingOf(ctx, tx, source, id), closure);
    const [place, another] = placesWith(standing, key, 'unknown', { commitment, asFound: true }).filter(
      ({ occurrence }) => put === undefined || put === questionOf(occurrence),
    );
    if (place === undefined)
      throw put === undefined ? wrongInput('key', 'nothing is asked there now') : lookedAtAnother();
    if (another !== undefined)
      throw wrongInput(
        'question',
        'several are put there; name the one that is answered, or its `commitment`',
      );
    const { head, answers } = place.version;
    if (answered !== undefined && answered !== answerIn(place))
      throw new Problem('precondition-failed', 'Somebody has answered it in the meantime.');
    const { check, options } = place.finding;
    const version = {
      source,
      id,
      name: null,
      open: async () => {
        const whole = await tx.flow(head);
        return whole === undefined ? undefined : openFlow(source, whole.workflow);
      },
    };
    const part = await partOf(ctx.hash, tx, version, options, place.occurrence);
    if (part === null)
      throw new Problem('not-judged', 'The steps it speaks of are not in the flow any more.');
    const checkVersion =
      answers.find((each) => each.check === check && each.options === options)?.version ?? 0;
    const question = questionOf(place.occurrence);
    const entry = {
      ...newEntry(ctx, says),
      kind: 'attestation' as const,
      source,
      flow: id,
      detail: { key, check, checkVersion, options, question, holds, part },
    };
    await tx.addOversight(entry);
    await audit(ctx, tx, 'flow.attest', `${source}/${id}`, { entry: entry.id, check, holds, at: now(ctx) });
    await noteEvaluations(ctx, tx, [{ source, id }]);
    return oversightView(ctx, tx, entry);
  });
  ctx.tend(business);
  return shown;
};
