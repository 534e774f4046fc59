import type { Profile } from '../profile/schema.ts';
import { wrongAndRemedy } from './advice.ts';
import type { CheckReport, FlowReport } from './check-report.ts';
import { markup } from './escape.ts';
import { counted, enforcementWords, evidenceWords, flowName, stepName } from './say.ts';
import { reasonOf, type Topic, type TopicGroup, topicsOf } from './topics.ts';

/** Groups said in full in one topic, and flows named after each; the rest is counted. */
const groupsShown = 4;
const namesShown = 5;
const stepsShown = 4;

/** Text of a check with the names of steps in quotes. */
const sentence = (text: string): string =>
  markup(text, 1200)
    .split('`')
    .map((part, at) => (at % 2 === 0 ? part : `<q>${part}</q>`))
    .join('');

const labelled = (label: string, inside: string): string =>
  inside === '' ? '' : `<p class="say"><span class="label">${label}</span><span>${inside}</span></p>`;

/** The path that proves it, step by step; a long one without its middle. */
const wayHtml = ({ places: [place] }: TopicGroup, failed: boolean): string => {
  const witness = place?.occurrence.witness ?? [];
  if (witness.length < 2) return '';
  const about = new Set(place?.occurrence.steps.map(({ id }) => id));
  const box = (step: (typeof witness)[number]): string =>
    `<li class="step${failed && about.has(step.id) ? ' at' : ''}">${markup(stepName(step), 60)}</li>`;
  const boxes =
    witness.length <= 2 * stepsShown + 1
      ? witness.map(box)
      : [
          ...witness.slice(0, stepsShown).map(box),
          `<li class="step gap">${witness.length - 2 * stepsShown} more</li>`,
          ...witness.slice(-stepsShown).map(box),
        ];
  return `<ol class="way" aria-label="The way through the automation">${boxes.join('')}</ol>`;
};

const others = ({ places: [first, ...rest] }: TopicGroup): string => {
  const flows = [...new Set(rest.map(({ flow }) => flow))].filter((flow) => flow !== first?.flow);
  const here = rest.filter(({ flow }) => flow === first?.flow);
  const steps = here.slice(0, namesShown).flatMap(({ occurrence }) => occurrence.steps.slice(0, 1));
  const said = steps.map((step) => `<q>${markup(stepName(step), 60)}</q>`).join(', ');
  const moreSteps = here.length > namesShown ? ` and ${counted(here.length - namesShown, 'more step')}` : '';
  const names = flows.slice(0, namesShown).map((flow: FlowReport) => markup(flowName(flow, 60)));
  const moreFlows = flows.length > namesShown ? ` and ${counted(flows.length - namesShown, 'more')}` : '';
  return (
    labelled('also at', said === '' ? '' : said + moreSteps) +
    labelled('the same in', names.length === 0 ? '' : names.join(', ') + moreFlows)
  );
};

const groupHtml = (group: TopicGroup, failed: boolean): string => {
  const [place] = group.places;
  if (place === undefined) return '';
  const { message, question, adjustment } = place.occurrence;
  const { wrong, remedy } = wrongAndRemedy(message, adjustment, failed);
  return [
    `<div class="place"><p><b>${markup(flowName(place.flow, 80))}</b> ${sentence(wrong)}</p>`,
    wayHtml(group, failed),
    failed ? labelled('what to do', sentence(remedy)) : labelled('please say', sentence(question ?? remedy)),
    others(group),
    '</div>',
  ].join('');
};

const topicHtml = (topic: Topic): string => {
  const failed = topic.verdict === 'fail';
  const remark = failed ? enforcementWords[topic.enforcement] : 'needs an answer';
  const grade = topic.evidence === 'proven' ? '' : ` · ${evidenceWords[topic.evidence]}`;
  const urgent = failed && topic.enforcement !== 'observe';
  const rest = topic.groups.slice(groupsShown).flatMap(({ places }) => places);
  const more = rest.length === 0 ? '' : `<p class="about">… and ${counted(rest.length, 'more place')}</p>`;
  return [
    `<li${urgent ? ' class="urgent"' : ''}><h3>${markup(topic.title)}</h3>`,
    `<p class="about">${remark}, ${reasonOf(topic, (text) => markup(text, 300))}${grade}</p>`,
    ...topic.groups.slice(0, groupsShown).map((group) => groupHtml(group, failed)),
    more,
    '</li>',
  ].join('');
};

/** Practices that nobody has vouched for yet, with the flows they are asked for. */
const practicesHtml = (report: CheckReport, profile: Profile | undefined): string => {
  const titles = (profile?.values ?? []).flatMap(({ commitments }) =>
    commitments.flatMap(({ practices }) => practices.map(({ title }) => title)),
  );
  const asked = [...new Set(titles)].filter((title) =>
    report.flows.some((flow) => flow.cells.some((cell) => cell.adjustments.includes(`${title} (practice)`))),
  );
  if (asked.length === 0) return '';
  const items = asked.map((title) => `<li>${markup(title, 200)}</li>`).join('');
  return `<section aria-labelledby="practices"><h2 id="practices">What people have to see to</h2><ul>${items}</ul></section>`;
};

/** Everything to change and to answer, what matters most first: why, where, the way that proves it, and what to do. */
export const changesHtml = (report: CheckReport, profile: Profile | undefined): string => {
  const topics = topicsOf(report, profile);
  const practices = practicesHtml(report, profile);
  if (topics.length === 0) return practices;
  return `<section aria-labelledby="change"><h2 id="change">What to change, and what to answer</h2><ul class="change">${topics.map(topicHtml).join('\n')}</ul></section>${practices}`;
};
