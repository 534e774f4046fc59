import { type FlowData, flowData } from './event-data.ts';
import type { Told } from './told.ts';

type Part = Told['parts'][number];
type Promised = FlowData['promises'][number];

const strictly: Readonly<Record<string, string>> = {
  block: 'you set it to block',
  approve: 'you want to sign it off',
  warn: 'you want it changed',
};

const promiseWords = ({ promise, enforcement }: Promised): string => {
  const how = strictly[enforcement];
  return how === undefined ? `“${promise}”` : `“${promise}” (${how})`;
};

const affected: Readonly<Record<string, string>> = {
  true: 'Your customers: this automation talks to them.',
  false: 'Your own people: this automation does not talk to customers.',
  unknown: 'Perhaps your customers: it cannot be told from the flow whom it talks to.',
};

/** What stands behind the first sentence of a check's message is what to do. */
const restOf = (message: string): string => {
  const end = message.indexOf('. ');
  return end === -1 ? message : message.slice(end + 2);
};

const adviceFor = ({ message, question }: Promised): string =>
  question === null ? restOf(message) : `Answer the question: ${question}`;

const once = (texts: readonly string[]): string =>
  [...new Set(texts)].filter((each) => each !== '').join(' ');

const standings: Readonly<Record<string, string>> = {
  blocked: 'breaks a promise',
  'needs-adjustment': 'breaks a promise',
  'needs-answers': 'has a question for you',
  'not-assessed': 'cannot be judged',
};

/** The first evaluation has no change before it. */
const whatChanged = ({ first, summary }: FlowData): string =>
  first ? 'It is new, or was looked at for the first time.' : summary;

const driftedTitle = ({ flow, standing, first }: FlowData): string =>
  `“${flow.name}” ${first ? '' : 'now '}${standings[standing.after] ?? 'does not stand well'}`;

const promiseParts = (data: FlowData, label: string): readonly Part[] => {
  if (data.promises.length === 0) return [];
  const more = data.morePromises > 0 ? ` And ${data.morePromises} more.` : '';
  return [{ label, text: `${[...new Set(data.promises.map(promiseWords))].join(', ')}.${more}` }];
};

export const driftedWords = (given: unknown, link: Told['link']): Told => {
  const data = flowData.parse(given);
  const remedy = once(data.promises.map(adviceFor));
  return {
    title: driftedTitle(data),
    tone: 'bad',
    parts: [
      { label: 'What changed', text: whatChanged(data) },
      ...promiseParts(data, 'Which promise'),
      { label: 'Whom it affects', text: affected[String(data.customerFacing)] ?? '' },
      {
        label: 'What to do',
        text: remedy === '' ? 'Look at the flow and decide whether it may stay as it is.' : remedy,
      },
    ],
    link,
  };
};

export const recoveredWords = (given: unknown, link: Told['link']): Told => {
  const data = flowData.parse(given);
  return {
    title: `“${data.flow.name}” fits what you promised again`,
    tone: 'good',
    parts: [
      { label: 'What changed', text: data.summary },
      ...promiseParts(data, 'Kept again'),
      { label: 'What to do', text: 'Nothing.' },
    ],
    link,
  };
};

export const stoppedWords = (given: unknown, link: Told['link']): Told => {
  const { flow } = flowData.parse(given);
  return {
    title: `“${flow.name}” does not run any more`,
    tone: 'note',
    parts: [
      { label: 'What changed', text: 'It was unpublished, archived or deleted.' },
      { label: 'What to do', text: 'Nothing. Should it come back as it was, you are told again.' },
    ],
    link,
  };
};
