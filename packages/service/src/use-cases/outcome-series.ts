import type { OutcomeDay } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { valuesOf } from '../outcome/indicators.ts';
import { parseInput } from '../parse-input.ts';
import { readIn } from '../scope.ts';

const day = 24 * 60 * 60 * 1000;

export const outcomeSeriesInput = z.strictObject({
  business: businessIdSchema,
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(3660)
    .default(90)
    .meta({ description: 'So many days up to today.' }),
});

const pointSchema = z.object({
  day: z.string().meta({ description: 'UTC, `2026-11-25`.' }),
  count: z.int(),
  mean: z.number(),
  least: z.number(),
  most: z.number(),
});

export const outcomeSeriesSchema = z
  .object({
    since: z.iso.datetime(),
    values: z.array(
      z.object({
        value: z
          .string()
          .nullable()
          .meta({ description: 'Id of the value; null for indicators that no value is known for.' }),
        title: z.string().nullable(),
        series: z.array(z.object({ indicator: z.string(), points: z.array(pointSchema) })),
      }),
    ),
  })
  .meta({ id: 'OutcomeSeries', description: 'How the indicators of each value have moved.' });
export type OutcomeSeries = z.infer<typeof outcomeSeriesSchema>;

const pointOf = ({ day: date, count, sum, least, most }: OutcomeDay) => ({
  day: date,
  count,
  mean: sum / count,
  least,
  most,
});

/** Outcomes as time series, by value. Needs `read`. */
export const outcomeSeries = async ({
  ctx,
  input,
}: Call<z.input<typeof outcomeSeriesInput>>): Promise<OutcomeSeries> => {
  const { business, days } = parseInput(outcomeSeriesInput, input);
  const now = ctx.clock().getTime();
  const since = `${new Date(now - days * day).toISOString().slice(0, 10)}T00:00:00.000Z`;
  return readIn(ctx, business, 'read', async (view) => {
    const found = await view.outcomeDays({ since, until: new Date(now + day).toISOString() });
    const profile = await view.profile();
    const values = new Map<string | null, Map<string, OutcomeDay[]>>(
      (profile?.profile.values ?? []).map(({ id }) => [id, new Map()]),
    );
    for (const each of found) {
      const named = valuesOf(each.indicator);
      for (const value of named.length === 0 ? [null] : named) {
        const series = values.get(value) ?? new Map<string, OutcomeDay[]>();
        values.set(value, series);
        series.set(each.indicator, [...(series.get(each.indicator) ?? []), each]);
      }
    }
    const titles = new Map(profile?.profile.values.map(({ id, title }) => [id, title]));
    return {
      since,
      values: [...values].map(([value, series]) => ({
        value,
        title: value === null ? null : (titles.get(value) ?? null),
        series: [...series].map(([indicator, points]) => ({ indicator, points: points.map(pointOf) })),
      })),
    };
  });
};
