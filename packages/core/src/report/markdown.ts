import type { Profile } from '../profile/schema.ts';
import type { CheckReport } from './check-report.ts';
import { markdownCode, markdownSentence, markdownText } from './escape.ts';
import { matrixOf } from './matrix.ts';
import { matrixTable } from './matrix-markdown.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { counted, enforcementWords, evidenceWords, flowName, summaryWords } from './say.ts';
import type { FailOn } from './threshold.ts';
import { reasonOf, type Topic, type TopicGroup, topicsOf } from './topics.ts';

/** A comment on GitHub holds 65,536 characters; what repeats is said once and long lists are cut. */
const groupsShown = 5;
const flowsShown = 8;
const rowsShown = 25;

const where = (group: TopicGroup): string => {
  const flows = [...new Set(group.places.map((place) => place.flow))];
  const names = flows
    .slice(0, flowsShown)
    .map((flow) => `${markdownText(flowName(flow))} (${markdownCode(flow.file)})`);
  return `${names.join(', ')}${flows.length > flowsShown ? ` and ${counted(flows.length - flowsShown, 'more flow')}` : ''}`;
};

const groupText = (group: TopicGroup, topic: Topic): string => {
  const [place] = group.places;
  if (place === undefined) return '';
  const { message, question, witness } = place.occurrence;
  const way =
    witness.length > 1
      ? `  \n  The way: ${witness
          .slice(0, 12)
          .map((step) => markdownCode(step.name, 60))
          .join(' → ')}`
      : '';
  const ask =
    topic.verdict === 'unknown' && question !== undefined
      ? `  \n  **Please say:** ${markdownSentence(question)}`
      : '';
  return `- ${where(group)}  \n  ${markdownSentence(message)}${way}${ask}`;
};

const topicText = (topic: Topic): string => {
  const sign = topic.verdict === 'fail' ? '✗' : '?';
  const remark = topic.verdict === 'fail' ? enforcementWords[topic.enforcement] : 'needs an answer';
  const reason = reasonOf(topic, (text) => markdownText(text));
  const evidence = topic.evidence === 'proven' ? '' : ` This is ${evidenceWords[topic.evidence]}.`;
  const rest = topic.groups.slice(groupsShown).reduce((sum, group) => sum + group.places.length, 0);
  return [
    `### ${sign} ${markdownText(topic.title)}`,
    '',
    `*${remark}* · ${counted(topic.flows, 'flow')} · ${markdownCode(topic.check)}  \n${reason.charAt(0).toUpperCase()}${reason.slice(1)}.${evidence}`,
    '',
    ...topic.groups.slice(0, groupsShown).map((group) => groupText(group, topic)),
    ...(rest > 0 ? ['', `… and ${counted(rest, 'more place')}.`] : []),
  ].join('\n');
};

const marks: Readonly<Record<Outcome['is'], string>> = {
  failed: '✗',
  open: '!',
  clean: '✓',
  'nothing-asked': '✓',
};

/** The report as Markdown, fit for a comment on a pull request: the verdict first, then the table, then each topic. */
export const renderMarkdown = (
  report: CheckReport,
  options: { readonly profile?: Profile; readonly failOn: FailOn },
): string => {
  const outcome = outcomeOf(report, options.failOn);
  const mark = report.errors.length > 0 ? '✗' : marks[outcome.is];
  const errors = report.errors.map(({ file, message, line, column }) => {
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
    return `- ${markdownCode(`${file}${place}`)} ${markdownText(message)}`;
  });
  const parts = [
    `## ${mark} Plumbline: ${summaryWords(report.summary)}`,
    `Held against **${markdownText(report.profile.name)}**, version ${markdownText(report.profile.version)}. ${outcome.words}`,
    ...(report.flows.length === 0 ? [] : [matrixTable(matrixOf(report, options.profile), rowsShown)]),
    ...topicsOf(report, options.profile).map(topicText),
    ...(errors.length === 0 ? [] : [`### Files that could not be judged\n\n${errors.join('\n')}`]),
  ];
  return `${parts.join('\n\n')}\n`;
};
