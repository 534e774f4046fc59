import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DecisionContext,
  type DecisionRequest,
  decisionContextSchema,
  decisionRequestSchema,
  knownValues,
  type Rule,
  requestVariableNames,
  rules,
} from '@plumbline/core';
import { cell, optionsText } from './option-table.ts';
import { rulesPath } from './rule-registry.ts';

interface Example {
  readonly title: string;
  readonly options?: Record<string, unknown>;
  readonly request: DecisionRequest;
  readonly context: DecisionContext;
}

/** The first example of a verdict and what the rule really says of it. */
const exampleText = (root: string, rule: Rule, verdict: string, title: string): string => {
  const folder = join(root, rulesPath, rule.meta.id, 'examples');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const file = files.find((name) => name.startsWith(`${verdict}-`));
  if (file === undefined) return '';
  const example = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example;
  const ask = rule.prepare(rule.meta.options.parse(example.options ?? {}), null);
  const result = ask(
    decisionRequestSchema.parse(example.request),
    decisionContextSchema.parse(example.context),
  );
  const says =
    result === null
      ? 'passes.'
      : `says:\n\n> ${result.message}${result.question === undefined ? '' : ` It asks: “${result.question}”`}`;
  return `### ${title}\n\n[${example.title}](../../${rulesPath}/${rule.meta.id}/examples/${file}) ${says}\n`;
};

const valueTitle = (id: string): string => knownValues.find((value) => value.id === id)?.title ?? id;

const page = (root: string, rule: Rule): string => {
  const { meta } = rule;
  const docFile = join(root, rulesPath, meta.id, 'doc.md');
  const doc = existsSync(docFile) ? readFileSync(docFile, 'utf8').trim() : '';
  const audiences = meta.audiences === null ? 'everybody' : meta.audiences.join(', ');
  return [
    `<!-- Generated from ${rulesPath}/${meta.id}: \`pnpm generate\`. -->`,
    `# ${meta.title}\n`,
    `\`${meta.id}\`, version ${meta.version}, since ${meta.since}. Speaks for ${meta.values.map(valueTitle).join(', ')}.\n`,
    `${meta.summary}\n`,
    `**Asked of:** ${meta.actions.map((each) => `\`${each}\``).join(', ')}, unless the profile names others. **Reaching:** ${audiences}.\n`,
    `${doc}\n`,
    '## Examples\n',
    exampleText(root, rule, 'fail', 'Fails'),
    exampleText(root, rule, 'pass', 'Passes'),
    exampleText(root, rule, 'unknown', 'Cannot tell'),
    '## Options\n',
    optionsText(meta.options),
    '## In a profile\n',
    `\`\`\`yaml\nrules:\n  - rule: ${meta.id}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .concat('\n');
};

const variables = (): string => requestVariableNames.map((name) => `\`${name}\``).join(', ');

const list = (): string => {
  const rows = rules.map(
    ({ meta }) =>
      `| [${meta.id}](${meta.id}.md) | ${cell(meta.title)} | ${meta.values.map(valueTitle).join(', ')} | ${meta.actions.length > 3 ? 'every action' : meta.actions.map((each) => `\`${each}\``).join(', ')} |`,
  );
  return `<!-- Generated from ${rulesPath}: \`pnpm generate\`. -->
# Rules

Each is a question to one decision, before an automation acts. How strictly an answer holds is said in the values profile,
never in the rule: a fail at \`block\` blocks, at \`approve\` needs a person, at \`warn\` is allowed with the reason, at
\`observe\` is only recorded. A rule that cannot tell needs a person at \`approve\` and \`block\`. What rests on wording alone
never blocks; it needs a person.

| rule | promise | values | asked of |
|---|---|---|---|
${rows.join('\n')}

## Bind a rule

\`\`\`yaml
values:
  - id: customer-intimacy
    title: Customer intimacy
    commitments:
      - id: rarely-and-by-day
        promise: We write rarely, and by day
        enforcement: block
        rules:
          - rule: contact-limit
            options: { most: 2, days: 7 }
          - rule: quiet-hours
            channels: [sms, whatsapp]
\`\`\`

\`actions\` asks a rule of other actions than those it is made for. Actions and channels of your own are listed in
\`ownActions\` and \`ownChannels\`; any other word counts as misspelt.

## Rules of your own

A rule of your own is an expression in [CEL](https://cel.dev) that is true where all is well. It comes with requests that must
pass and requests that must fail; a profile whose examples come out otherwise is refused.

\`\`\`yaml
ownFacts:
  regular: yes-no
ownRules:
  - id: large-vouchers
    must: amount <= 20 || decidedBy == "person" || regular
    message: Vouchers above 20 come from one of us.
    actions: [payment.refund]
    examples:
      pass:
        - facts: { amount: 20 }
        - facts: { amount: 90, decidedBy: person }
      fail:
        - facts: { amount: 21, decidedBy: model, own: { regular: false } }
\`\`\`

It is bound like any other: \`rules: [{ rule: large-vouchers }]\`. It can read ${variables()} and your own facts, compare
them, use \`&&\`, \`||\`, \`!\`, \`? :\`, \`+ - *\`, \`in\` with a list, \`size\`, \`contains\`, \`startsWith\` and \`endsWith\`. A fact that is missing
makes it unknown, unless the rest decides alone: \`amount <= 20\` above is enough. There are no regular expressions, no loops
and no way to ask whether a fact is there.
`;
};

/** Path -> text of every page about rules. */
export const rulePages = (root: string): ReadonlyMap<string, string> =>
  new Map([
    ['docs/rules/README.md', list()],
    ...rules.map((rule): [string, string] => [`docs/rules/${rule.meta.id}.md`, page(root, rule)]),
  ]);
