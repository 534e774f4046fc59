import type { Profile } from '../profile/schema.ts';
import type { CheckReport } from './check-report.ts';
import { outcomeOf } from './outcome.ts';
import { plain, plainUpTo } from './plain.ts';
import { longestText, type Pen, topicHead, topicLines } from './pretty-topic.ts';
import { counted, summaryWords } from './say.ts';
import { type Paint, unpainted, wrap } from './text-layout.ts';
import type { FailOn } from './threshold.ts';
import { titleOf, topicsOf } from './topics.ts';

export interface PrettyOptions {
  /** Columns to lay the report out in. */
  readonly width: number;
  readonly paint?: Paint;
  readonly profile?: Profile;
  readonly failOn: FailOn;
  /** Further lines for the end, e.g. what to do next. */
  readonly hints?: readonly string[];
}

/** Topics said in full. */
const topicsShown = 10;

/** The first topics in full; where many flows make many topics, the others in one line each. */
const allTopicLines = (report: CheckReport, profile: Profile | undefined, pen: Pen): readonly string[] => {
  const topics = topicsOf(report, profile);
  const shown = report.flows.length === 1 ? topics : topics.slice(0, topicsShown);
  const rest = topics.slice(shown.length);
  if (rest.length === 0) return shown.flatMap((topic) => topicLines(topic, pen));
  return [
    ...shown.flatMap((topic) => topicLines(topic, pen)),
    pen.paint.bold('Also'),
    ...rest.flatMap((topic) => topicHead(topic, pen, false)),
    pen.paint.dim('Name fewer flows to see these in full, or take all of it with --format json.'),
    '',
  ];
};

/** What holds, one line a check. */
const keptLines = (report: CheckReport, pen: Pen): readonly string[] => {
  const kept = new Map<string, { flows: number; serves: boolean }>();
  for (const flow of report.flows) {
    for (const finding of flow.findings) {
      if (finding.verdict !== 'pass') continue;
      const entry = kept.get(finding.check) ?? { flows: 0, serves: false };
      entry.flows += 1;
      entry.serves ||= finding.occurrences.some((each) => each.serves === true && each.verdict === 'pass');
      kept.set(finding.check, entry);
    }
  }
  const lines = [...kept].map(([check, { flows, serves }]) => {
    const sign = serves ? pen.paint.cyan('★') : pen.paint.green('✓');
    const where = report.flows.length > 1 ? pen.paint.dim(`  ${counted(flows, 'flow')}`) : '';
    return `${sign} ${plain(titleOf(check))}${where}`;
  });
  return lines.length === 0 ? [] : [...lines, ''];
};

const errorLines = (report: CheckReport, pen: Pen): readonly string[] => {
  if (report.errors.length === 0) return [];
  const lines = [
    pen.paint.bold(pen.paint.red(`✗ ${counted(report.errors.length, 'file')} could not be judged`)),
  ];
  for (const { file, message, line, column } of report.errors) {
    const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
    lines.push(
      ...wrap(
        [{ text: `${plain(file)}${place}`, style: 'bold' }, { text: `  ${plainUpTo(message, longestText)}` }],
        pen.paint,
        pen.width,
        '    ',
        '  ',
      ),
    );
  }
  return [...lines, ''];
};

const endLines = (report: CheckReport, options: PrettyOptions, pen: Pen): readonly string[] => {
  const { skipped } = report.summary;
  const lines = [...wrap([{ text: summaryWords(report.summary), style: 'bold' }], pen.paint, pen.width)];
  if (skipped > 0) lines.push(pen.paint.dim(`${counted(skipped, 'JSON file')} without a workflow skipped`));
  const { is, words } = outcomeOf(report, options.failOn);
  lines.push(is === 'failed' ? words : is === 'clean' ? pen.paint.green(words) : pen.paint.dim(words));
  return [
    ...lines,
    ...(options.hints ?? []).flatMap((hint) => wrap([{ text: hint, style: 'dim' }], pen.paint, pen.width)),
  ];
};

/**
 * The report for a person at a terminal: what matters most first, what repeats said once, then what holds, then one
 * line that sums up. Every text in it is neutralised; colours come from `paint` alone. Ends with a line break.
 */
export const renderPretty = (report: CheckReport, options: PrettyOptions): string => {
  const paint = options.paint ?? unpainted;
  const pen: Pen = { paint, width: Math.max(40, options.width), coloured: paint !== unpainted };
  const lines = [
    ...allTopicLines(report, options.profile, pen),
    ...keptLines(report, pen),
    ...errorLines(report, pen),
    ...endLines(report, options, pen),
  ];
  return `${lines.join('\n')}\n`;
};
