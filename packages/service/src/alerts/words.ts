import { counted } from '@plumbline/core';
import type { EventType, StoredEvent } from '@plumbline/store';
import { approvalData, handoverData, noticeData, profileData, staleData } from './event-data.ts';
import { driftedWords, recoveredWords, stoppedWords } from './flow-words.ts';
import type { LinkTo } from './links.ts';
import type { Told } from './told.ts';

/** A moment as people of the business read it. */
export type When = (iso: string) => string;

type Words = (data: unknown, link: Told['link'], when: When) => Told;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const over = (channel: string | null): string => (channel === null ? '' : ` by ${channel}`);

/** What the actions that come with Plumbline are called; own ones have names of the business's own. */
const actionWords: Readonly<Record<string, string>> = {
  'message.send': 'a message',
  'message.reply': 'an answer',
  'post.publish': 'a post',
  'booking.create': 'a booking',
  'booking.change': 'a changed booking',
  'booking.cancel': 'a cancelled booking',
  'payment.refund': 'a refund',
  'record.delete': 'deleting a record',
  'decision.about-person': 'a decision about a person',
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const waiting: Words = (given, link, when) => {
  const data = approvalData.parse(given);
  return {
    title: `Waits for your yes: ${actionWords[data.action] ?? data.action}${over(data.channel)}`,
    tone: 'note',
    parts: [
      { label: 'Who asks', text: data.caller },
      { label: 'Why', text: data.message },
      { label: 'Who may answer', text: data.who.length === 0 ? 'Any of you.' : `${listed(data.who)}.` },
      {
        label: 'What to do',
        text: `Approve it, edit it or reject it by ${when(data.until)}. Silence never approves.`,
      },
    ],
    link,
  };
};

const answers: Readonly<Record<string, string>> = {
  approved: 'approved',
  edited: 'approved with changes',
  rejected: 'rejected',
};

const answered: Words = (given, link) => {
  const data = approvalData.parse(given);
  const how = answers[data.state];
  return {
    title: how === undefined ? 'What waited for a yes has expired' : `What waited for a yes was ${how}`,
    tone: 'note',
    parts: [
      { label: 'By', text: data.by ?? 'Nobody: its time is over, and silence does not approve.' },
      ...(data.comment === null ? [] : [{ label: 'Comment', text: data.comment }]),
    ],
    link,
  };
};

const handover: Words = (given, link) => {
  const data = handoverData.parse(given);
  return {
    title: 'A customer waits for one of you',
    tone: 'note',
    parts: [
      { label: 'What happened', text: `A conversation${over(data.channel)} was handed over to you.` },
      { label: 'What to do', text: 'Read what was said, get back to the customer, and close the hand-over.' },
    ],
    link,
  };
};

const profile: Words = (given, link) => {
  const { version } = profileData.parse(given);
  return {
    title: `The values profile was changed: version ${version}`,
    tone: 'note',
    parts: [{ label: 'What follows', text: 'Every flow is measured against it from now on.' }],
    link,
  };
};

const stale: Words = (given, link, when) => {
  const { since, missing } = staleData.parse(given);
  return {
    title: `Flows have not been judged since ${when(since)}`,
    tone: 'bad',
    parts: [
      {
        label: 'What happened',
        text: `${counted(missing, 'flow')} not judged for longer than it should take.`,
      },
      { label: 'Whom it affects', text: 'You: what was changed since then is not checked yet.' },
      { label: 'What to do', text: 'Have whoever runs Plumbline look at its log and its worker.' },
    ],
    link,
  };
};

const fresh: Words = (_, link) => ({
  title: 'Every flow is judged again',
  tone: 'good',
  parts: [{ label: 'What to do', text: 'Nothing.' }],
  link,
});

interface NoticeWords {
  readonly title: string;
  readonly tone: Told['tone'];
  readonly remedy: string;
}

const notice =
  (usual: NoticeWords, better: NoticeWords = usual): Words =>
  (given, link, when) => {
    const { direction, until, flows, moreFlows, causes } = noticeData.parse(given);
    const { title, tone, remedy } = direction === 'better' ? better : usual;
    const names = flows.map(({ name }) => `“${name}”`).join(', ');
    const more = moreFlows > 0 ? ` and ${moreFlows} more` : '';
    return {
      title,
      tone,
      parts: [
        ...causes.map(({ words }) => ({ label: 'What', text: capital(words) })),
        ...(until === null ? [] : [{ label: 'When', text: when(until) }]),
        ...(names === '' ? [] : [{ label: 'Which flows', text: `${names}${more}` }]),
        { label: 'What to do', text: remedy },
      ],
      link,
    };
  };

const wordsFor: Readonly<Record<EventType, Words>> = {
  'flow.drifted': driftedWords,
  'flow.recovered': recoveredWords,
  'flow.stopped': stoppedWords,
  'approval.waiting': waiting,
  'approval.answered': answered,
  'handover.waiting': handover,
  'profile.changed': profile,
  'evaluation.stale': stale,
  'evaluation.recovered': fresh,
  'confirmation.expiring': notice({
    title: 'Something that you confirmed or accepted runs out soon',
    tone: 'note',
    remedy: 'Confirm or accept it again, if it still holds.',
  }),
  'confirmation.expired': notice({
    title: 'Something that you confirmed or accepted has run out',
    tone: 'bad',
    remedy: 'Confirm or accept it again, if it still holds. Until then it does not count.',
  }),
  'indicator.moved': notice(
    {
      title: 'A figure has left its usual range',
      tone: 'bad',
      remedy: 'Look at what changed about the time it moved.',
    },
    { title: 'A figure is better than usual', tone: 'good', remedy: 'Nothing.' },
  ),
  'indicator.back': notice({
    title: 'A figure is back in its usual range',
    tone: 'good',
    remedy: 'Nothing.',
  }),
};

/** An event in words that an owner understands. Never throws: what is missing is left out. */
export const toldOf = (event: StoredEvent, linkTo: LinkTo, when: When): Told =>
  wordsFor[event.type](event.data, linkTo(event), when);
