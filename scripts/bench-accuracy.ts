/**
 * Compares Plumbline's answers with labels made by reading real flows: `pnpm bench:accuracy [folder]`.
 * The folder holds `labels.jsonl` and `flows/<id>.json`; it is private test data and lies beside the checkout.
 * Every answer that differs is printed with its witness. `--only <label>`: of one label; `--labels <file>`: other labels.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInProfile, type Finding, judge, type Verdict } from '@plumbline/core';
import { readWorkflow } from '@plumbline/n8n';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const { values: options, positionals } = parseArgs({
  options: { only: { type: 'string' }, labels: { type: 'string' } },
  allowPositionals: true,
});
const only = options.only;
const folder = resolve(positionals[0] ?? process.env['PLUMBLINE_CORPUS'] ?? '../shared/corpus');
const labelFile = options.labels ?? join(folder, 'labels.jsonl');
if (!existsSync(labelFile)) {
  console.error(`No labels at ${labelFile}. Give the folder that holds labels.jsonl and flows/.`);
  process.exit(2);
}

/** Label -> the checks that answer it; several: passes if either passes. */
const questions: Readonly<Record<string, readonly string[]>> = {
  human_escalation_path: ['require-human-escalation'],
  human_review_before_send: ['require-review-of-ai-message'],
  personalised: ['require-personalised-message'],
  segmented: ['require-segmented-audience'],
  opt_out: ['require-opt-out'],
  reschedule_path: ['require-reschedule-path'],
  error_path: ['require-error-path'],
  quiet_hours_or_rate_limit: ['require-quiet-hours', 'require-contact-limit'],
  discloses_bot: ['require-bot-disclosure'],
};
const unscored = new Set(['discloses_bot']);

const expected = (label: unknown): Verdict => {
  if (label === 'yes' || label === 'self_service' || label === 'via_staff' || label === true) return 'pass';
  if (label === 'no' || label === false) return 'fail';
  return label === 'n/a' ? 'not-applicable' : 'unknown';
};

const either = (verdicts: readonly Verdict[]): Verdict => {
  for (const verdict of ['pass', 'unknown', 'fail'] as const) if (verdicts.includes(verdict)) return verdict;
  return 'not-applicable';
};

interface Tally {
  right: number;
  wrong: number;
  unknown: number;
  total: number;
  rightApplicable: number;
  applicable: number;
  failsRight: number;
  failsSaid: number;
  failsDue: number;
  unclear: number;
  unclearAnswered: number;
  decidable: number;
}
const empty = (): Tally => ({
  right: 0,
  wrong: 0,
  unknown: 0,
  total: 0,
  rightApplicable: 0,
  applicable: 0,
  failsRight: 0,
  failsSaid: 0,
  failsDue: 0,
  unclear: 0,
  unclearAnswered: 0,
  decidable: 0,
});
const tallies = new Map<string, Tally>();
const overall = empty();
const wrongs: string[] = [];
let kindRight = 0;
let facingRight = 0;
let rows = 0;

const count = (tally: Tally, due: Verdict, said: Verdict): void => {
  tally.total += 1;
  const right = due === said;
  if (right) tally.right += 1;
  else if (said === 'unknown') tally.unknown += 1;
  else tally.wrong += 1;
  if (due !== 'not-applicable') {
    tally.applicable += 1;
    if (right) tally.rightApplicable += 1;
  }
  if (said === 'fail') tally.failsSaid += 1;
  if (due === 'fail') tally.failsDue += 1;
  if (due === 'fail' && said === 'fail') tally.failsRight += 1;
  if (due === 'unknown') {
    tally.unclear += 1;
    if (said === 'pass' || said === 'fail') tally.unclearAnswered += 1;
  } else tally.decidable += 1;
};

const profile = builtInProfile();
for (const line of readFileSync(labelFile, 'utf8').split('\n')) {
  if (line.trim() === '') continue;
  const label = JSON.parse(line) as Record<string, unknown>;
  const id = String(label['id']);
  const read = readWorkflow(JSON.parse(readFileSync(join(folder, 'flows', `${id}.json`), 'utf8')));
  if (!read.ok) throw new Error(`${id}: ${read.message}`);
  const judged = judge(read.flow, profile, hash);
  rows += 1;
  const kind = String(label['kind']).replace('_', '-');
  if (kind === judged.kind.is) kindRight += 1;
  else
    wrongs.push(
      `kind ${id}: ${kind} is due, said ${judged.kind.is} (${judged.kind.because}: ${judged.kind.steps
        .map((step) => step.name)
        .slice(0, 3)
        .join(', ')})`,
    );
  if (label['customer_facing'] === judged.customerFacing.is) facingRight += 1;
  else
    wrongs.push(
      `customer_facing ${id}: ${String(label['customer_facing'])} is due, said ${String(judged.customerFacing.is)} (${judged.customerFacing.steps
        .map((step) => step.name)
        .slice(0, 3)
        .join(', ')})`,
    );
  for (const [name, checks] of Object.entries(questions)) {
    const findings = checks.flatMap((check) =>
      judged.findings.filter((each: Finding) => each.check === check),
    );
    if (findings.length === 0) continue;
    const due = expected(label[name]);
    if (name === 'quiet_hours_or_rate_limit' && due === 'not-applicable') continue;
    const said = either(findings.map((each) => each.verdict));
    const tally = tallies.get(name) ?? empty();
    tallies.set(name, tally);
    count(tally, due, said);
    if (!unscored.has(name)) count(overall, due, said);
    if (said === due) continue;
    const place = findings.flatMap((each) => each.occurrences).find((each) => each.verdict === said);
    wrongs.push(
      `${name} ${id}: ${due} is due, said ${said}: ${place?.message ?? ''} [${(place?.witness ?? []).map((step) => step.name).join(' > ')}]`,
    );
  }
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '   -' : (part / whole).toFixed(2).padStart(4);
const row = (name: string, tally: Tally): string =>
  [
    name.padEnd(27),
    String(tally.right).padStart(5),
    String(tally.wrong).padStart(5),
    String(tally.unknown).padStart(7),
    ` ${share(tally.failsRight, tally.failsSaid)} (${tally.failsSaid})`.padEnd(11),
    `${share(tally.failsRight, tally.failsDue)} (${tally.failsDue})`.padEnd(10),
    share(tally.right, tally.total).padStart(6),
    share(tally.rightApplicable, tally.applicable).padStart(8),
    share(tally.unknown, tally.decidable).padStart(8),
    `${tally.unclearAnswered}/${tally.unclear}`.padStart(8),
  ].join(' ');

console.log(`${rows} labelled flows from ${folder}\n`);
console.log(
  `${'label'.padEnd(27)} right wrong unknown precision  recall     answers  w/o n/a  unknown  unclear`,
);
console.log(`${''.padEnd(27)} ${''.padEnd(19)} of fail    of fail    right             of clear answered`);
for (const [name, tally] of tallies) console.log(row(name + (unscored.has(name) ? ' *' : ''), tally));
console.log(row('overall', overall));
console.log('* not scored: readers disagreed');
console.log(`\nkind right ${share(kindRight, rows)}   customer_facing right ${share(facingRight, rows)}\n`);
for (const wrong of wrongs) if (only === undefined || wrong.startsWith(only)) console.log(wrong);
