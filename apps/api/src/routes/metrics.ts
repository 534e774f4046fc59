import { mayReadMetrics, type Watch } from '@plumbline/service';
import { defineRoute, type Route } from '../route.ts';

/** Everything that is measured of this process, and the gauges that are set when it is asked. */
const createMeters = async () => {
  // Loaded with the first question: most installations are never asked.
  const { collectDefaultMetrics, Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `plumbline_${name}`, help, labelNames, registers: [registry] });
  return {
    registry,
    flows: gauge('flows', 'Current flows of all businesses.'),
    missing: gauge('flows_missing', 'Current flows that lack findings.'),
    parked: gauge('flows_parked', 'Flows parked by a fault while judging.'),
    late: gauge('businesses_late', 'Businesses in which judging is late.'),
    behind: gauge(
      'judging_behind_seconds',
      'For how long something has been missing without end; 0 if nothing is.',
    ),
    watched: gauge('watched_timestamp_seconds', 'When the figures about flows were last taken.'),
    reachable: gauge('queue_reachable', '1 if the queue answers.'),
    turns: gauge('queue_turns', 'Turns in the queue.', 'state'),
  };
};
let made: ReturnType<typeof createMeters> | undefined;

const secondsOf = (at: string): number => Date.parse(at) / 1000;

const exposition = async (watch: Watch | undefined, now: Date): Promise<string> => {
  made ??= createMeters();
  const { registry, flows, missing, parked, late, behind, watched, reachable, turns } = await made;
  const state = watch?.state();
  if (state !== undefined && state.at !== null) {
    flows.set(state.flows);
    missing.set(state.missing);
    parked.set(state.parked);
    late.set(state.late);
    watched.set(secondsOf(state.at));
    behind.set(state.behindSince === null ? 0 : now.getTime() / 1000 - secondsOf(state.behindSince));
  }
  const depth = await watch?.depth().catch(() => undefined);
  reachable.set(depth === undefined ? 0 : 1);
  turns.reset();
  for (const [label, count] of Object.entries(depth ?? {})) turns.set({ state: label }, count);
  return registry.metrics();
};

export const metricRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/metrics',
    id: 'getMetrics',
    tag: 'Server',
    summary: 'Figures for Prometheus',
    description:
      'Of the whole installation, so it takes an admin key. From this machine no key is needed, unless the request came through a proxy.',
    open: 'key-or-loopback',
    answers: { 200: { description: 'In the text format.', media: 'text/plain' } },
    problems: ['forbidden'],
    run: async ({ ctx }) => {
      mayReadMetrics(ctx);
      return { status: 200, text: await exposition(ctx.watch, ctx.clock()) };
    },
  }),
];
