/**
 * Reads and judges a folder of real flows in one process and prints the cost beside bare `JSON.parse` of the same
 * files: `pnpm bench:check [folder]`. The folder holds `*.json`; without one the corpus beside the checkout is taken.
 * `--checks <id>,<id>` asks those checks only.
 *
 * Believe the ratios, not the absolute figures: machines are noisy. So each file is parsed bare right before it is
 * judged, and load meets both alike. A loop that does nothing but parse is faster still, since nothing pushes the parser
 * out of the caches; that ratio stands beside it, from the best of the rounds for each file.
 */
import { hash as digest } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assess, builtInProfile, findingsFor, fingerprint, questionsOf, viewFlow } from '@plumbline/core';
import { readWorkflow, workflowsIn } from '@plumbline/n8n';
import { generatedWorkflow } from './generated-workflow.ts';

const hash = (text: string): string => digest('sha256', text);
const { values: options, positionals } = parseArgs({
  options: { checks: { type: 'string' } },
  allowPositionals: true,
});
const folder = resolve(
  positionals[0] ?? process.env['PLUMBLINE_CORPUS'] ?? '../shared/corpus',
  positionals[0] === undefined ? 'flows' : '.',
);
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}. Give one that holds exported workflows.`);
  process.exit(2);
}

const profile = builtInProfile();
const wanted = options.checks?.split(',');
const questions = questionsOf(profile).filter(({ check }) => wanted === undefined || wanted.includes(check));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));

interface Cost {
  parse: number;
  read: number;
  fingerprint: number;
  checks: number;
}

const judge = (text: string): Cost => {
  const start = performance.now();
  const json: unknown = JSON.parse(text);
  const parsed = performance.now();
  const cost: Cost = { parse: parsed - start, read: 0, fingerprint: 0, checks: 0 };
  for (const workflow of workflowsIn(json)) {
    const before = performance.now();
    const read = readWorkflow(workflow);
    const after = performance.now();
    cost.read += after - before;
    if (!read.ok) continue;
    fingerprint(read.flow, hash);
    const printed = performance.now();
    cost.fingerprint += printed - after;
    const view = viewFlow(read.flow);
    assess(profile, view.kind.is, findingsFor(view, questions));
    cost.checks += performance.now() - printed;
  }
  return cost;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const total = (cost: Cost): number => cost.parse + cost.read + cost.fingerprint + cost.checks;
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** Bare `JSON.parse` of one file, in ms. */
const bareParse = (text: string): number => {
  const start = performance.now();
  JSON.parse(text);
  return performance.now() - start;
};

for (const text of texts) judge(text);
const rounds = Array.from({ length: 5 }, () => {
  const alone = texts.map(bareParse);
  const bare: number[] = [];
  const costs = texts.map((text) => {
    bare.push(bareParse(text));
    return judge(text);
  });
  return { alone, bare: sum(bare), costs, all: sum(costs.map(total)) };
});
rounds.sort((a, b) => a.all / a.bare - b.all / b.bare);
const round = rounds[Math.floor(rounds.length / 2)];
if (round === undefined) throw new Error('no round was run');
/** Sum over the files of the best of several rounds. */
const best = (lists: readonly (readonly number[])[]): number =>
  sum(texts.map((_, at) => Math.min(...lists.map((list) => list[at] ?? Number.POSITIVE_INFINITY))));
const bestAll = best(rounds.map((one) => one.costs.map(total)));
const bestAlone = best(rounds.map((one) => one.alone));
const each = round.costs.map(total).sort((a, b) => a - b);
const share = (part: keyof Cost): string =>
  `${((sum(round.costs.map((cost) => cost[part])) / round.all) * 100).toFixed(0)} %`;

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`,
);
console.log(
  `${texts.length} flows, ${(sum(texts.map((text) => text.length)) / 1e6).toFixed(1)} MB, ${questions.length} checks; median of 5 rounds by ratio\n`,
);
console.log(`flows/s           ${Math.round(texts.length / (round.all / 1000))}`);
console.log(
  `per flow          p50 ${ms(at(each, 0.5))}   p99 ${ms(at(each, 0.99))}   max ${ms(each.at(-1) ?? 0)}`,
);
console.log(
  `share             parse ${share('parse')}   read ${share('read')}   fingerprint ${share('fingerprint')}   checks ${share('checks')}`,
);
console.log(
  `whole run         ${ms(round.all)}; bare JSON.parse ${ms(round.bare)}; ratio ${(round.all / round.bare).toFixed(2)} (rounds ${rounds.map((one) => (one.all / one.bare).toFixed(2)).join(', ')})`,
);
console.log(
  `best of each file ${ms(bestAll)}; JSON.parse and nothing else in a loop ${ms(bestAlone)}; ratio ${(bestAll / bestAlone).toFixed(2)}`,
);
console.log(`peak memory       ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, texts included\n`);

console.log('steps     time      per step');
for (const steps of [30, 300, 3_000, 30_000]) {
  const text = JSON.stringify(generatedWorkflow(steps));
  const times = Array.from({ length: steps > 3_000 ? 3 : 7 }, () => total(judge(text))).sort((a, b) => a - b);
  const median = at(times, 0.5);
  console.log(
    `${String(steps).padEnd(9)} ${ms(median).padEnd(9)} ${((median / steps) * 1000).toFixed(1)} us`,
  );
}
