/**
 * How often each check gives each answer over a folder of real flows, and what the flows are for:
 * `pnpm bench:distribution [folder]`. A check that says the same of every flow is of no use.
 * `--list <check> <verdict> [<how many>]` prints flows with that answer, drawn at random but alike each time.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInProfile, type Finding, judge, type Verdict } from '@plumbline/core';
import { readWorkflow, workflowsIn } from '@plumbline/n8n';

const { values: options, positionals } = parseArgs({
  options: { list: { type: 'boolean' } },
  allowPositionals: true,
});
const place = options.list === true ? positionals[3] : positionals[0];
const folder = resolve(place ?? join(process.env['PLUMBLINE_CORPUS'] ?? '../shared/corpus', 'flows'));
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}. Give one that holds exported workflows.`);
  process.exit(2);
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const verdicts: readonly Verdict[] = ['pass', 'fail', 'unknown', 'not-applicable'];
const counts = new Map<string, Record<Verdict, number>>();
const kinds = new Map<string, number>();
const found: { readonly file: string; readonly finding: Finding }[] = [];
let flows = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  for (const workflow of workflowsIn(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
    const read = readWorkflow(workflow);
    if (!read.ok) continue;
    flows += 1;
    const judged = judge(read.flow, builtInProfile(), hash);
    kinds.set(judged.kind.is, (kinds.get(judged.kind.is) ?? 0) + 1);
    for (const finding of judged.findings) {
      const count = counts.get(finding.check) ?? { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
      count[finding.verdict] += 1;
      counts.set(finding.check, count);
      if (options.list === true && finding.check === positionals[0] && finding.verdict === positionals[1])
        found.push({ file, finding });
    }
  }
}

if (options.list === true) {
  const drawn = found
    .toSorted((a, b) => (hash(a.file) < hash(b.file) ? -1 : 1))
    .slice(0, Number(positionals[2] ?? 20));
  for (const { file, finding } of drawn) {
    const worst = finding.occurrences.find((each) => each.verdict === finding.verdict);
    console.log(
      `${file}  ${worst?.message ?? ''}\n    ${(worst?.witness ?? []).map((step) => step.name).join(' > ')}`,
    );
  }
} else {
  console.log(
    `${flows} flows: ${[...kinds]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}\n`,
  );
  console.log(`${'check'.padEnd(32)} ${verdicts.map((verdict) => verdict.padStart(14)).join(' ')}`);
  for (const [check, count] of counts)
    console.log(
      `${check.padEnd(32)} ${verdicts.map((verdict) => String(count[verdict]).padStart(14)).join(' ')}`,
    );
}
