import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Check,
  checks,
  type Finding,
  knownValues,
  type Occurrence,
  runCheck,
  type StepRef,
  type Verdict,
  viewFlow,
} from '@plumbline/core';
import { readWorkflow } from '@plumbline/n8n';
import { checksPath } from './check-registry.ts';
import { cell, optionsText } from './option-table.ts';

interface Shown {
  readonly file: string;
  readonly flow: string;
  readonly finding: Finding;
}

/** The first example of a verdict and what the check really says of it. */
const shown = (root: string, check: Check, verdict: Verdict): Shown | null => {
  const folder = join(root, checksPath, check.meta.id, 'examples');
  const file = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .find((name) => name.startsWith(`${verdict}-`))
    : undefined;
  if (file === undefined) return null;
  const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    meta?: { expects?: { options?: Record<string, unknown> } };
  };
  const read = readWorkflow(json);
  if (!read.ok) throw new Error(`${check.meta.id}/examples/${file}: ${read.message}`);
  const finding = runCheck(check, viewFlow(read.flow), json.meta?.expects?.options ?? {});
  return { file, flow: read.flow.name, finding };
};

const named = (steps: readonly StepRef[], between: string): string =>
  steps.map((step) => `\`${step.name}\``).join(between);

const place = (occurrence: Occurrence): string => {
  const way = occurrence.witness.length > 1 ? ` The way: ${named(occurrence.witness, ' → ')}.` : '';
  const steps = occurrence.steps.length > 0 ? ` About ${named(occurrence.steps, ', ')}.` : '';
  const change = occurrence.adjustment === undefined ? '' : ` Adjustment: ${occurrence.adjustment}.`;
  const question = occurrence.question === undefined ? '' : ` It asks: “${occurrence.question}”`;
  return `> ${occurrence.message}\n\n${`${steps}${way}${change}${question}`.trim()}\n`;
};

const exampleText = (root: string, check: Check, verdict: Verdict, title: string): string => {
  const example = shown(root, check, verdict);
  const first = example?.finding.occurrences.find((each) => each.verdict === verdict);
  if (example === null || first === undefined) return '';
  const link = `../../${checksPath}/${check.meta.id}/examples/${example.file}`;
  return `### ${title}\n\nIn [${example.flow}](${link}) Plumbline says:\n\n${place(first)}\n`;
};

const valueTitle = (id: string): string => knownValues.find((value) => value.id === id)?.title ?? id;

const page = (root: string, check: Check): string => {
  const { meta } = check;
  const docFile = join(root, checksPath, meta.id, 'doc.md');
  const doc = existsSync(docFile) ? readFileSync(docFile, 'utf8').trim() : '';
  return [
    `<!-- Generated from ${checksPath}/${meta.id}: \`pnpm generate\`. -->`,
    `# ${meta.title}\n`,
    `\`${meta.id}\`, version ${meta.version}, since ${meta.since}. Speaks for ${meta.values.map(valueTitle).join(', ')}.\n`,
    `${meta.summary}\n`,
    `**Asked of:** ${meta.appliesTo}\n`,
    `${doc}\n`,
    '## Examples\n',
    exampleText(root, check, 'fail', 'Avoid'),
    exampleText(root, check, 'pass', 'Prefer'),
    exampleText(root, check, 'unknown', 'Where the file cannot tell'),
    '## Options\n',
    optionsText(meta.options),
    '## In a profile\n',
    `\`\`\`yaml\nchecks:\n  - check: ${meta.id}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .concat('\n');
};

const list = (): string => {
  const rows = checks.map(
    ({ meta }) =>
      `| [${meta.id}](${meta.id}.md) | ${cell(meta.title)} | ${meta.values.map(valueTitle).join(', ')} | ${cell(meta.appliesTo)} |`,
  );
  return `<!-- Generated from ${checksPath}: \`pnpm generate\`. -->
# Checks

Each is a question to one automation, answered with \`pass\`, \`fail\`, \`unknown\` (with the question a person can answer) or
\`not-applicable\`. How strictly an answer holds is said in the values profile, never in the check.

| check | promise | values | asked of |
|---|---|---|---|
${rows.join('\n')}
`;
};

/** Folder of the pages, relative to the checkout. */
const pagesPath = 'docs/checks';

/** Path -> text of every page about checks. */
export const checkPages = (root: string): ReadonlyMap<string, string> =>
  new Map([
    [`${pagesPath}/README.md`, list()],
    ...checks.map((check): [string, string] => [`${pagesPath}/${check.meta.id}.md`, page(root, check)]),
  ]);
