import { plainUpTo } from '@plumbline/core';
import { fitting, type Message, namesIn, type Told } from '../told.ts';

const signs: Readonly<Record<Told['tone'], string>> = { bad: '⚠️', good: '✅', note: 'ℹ️' };

/** In Slack's own markup these three begin mentions, links and entities. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const section = (elements: readonly unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

/** Elements of rich text are shown as they are: no mention, link or formatting can be written into one. */
const literal = (text: string) =>
  namesIn(plainUpTo(text, 1500)).map((part) => ({
    type: 'text',
    text: part.text,
    ...(part.name ? { style: { code: true } } : {}),
  }));

const blocksOf = ({ title, tone, parts, link }: Told): readonly unknown[] => [
  section([
    { type: 'text', text: `${signs[tone]} ` },
    { type: 'text', text: plainUpTo(title, 300), style: { bold: true } },
  ]),
  ...parts.map(({ label, text }) =>
    section([{ type: 'text', text: `${label}: `, style: { bold: true } }, ...literal(text)]),
  ),
  ...(link === null ? [] : [section([{ type: 'link', url: link, text: 'Open in Plumbline' }])]),
];

/** Slack takes 50 blocks; one is kept for saying what is left out. */
const room = 49;

/** The body of a call to an incoming webhook of Slack: blocks of rich text, and a text for notifications. */
export const slackBody = ({ from, subject, told, more }: Message): unknown => {
  const each = told.map((one, at) => [...(at === 0 ? [] : [{ type: 'divider' }]), ...blocksOf(one)]);
  const { shown, cut } = fitting(each, (blocks) => blocks.length, room);
  const unsaid = more + cut;
  return {
    text: escaped(`${plainUpTo(from, 100)}: ${plainUpTo(subject, 300)}`),
    blocks: [...shown.flat(), ...(unsaid === 0 ? [] : [section(literal(`And ${unsaid} more.`))])],
    unfurl_links: false,
    unfurl_media: false,
  };
};
