/**
 * Decisions in process: Plumbline with reasons, a function written by hand for the same eight rules, and four policy
 * engines, on the same inputs, in one run: `pnpm bench:decide`. All must agree on every verdict before anything is
 * timed. Believe the ratios, not the absolute figures: machines are noisy.
 */
import { cpus } from 'node:os';
import { decide } from '@plumbline/core';
import { flatRules, flatRulesOf, flatten } from './bench-decide/flat.ts';
import { handWritten } from './bench-decide/hand-written.ts';
import { inputsOf, policyOf } from './bench-decide/inputs.ts';
import { type Decide, peers } from './bench-decide/peers.ts';

const rounds = 15;
const inputs = inputsOf(2048);
const flats = inputs.map(flatten);
const policy = policyOf(8, true);
let kept = 0;

const plumbline = (at: number): string => {
  const { request, context } = inputs[at] ?? never();
  return decide(policy, request, context).kind;
};
const never = (): never => {
  throw new Error('no such input');
};
const byHand = (at: number): string => handWritten(inputs[at] ?? never());
const flat = (run: Decide, at: number): ReturnType<Decide> => run(flats[at] ?? never());

const counts = new Map<string, number>();
const engines = peers.map((peer) => ({ name: peer.name, run: peer.make(flatRules) }));
for (let at = 0; at < inputs.length; at += 1) {
  const expected = byHand(at);
  counts.set(expected, (counts.get(expected) ?? 0) + 1);
  const answers = [
    ['plumbline', plumbline(at)],
    ...(await Promise.all(engines.map(async ({ name, run }) => [name, await flat(run, at)]))),
  ];
  for (const [name, answer] of answers) {
    if (answer === expected) continue;
    console.error(
      `Input ${at}: by hand ${expected}, ${name} ${answer}\n${JSON.stringify(inputs[at], null, 2)}`,
    );
    process.exit(1);
  }
}

interface Timed {
  readonly name: string;
  readonly run: (at: number) => unknown;
  /** It answers by a promise. */
  readonly later: boolean;
}

/** us a call over at least `ms`. */
const once = async ({ run, later }: Timed, ms: number): Promise<number> => {
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < ms) {
    for (let turn = 0; turn < 64; turn += 1, calls += 1) {
      const answer = run(calls % inputs.length);
      if ((later ? await answer : answer) === 'block') kept += 1;
      // A slow engine need not do all 64.
      if (later && performance.now() - start > 2 * ms) {
        calls += 1;
        break;
      }
    }
  }
  return ((performance.now() - start) * 1000) / calls;
};

/** us a call of each, the median of its rounds. They take turns, so that a busy moment of the machine hits all alike. */
const costs = async (all: readonly Timed[], turns: number, ms: number): Promise<readonly number[]> => {
  for (const each of all) await once(each, 2 * ms);
  const times: number[][] = all.map(() => []);
  for (let turn = 0; turn < turns; turn += 1)
    for (const [at, each] of all.entries()) times[at]?.push(await once(each, ms));
  return times.map((each) => each.sort((a, b) => a - b)[Math.floor(turns / 2)] ?? never());
};

const us = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1)).padStart(9);
const perSecond = (value: number): string =>
  Math.round(1e6 / value)
    .toLocaleString('en')
    .padStart(12);

/** Times of single calls; the clock itself is in them. */
const spread = (run: (at: number) => unknown): { readonly p50: number; readonly p99: number } => {
  const times: number[] = [];
  for (let turn = 0; turn < 100; turn += 1) {
    for (let at = 0; at < inputs.length; at += 1) {
      const start = process.hrtime.bigint();
      if (run(at) === 'block') kept += 1;
      times.push(Number(process.hrtime.bigint() - start) / 1000);
    }
  }
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
};

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`,
);
console.log(
  `${inputs.length} inputs, eight rules; ${[...counts].map(([verdict, count]) => `${verdict} ${count}`).join(', ')}; all agree. Median of ${rounds} rounds, in turns.\n`,
);

const table: readonly Timed[] = [
  { name: 'written by hand, no reasons', run: byHand, later: false },
  { name: 'plumbline, with reasons', run: plumbline, later: false },
  ...engines.map(({ name, run }) => ({
    name,
    run: (at: number) => flat(run, at),
    later: flat(run, 0) instanceof Promise,
  })),
];
const measured = await costs(table, rounds, 60);
const hand = measured[0] ?? never();
const own = measured[1] ?? never();
console.log('engine                          us/call   decisions/s   plumbline = 1');
for (const [at, { name }] of table.entries()) {
  const value = measured[at] ?? never();
  console.log(`${name.padEnd(28)} ${us(value)} ${perSecond(value)} ${(value / own).toFixed(2).padStart(12)}`);
}
const single = spread(plumbline);
const clock = spread(() => null);
console.log(
  `\nplumbline / by hand ${(own / hand).toFixed(1)}; one call p50 ${single.p50.toFixed(2)} us, p99 ${single.p99.toFixed(2)} us (the clock alone ${clock.p50.toFixed(2)} and ${clock.p99.toFixed(2)})`,
);

const sizes = [8, 50, 200, 1000];
console.log(`\nus/call by number of rules${sizes.map((size) => String(size).padStart(10)).join('')}`);
const growth = async (name: string, of: (rules: number) => Timed): Promise<void> => {
  const cells = (await costs(sizes.map(of), 5, 40)).map((value) => us(value).padStart(10));
  console.log(`${name.padEnd(26)}${cells.join('')}`);
};
const decideWith = (rules: number, spreadOut: boolean): Timed => {
  const larger = policyOf(rules, spreadOut);
  const run = (at: number): string => {
    const { request, context } = inputs[at] ?? never();
    return decide(larger, request, context).kind;
  };
  return { name: 'plumbline', run, later: false };
};
await growth('plumbline, own actions', (rules) => decideWith(rules, true));
await growth('plumbline, same actions', (rules) => decideWith(rules, false));
for (const peer of peers)
  await growth(peer.name, (rules) => {
    const run = peer.make(flatRulesOf(Math.ceil(rules / 8)));
    return { name: peer.name, run: (at) => flat(run, at), later: flat(run, 0) instanceof Promise };
  });
console.log(
  '\nOwn actions: every further eight rules speak of other actions. Same actions: all are asked of every input.\nThe other engines have the former.',
);
// Answers are counted and the count is said, so that no engine's work can be left out as unused.
console.log(`${kept.toLocaleString('en')} of the answers above were to block.`);
