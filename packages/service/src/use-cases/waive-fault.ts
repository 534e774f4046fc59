import type { Commitment, Profile } from '@plumbline/core';
import type { StoreView } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import type { Call, Context } from '../context.ts';
import { flowAddress } from '../flow.ts';
import { lookedAtSchema, newEntry, saysSchema, untilSchema } from '../oversight/entry.ts';
import { type Found, lookedAt, placesWith, standingOf } from '../oversight/places.ts';
import { type OversightView, oversightView } from '../oversight/view.ts';
import { parseInput } from '../parse-input.ts';
import { Problem, wrongInput } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { noteEvaluations } from '../trail/note.ts';

const longest = 366 * 24 * 60 * 60 * 1000;

export const waiveBodySchema = z
  .strictObject({
    by: saysSchema.by.meta({
      description: 'The person who accepts it and answers for it.',
      example: 'Maria',
    }),
    reason: z.string().trim().min(1).max(2000).meta({ description: 'Why it is accepted.' }),
    keys: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(50)
      .meta({ description: 'Keys of the occurrences that are accepted.' }),
    ...lookedAtSchema,
    commitment: z.string().max(200).optional().meta({
      description:
        'Only faults that this promise finds; every promise that asks the very same goes along. Left out: every fault there.',
    }),
    until: untilSchema.meta({ description: 'When it ends by itself; a year from now at most.' }),
  })
  .meta({ id: 'WaiveFault', description: 'Accepts a fault as it is, until a time.' });

export const waiveFaultInput = waiveBodySchema.extend(flowAddress);

/** The promises that find a fault at these places: what is accepted there is accepted for all of them. */
const promisesOf = (profile: Profile, found: readonly Found[]): readonly Commitment[] => {
  const ids = new Set(found.flatMap(({ finding }) => finding.because.map(({ commitment }) => commitment)));
  return profile.values.flatMap(({ commitments }) => commitments).filter(({ id }) => ids.has(id));
};

/** Throws where none of the promises lets this be accepted, or not by who changed the flow. */
const mayWaive = async (
  ctx: Context,
  view: StoreView,
  promises: readonly Commitment[],
  named: string | undefined,
  flow: string,
): Promise<void> => {
  const open = promises.filter(({ waivers }) => waivers !== 'forbidden');
  const asked = promises.filter(({ id }) => named === undefined || id === named);
  const [first] = asked;
  if (!asked.some((each) => open.includes(each)))
    throw new Problem('not-waivable', `“${first?.promise ?? ''}” lets no fault be accepted.`);
  const [strict] = open.filter(({ waivers }) => waivers === 'by-another');
  if (strict === undefined) return;
  const changed = await view.latestAudit('flow.put', flow);
  if (changed?.actor === ctx.actor.id)
    throw new Problem(
      'not-waivable',
      `“${strict.promise}” lets a fault be accepted only by somebody else than who changed the flow last.`,
    );
};

/**
 * Accepts faults of a flow as they are, until a time that has to be given. Needs `write`. Throws `not-waivable` where a
 * promise forbids it, or asks for somebody else than who changed the flow; `not-judged`, and `precondition-failed` where
 * another version stands there than was looked at.
 */
export const waiveFault = async ({
  ctx,
  input,
}: Call<z.input<typeof waiveFaultInput>>): Promise<OversightView> => {
  const { business, source, id, keys, commitment, reason, by, until, closure } = parseInput(
    waiveFaultInput,
    input,
  );
  const left = Date.parse(until) - ctx.clock().getTime();
  if (left <= 0) throw wrongInput('until', 'must be in the future');
  if (left > longest) throw wrongInput('until', 'must be a year from now at most');
  const shown = await changeIn(ctx, business, 'write', async (tx) => {
    const standing = lookedAt(await standingOf(ctx, tx, source, id), closure);
    const found = keys.flatMap((key, at) => {
      const places = placesWith(standing, key, 'fail', { commitment });
      if (places.length === 0) throw wrongInput(`keys[${at}]`, 'there is no fault there now');
      return places;
    });
    await mayWaive(ctx, tx, promisesOf(standing.profile.profile, found), commitment, `${source}/${id}`);
    const entry = {
      ...newEntry(ctx, { by, comment: reason, until }),
      kind: 'waiver' as const,
      source,
      flow: id,
      detail: {
        places: found.map(({ finding: { check, options }, occurrence: { key, message } }) => ({
          key,
          check,
          options,
          message,
        })),
      },
    };
    await tx.addOversight(entry);
    await audit(ctx, tx, 'flow.waive', `${source}/${id}`, {
      entry: entry.id,
      places: entry.detail.places.length,
      until: entry.until,
    });
    await noteEvaluations(ctx, tx, [{ source, id }]);
    return oversightView(ctx, tx, entry);
  });
  ctx.tend(business);
  return shown;
};
