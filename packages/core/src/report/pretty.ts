import type { Profile } from '../profile/schema.ts';
import type { CheckReport, FlowReport } from './check-report.ts';
import { plain, plainUpTo } from './plain.ts';
import { counted, enforcementWords, evidenceWords, flowName, stepName, summaryWords } from './say.ts';
import {
  displayWidth,
  fit,
  fitEnd,
  type Paint,
  type Span,
  type Style,
  unpainted,
  wrap,
} from './text-layout.ts';
import { countAgainst, type FailOn } from './threshold.ts';
import { reasonOf, type Topic, type TopicGroup, type TopicPlace, titleOf, topicsOf } from './topics.ts';

export interface PrettyOptions {
  /** Columns to lay the report out in. */
  readonly width: number;
  readonly paint?: Paint;
  readonly profile?: Profile;
  readonly failOn: FailOn;
  /** Further lines for the end, e.g. what to do next. */
  readonly hints?: readonly string[];
}

/** Groups said in full in one topic, and flows named after each; the rest is counted. */
const groupsShown = 3;
const namesShown = 4;
const longestText = 1200;

const lastStop = /[.!?] (?=\p{Lu})(?!.*[.!?] \p{Lu})/u;

interface Pen {
  readonly paint: Paint;
  readonly width: number;
  readonly coloured: boolean;
}

/** A check's sentence: step names stand out, in colour or in quotes. */
const sentence = (text: string, pen: Pen): readonly Span[] =>
  plainUpTo(text, longestText)
    .split('`')
    .map((part, at): Span => {
      if (at % 2 === 0) return { text: part };
      return pen.coloured ? { text: part, style: 'cyan' } : { text: `“${part}”` };
    });

/** The last sentence of a failure says what to do; a full stop inside a step's name ends no sentence. */
const splitAdvice = (text: string): readonly [string, string] => {
  const parts = text.split('`');
  for (let at = parts.length - 1 - ((parts.length - 1) % 2); at >= 0; at -= 2) {
    const cut = (parts[at] ?? '').search(lastStop);
    if (cut === -1) continue;
    const before = [...parts.slice(0, at), (parts[at] ?? '').slice(0, cut + 1)].join('`');
    return [before, [(parts[at] ?? '').slice(cut + 2), ...parts.slice(at + 1)].join('`')];
  }
  return [text, ''];
};

const labelled = (label: string, text: readonly Span[], pen: Pen): readonly string[] => {
  const first = `    ${pen.paint.dim(label.padEnd(12))}`;
  return wrap(text, pen.paint, pen.width - 16, '').map(
    (line, at) => (at === 0 ? first : ' '.repeat(16)) + line,
  );
};

const wayWords = (place: TopicPlace): string => {
  const names = place.occurrence.witness.map(stepName);
  if (names.length < 2) return '';
  return names.length > 9
    ? [...names.slice(0, 4), `… ${names.length - 8} steps …`, ...names.slice(-4)].join(' → ')
    : names.join(' → ');
};

const fileOf = (flow: FlowReport): string => plain(flow.file);

/** `Website chat  flows/chat.json`; a path is cut at its start, since its end tells most. */
const placeLine = (flow: FlowReport, pen: Pen): string => {
  const file = fileOf(flow);
  const name = fit(flowName(flow), Math.max(20, pen.width - 30));
  const named = plain(flow.name) !== '';
  const room = pen.width - 4 - (named ? displayWidth(name) : 0);
  const shown = fitEnd(file, room);
  return named ? `  ${pen.paint.bold(name)}  ${pen.paint.dim(shown)}` : `  ${pen.paint.bold(shown)}`;
};

const others = (places: readonly TopicPlace[], pen: Pen): readonly string[] => {
  const [first, ...rest] = places;
  const steps = new Map<FlowReport, string[]>();
  for (const place of rest) {
    const names = steps.get(place.flow) ?? [];
    names.push(...place.occurrence.steps.slice(0, 1).map(stepName));
    steps.set(place.flow, names);
  }
  const lines: string[] = [];
  const same = first === undefined ? undefined : steps.get(first.flow);
  if (first !== undefined && same !== undefined) {
    steps.delete(first.flow);
    const named = same.slice(0, namesShown).map((name): Span => ({ text: `“${name}”` }));
    const more = same.length - named.length;
    const spans = named.flatMap((span, at) => (at === 0 ? [span] : [{ text: ', ' }, span]));
    lines.push(
      ...labelled(
        'also at',
        more > 0 ? [...spans, { text: ` and ${counted(more, 'more step')}` }] : spans,
        pen,
      ),
    );
  }
  if (steps.size === 0) return lines;
  const names = [...steps.keys()].slice(0, namesShown).map((flow) => flowName(flow, 40));
  const more = steps.size - names.length;
  const text = `${names.join(', ')}${more > 0 ? ` and ${counted(more, 'more flow')}` : ''}`;
  return [...lines, ...labelled('the same in', [{ text }], pen)];
};

const groupLines = (group: TopicGroup, topic: Topic, pen: Pen): readonly string[] => {
  const [place] = group.places;
  if (place === undefined) return [];
  const { flow, occurrence } = place;
  const failed = topic.verdict === 'fail';
  const [wrong, advice] = failed
    ? splitAdvice(plainUpTo(occurrence.message, longestText))
    : [occurrence.message, ''];
  const lines = [placeLine(flow, pen), ...wrap(sentence(wrong, pen), pen.paint, pen.width, '    ')];
  const way = wayWords(place);
  if (way !== '') lines.push(...labelled('the way', [{ text: way }], pen));
  if (!failed && occurrence.question !== undefined) {
    lines.push(...labelled('please say', sentence(occurrence.question, pen), pen));
  }
  const todo = advice === '' ? (occurrence.adjustment ?? '') : advice;
  if (failed && todo !== '') lines.push(...labelled('what to do', sentence(todo, pen), pen));
  return [...lines, ...others(group.places, pen)];
};

const topicStyle = (topic: Topic): { readonly sign: string; readonly style: Style } => {
  if (topic.verdict === 'unknown') return { sign: '?', style: 'yellow' };
  return topic.enforcement === 'observe' ? { sign: '!', style: 'dim' } : { sign: '✗', style: 'red' };
};

const topicHead = (topic: Topic, pen: Pen): readonly string[] => {
  const { sign, style } = topicStyle(topic);
  const { bold } = pen.paint;
  const remark = topic.verdict === 'unknown' ? 'needs an answer' : enforcementWords[topic.enforcement];
  const where = topic.flows > 1 ? ` · ${topic.flows} flows` : '';
  const head: Span[] = [
    { text: `${sign} ${plain(topic.title)}`, style },
    { text: ` · ${remark}${where}`, style: 'dim' },
  ];
  const strong: Paint = {
    ...pen.paint,
    [style]: (text: string) => bold(pen.paint[style](text)),
    dim: pen.paint.dim,
  };
  const grade = topic.evidence === 'proven' ? '' : ` · ${evidenceWords[topic.evidence]}`;
  return [
    ...wrap(head, strong, pen.width, '  ', ''),
    ...wrap(
      [{ text: `${reasonOf(topic, plain)}${grade} · ${topic.check}`, style: 'dim' }],
      pen.paint,
      pen.width,
      '  ',
    ),
  ];
};

const topicLines = (topic: Topic, pen: Pen): readonly string[] => {
  const shown = topic.groups.slice(0, groupsShown);
  const lines = [...topicHead(topic, pen)];
  for (const group of shown) lines.push('', ...groupLines(group, topic, pen));
  const rest = topic.groups.slice(groupsShown).flatMap((group) => group.places);
  if (rest.length > 0) {
    const flows = new Set(rest.map((place) => place.flow)).size;
    lines.push(
      '',
      pen.paint.dim(`  … and ${counted(rest.length, 'more place')} in ${counted(flows, 'flow')}`),
    );
  }
  return [...lines, ''];
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
  const against = countAgainst(report, options.failOn);
  const { skipped } = report.summary;
  const lines = [...wrap([{ text: summaryWords(report.summary), style: 'bold' }], pen.paint, pen.width)];
  if (skipped > 0) lines.push(pen.paint.dim(`${counted(skipped, 'JSON file')} without a workflow skipped`));
  const level =
    options.failOn === 'unknown'
      ? 'warn, or left open'
      : `${options.failOn}${options.failOn === 'block' ? '' : ' or stricter'}`;
  const { fail, unknown, pass } = report.summary.verdicts;
  if (against > 0) lines.push(`${counted(against, 'finding')} at ${level}.`);
  else if (fail + unknown + pass === 0) lines.push(pen.paint.dim('Nothing that was asked is about it.'));
  else if (fail + unknown === 0) lines.push(pen.paint.green('Nothing stands against it.'));
  else lines.push(pen.paint.dim(`No finding at ${level}.`));
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
    ...topicsOf(report, options.profile).flatMap((topic) => topicLines(topic, pen)),
    ...keptLines(report, pen),
    ...errorLines(report, pen),
    ...endLines(report, options, pen),
  ];
  return `${lines.join('\n')}\n`;
};
