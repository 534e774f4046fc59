/** One point of an indicator. */
export interface ChartPoint {
  readonly day: string;
  readonly value: number;
}

interface ControlBand {
  readonly center: number;
  readonly lower: number;
  readonly upper: number;
  /** Points the band was worked out from. */
  readonly points: number;
}

/** Fewer points give no band worth the name. */
const leastPoints = 10;
/** Older points say little of how things usually are now. */
const mostPoints = 60;

/**
 * The natural process limits of an individuals chart: mean ± 2.66 × mean moving range. 2.66 is 3 / d2 with d2 = 1.128
 * for ranges of two (Shewhart's three sigma; Wheeler and Chambers, Understanding Statistical Process Control; NIST/SEMATECH
 * e-Handbook 6.3.2.2). Null for fewer than ten points, and where the figure has
 * never moved.
 */
const controlBand = (points: readonly ChartPoint[]): ControlBand | null => {
  const values = points.slice(-mostPoints).map(({ value }) => value);
  if (values.length < leastPoints) return null;
  const center = values.reduce((sum, value) => sum + value, 0) / values.length;
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const range = ranges.reduce((sum, value) => sum + value, 0) / ranges.length;
  if (range === 0) return null;
  return { center, lower: center - 2.66 * range, upper: center + 2.66 * range, points: values.length };
};

export interface ChartSignal {
  readonly is: 'inside' | 'above' | 'below';
  readonly point: ChartPoint;
  readonly band: ControlBand;
}

/** How the last point stands to the band of all before it; null where there is no band. Points by day, oldest first. */
export const chartSignal = (points: readonly ChartPoint[]): ChartSignal | null => {
  const point = points.at(-1);
  const band = controlBand(points.slice(0, -1));
  if (point === undefined || band === null) return null;
  const is = point.value > band.upper ? 'above' : point.value < band.lower ? 'below' : 'inside';
  return { is, point, band };
};
