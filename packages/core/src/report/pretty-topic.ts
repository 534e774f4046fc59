import { wrongAndRemedy } from './advice.ts';
import type { FlowReport } from './check-report.ts';
import { plain, plainUpTo } from './plain.ts';
import { counted, enforcementWords, evidenceWords, flowName, stepName } from './say.ts';
import { displayWidth, fit, fitEnd, type Paint, type Span, type Style, wrap } from './text-layout.ts';
import { reasonOf, type Topic, type TopicGroup, type TopicPlace } from './topics.ts';

/** Groups said in full in one topic, and flows named after each; the rest is counted. */
const groupsShown = 3;
const namesShown = 4;
export const longestText = 1200;

export interface Pen {
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
  const message = failed ? plainUpTo(occurrence.message, longestText) : occurrence.message;
  const { wrong, remedy } = wrongAndRemedy(message, occurrence.adjustment, failed);
  const lines = [placeLine(flow, pen), ...wrap(sentence(wrong, pen), pen.paint, pen.width, '    ')];
  const way = wayWords(place);
  if (way !== '') lines.push(...labelled('the way', [{ text: way }], pen));
  if (!failed && occurrence.question !== undefined) {
    lines.push(...labelled('please say', sentence(occurrence.question, pen), pen));
  }
  if (failed && remedy !== '') lines.push(...labelled('what to do', sentence(remedy, pen), pen));
  return [...lines, ...others(group.places, pen)];
};

const topicStyle = (topic: Topic): { readonly sign: string; readonly style: Style } => {
  if (topic.verdict === 'unknown') return { sign: '?', style: 'yellow' };
  return topic.enforcement === 'observe' ? { sign: '!', style: 'dim' } : { sign: '✗', style: 'red' };
};

export const topicHead = (topic: Topic, pen: Pen, reasons = true): readonly string[] => {
  const { sign, style } = topicStyle(topic);
  const { bold } = pen.paint;
  const remark = topic.verdict === 'unknown' ? 'needs an answer' : enforcementWords[topic.enforcement];
  const grade = topic.evidence === 'proven' ? '' : ` · ${evidenceWords[topic.evidence]}`;
  const where = topic.flows > 1 ? ` · ${topic.flows} flows` : '';
  const head: Span[] = [
    { text: `${sign} ${plain(topic.title)}`, style },
    { text: ` · ${remark}${where}${reasons ? '' : grade}`, style: 'dim' },
  ];
  const strong: Paint = {
    ...pen.paint,
    [style]: (text: string) => bold(pen.paint[style](text)),
    dim: pen.paint.dim,
  };
  const lines = wrap(head, strong, pen.width, '  ', '');
  if (!reasons) return lines;
  return [
    ...lines,
    ...wrap(
      [{ text: `${reasonOf(topic, plain)}${grade} · ${topic.check}`, style: 'dim' }],
      pen.paint,
      pen.width,
      '  ',
    ),
  ];
};

export const topicLines = (topic: Topic, pen: Pen): readonly string[] => {
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
