import { type ChartPoint, type ChartSignal, chartSignal, type Notice } from '@plumbline/core';
import type { StoreTransaction, StoreView } from '@plumbline/store';
import { announce } from '../alerts/announce.ts';
import { type Context, now } from '../context.ts';
import { betterWhen } from '../outcome/indicators.ts';
import { changeIn, readIn } from '../scope.ts';

/** Days that a band is worked out from, and the one that is held against it. */
const days = 120;
const day = 24 * 60 * 60 * 1000;

export interface IndicatorState {
  readonly indicator: string;
  readonly latest: ChartSignal;
  /** How the point before stood to its own band; null where it had none. */
  readonly before: ChartSignal['is'] | null;
}

/** How the last complete day of each indicator stands to what was usual before it. Days are UTC; today is not over yet. */
export const indicatorStates = async (
  ctx: Pick<Context, 'clock'>,
  view: StoreView,
): Promise<readonly IndicatorState[]> => {
  const today = `${now(ctx).slice(0, 10)}T00:00:00.000Z`;
  const since = new Date(Date.parse(today) - days * day).toISOString();
  const series = new Map<string, ChartPoint[]>();
  for (const each of await view.outcomeDays({ since, until: today })) {
    const points = series.get(each.indicator) ?? [];
    points.push({ day: each.day, value: each.sum / each.count });
    series.set(each.indicator, points);
  }
  return [...series].flatMap(([indicator, points]) => {
    const latest = chartSignal(points);
    if (latest === null) return [];
    return [{ indicator, latest, before: chartSignal(points.slice(0, -1))?.is ?? null }];
  });
};

const figure = (value: number): string => `${Math.round(value * 100) / 100}`;

/** `retention was 0.4 on 2026-11-24, below its usual 0.7 to 0.9`. */
export const indicatorWords = ({ indicator, latest: { is, point, band } }: IndicatorState): string => {
  const usual = `its usual ${figure(band.lower)} to ${figure(band.upper)}`;
  const where = is === 'inside' ? `within ${usual}` : `${is} ${usual}`;
  return `the indicator \`${indicator}\` was ${figure(point.value)} on ${point.day}, ${where}`;
};

const noticeOf = (state: IndicatorState, at: string): Notice | null => {
  const { indicator, latest, before } = state;
  const moved = latest.is !== 'inside' && latest.is !== before;
  const back = latest.is === 'inside' && before !== null && before !== 'inside';
  if (!moved && !back) return null;
  const good = betterWhen(indicator);
  const towards = latest.is === 'above' ? 'up' : 'down';
  return {
    about: 'business',
    id: `indicator:${indicator}:${latest.point.day}:${latest.is}`,
    what: moved ? 'indicator-moved' : 'indicator-back',
    at,
    // Where nobody has said which way is good, leaving the usual is worth a look.
    direction: back || good === towards ? 'better' : 'worse',
    flows: [],
    causes: [{ kind: 'indicator', words: indicatorWords(state), flow: null, diff: null, about: [indicator] }],
    until: null,
  };
};

/** Tells of indicators that left their usual band on the last complete day, or are back in it. Telling twice is once. */
const tell = async (ctx: Context, tx: StoreTransaction): Promise<void> => {
  const at = now(ctx);
  const notices = (await indicatorStates(ctx, tx)).flatMap((state) => noticeOf(state, at) ?? []);
  if (notices.length > 0) await announce(ctx, tx, notices);
};

/** Day on which each business was last looked at. Kept in memory only: looking twice does no harm. */
const looked = new WeakMap<object, Map<string, string>>();

/** Looks at the indicators of a business once a day, when the day before is complete. Needs `write`. */
export const tellIndicators = async (ctx: Context, business: string): Promise<void> => {
  const today = now(ctx).slice(0, 10);
  const days = looked.get(ctx.store) ?? new Map<string, string>();
  looked.set(ctx.store, days);
  if (days.get(business) === today) return;
  const any = await readIn(ctx, business, 'write', async (view) =>
    (await indicatorStates(ctx, view)).some((state) => noticeOf(state, now(ctx)) !== null),
  );
  if (any) await changeIn(ctx, business, 'write', (tx) => tell(ctx, tx));
  days.set(business, today);
};
