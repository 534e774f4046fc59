import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { failureSchema, flowHref, flowStateSchema } from '../flow.ts';
import { judgedView, keptOf, overlaid } from '../judged-view.ts';
import { parseInput } from '../parse-input.ts';
import { wantedBy } from '../questions.ts';
import { lateSince } from '../reconcile/late.ts';
import { readIn } from '../scope.ts';

export const getProgressInput = z.strictObject({ business: businessIdSchema });

const mostParked = 100;

export const judgingProgressSchema = z
  .object({
    flows: z.int().meta({ description: 'Current flows: published versions and drafts.' }),
    done: z.int().meta({ description: 'Have answers to everything the profile asks.' }),
    left: z.int(),
    failed: z.int().meta({ description: 'Of those done, how many are parked by a fault of ours.' }),
    since: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Since when something is missing; null when nothing is.' }),
    judged: z
      .int()
      .meta({ description: 'Judgements in this run, or in the last one when nothing is missing.' }),
    lastAt: z.iso.datetime().nullable().meta({ description: 'When something was last judged in it.' }),
    endedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When the last run ended; null while one goes on.' }),
    rate: z.number().nullable().meta({ description: 'Flows a second in this run, or in the last one.' }),
    secondsLeft: z.int().nullable().meta({ description: 'At that rate; null where nothing can be said.' }),
    late: z.boolean().meta({ description: 'Something is missing and has not been judged for too long.' }),
    parked: z
      .array(
        z.object({
          source: z.string(),
          id: z.string(),
          state: flowStateSchema,
          name: z.string(),
          failures: z.array(failureSchema),
          href: z.string(),
        }),
      )
      .meta({ description: `At most ${mostParked}. \`POST {href}/retry\` has one tried again.` }),
  })
  .meta({ id: 'JudgingProgress', description: 'How far the judging of a business has come.' });
export type JudgingProgress = z.infer<typeof judgingProgressSchema>;

const seconds = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** How far the judging of a business has come. Needs `read`. */
export const getProgress = async ({
  ctx,
  input,
}: Call<z.input<typeof getProgressInput>>): Promise<JudgingProgress> => {
  const { business } = parseInput(getProgressInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const profile = await view.profile();
    const wanted = wantedBy(profile);
    const { flows, missing, failed } = await view.progress(wanted);
    const run = await view.run();
    const parked = failed === 0 ? [] : await view.parked(wanted, { limit: mostParked });
    const kept = await overlaid(ctx, view, await keptOf(view, parked, profile));
    const took = run === undefined ? 0 : seconds(run.since, run.lastAt);
    const rate = run === undefined || took <= 0 ? null : Math.round((run.judged / took) * 10) / 10;
    return {
      flows,
      done: flows - missing,
      left: missing,
      failed,
      since: missing > 0 && run !== undefined && run.endedAt === null ? run.since : null,
      judged: run?.judged ?? 0,
      lastAt: run === undefined || run.judged === 0 ? null : run.lastAt,
      endedAt: run?.endedAt ?? null,
      rate,
      secondsLeft: rate === null || rate === 0 ? null : Math.ceil(missing / rate),
      late: missing > 0 && lateSince(run, ctx.clock()) !== null,
      parked: kept.map((each) => ({
        source: each.head.source,
        id: each.head.id,
        state: each.head.state,
        name: each.head.name,
        failures: judgedView(business, each, profile).failures,
        href: flowHref(business, each.head.source, each.head.id),
      })),
    };
  });
};
