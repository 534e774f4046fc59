import { z } from 'zod';
import type { Check } from '../checks/define.ts';
import { knownValues } from '../profile/values.ts';
import { terminalProse } from './terminal-prose.ts';
import { type Paint, unpainted, wrap } from './text-layout.ts';

export interface ExplainOptions {
  readonly width: number;
  readonly paint?: Paint;
}

const valueTitle = (id: string): string => knownValues.find((value) => value.id === id)?.title ?? id;

const optionLines = (check: Check, paint: Paint, width: number): readonly string[] => {
  const { properties = {} } = z.toJSONSchema(check.meta.options, { io: 'input' });
  const lines = Object.entries(properties).flatMap(([name, option]) => {
    if (typeof option === 'boolean') return [];
    const kind = (option.enum ?? [option.type ?? 'anything']).join(' | ');
    const start = option.default === undefined ? '' : `, ${JSON.stringify(option.default)} unless set`;
    return [
      `  ${paint.cyan(name)} ${paint.dim(`${kind}${start}`)}`,
      ...(option.description === undefined ? [] : wrap([{ text: option.description }], paint, width, '    ')),
    ];
  });
  return lines.length === 0 ? ['  It takes no options.'] : lines;
};

/** One check's page for a terminal: its promise, what it asks, its prose, its options, how to bind it. */
export const renderExplain = (check: Check, doc: string | undefined, options: ExplainOptions): string => {
  const paint = options.paint ?? unpainted;
  const width = Math.max(40, options.width);
  const { meta } = check;
  const snippet = [
    'commitments:',
    '  - id: my-promise',
    `    promise: ${meta.title}`,
    '    enforcement: warn',
    '    checks:',
    `      - check: ${meta.id}`,
  ];
  return `${[
    paint.bold(meta.title),
    paint.dim(`${meta.id} · version ${meta.version} · since ${meta.since}`),
    '',
    ...wrap([{ text: meta.summary }], paint, width),
    '',
    ...wrap(
      [{ text: 'Speaks for: ', style: 'bold' }, { text: meta.values.map(valueTitle).join(', ') }],
      paint,
      width,
    ),
    ...wrap([{ text: 'Asked of: ', style: 'bold' }, { text: meta.appliesTo }], paint, width),
    ...(doc === undefined ? [] : ['', ...terminalProse(doc, paint, width)]),
    '',
    paint.bold('Options'),
    ...optionLines(check, paint, width),
    '',
    paint.bold('In a profile'),
    ...snippet.map((line) => `  ${line}`),
  ].join('\n')}\n`;
};

/** Every check, with what it promises, under the first value it speaks for. */
export const renderCheckList = (checks: readonly Check[], options: ExplainOptions): string => {
  const paint = options.paint ?? unpainted;
  const lines: string[] = [];
  for (const value of new Set(checks.map((check) => check.meta.values[0] ?? ''))) {
    lines.push(paint.bold(valueTitle(value)));
    for (const { meta } of checks.filter((check) => check.meta.values[0] === value)) {
      lines.push(`  ${paint.cyan(meta.id)}`);
      lines.push(
        ...wrap(
          [{ text: `${meta.title}. ` }, { text: meta.summary, style: 'dim' }],
          paint,
          options.width,
          '    ',
        ),
      );
    }
    lines.push('');
  }
  lines.push(paint.dim('`plumbline explain <check>` shows one.'));
  return `${lines.join('\n')}\n`;
};
