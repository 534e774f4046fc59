import { wrongAndRemedy } from '@plumbline/core';
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

const adviceFor = ({ message, question }: Promised): string =>
  question === null ? wrongAndRemedy(message, undefined, true).remedy : `Answer the question: ${question}`;

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

/** Promises under this label; what is not shown is counted behind the last list. */
const promisePart = (promises: readonly Promised[], label: string, more = 0): readonly Part[] => {
  if (promises.length === 0) return [];
  const rest = more > 0 ? ` And ${more} more.` : '';
  return [{ label, text: `${[...new Set(promises.map(promiseWords))].join(', ')}.${rest}` }];
};

/** Promises that are broken, and those of which it cannot be told. */
const promiseParts = ({ promises, morePromises }: FlowData): readonly Part[] => {
  const broken = promises.filter(({ question }) => question === null);
  const open = promises.filter(({ question }) => question !== null);
  return [
    ...promisePart(broken, 'Which promise', open.length === 0 ? morePromises : 0),
    ...promisePart(open, broken.length === 0 ? 'Which promise' : 'Not known of', morePromises),
  ];
};

export const driftedWords = (given: unknown, link: Told['link']): Told => {
  const data = flowData.parse(given);
  const remedy = once(data.promises.map(adviceFor));
  return {
    title: driftedTitle(data),
    tone: 'bad',
    parts: [
      { label: 'What changed', text: whatChanged(data) },
      ...promiseParts(data),
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
  // What somebody has accepted is not kept.
  const accepted = data.causes.some(({ kind }) => kind === 'waiver-given');
  return {
    title: accepted
      ? `“${data.flow.name}” is accepted as it is`
      : `“${data.flow.name}” fits what you promised again`,
    tone: accepted ? 'note' : 'good',
    parts: [
      { label: 'What changed', text: data.summary },
      ...promisePart(data.promises, accepted ? 'Accepted' : 'Kept again', data.morePromises),
      { label: 'What to do', text: accepted ? 'Nothing until then.' : 'Nothing.' },
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
