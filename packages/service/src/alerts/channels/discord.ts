import { plainUpTo } from '@plumbline/core';
import { fitting, type Message, namesIn, type Told } from '../told.ts';

const colours: Readonly<Record<Told['tone'], number>> = { bad: 0xc0392b, good: 0x2e8b57, note: 0x34618f };

const punctuation = /[\\`*_~|>#+\-[\]()<@:]/g;

/** Escaped for Discord's Markdown; addresses are broken, so that no link can be written into a message. */
const literal = (text: string): string => text.replace(punctuation, '\\$&').replaceAll('//', '/\u200b/');
const escaped = (text: string, most: number): string => literal(plainUpTo(text, most));

const spoken = (text: string): string =>
  namesIn(plainUpTo(text, 450))
    .map((part) => (part.name ? `\`${part.text}\`` : literal(part.text)))
    .join('');

const embedOf = ({ title, tone, parts, link }: Told) => ({
  title: escaped(title, 120),
  color: colours[tone],
  fields: parts.map(({ label, text }) => ({ name: label, value: spoken(text) })),
  ...(link === null ? {} : { url: link }),
});

/** All of a message's embeds together may have so many characters. */
const room = 5_500;

/** The body of a call to a webhook of Discord: embeds, and nobody can be mentioned. */
export const discordBody = ({ from, subject, told, more }: Message): unknown => {
  const { shown: embeds, cut } = fitting(told.map(embedOf), (each) => JSON.stringify(each).length, room);
  const unsaid = more + cut;
  return {
    content: `${escaped(from, 100)}: ${escaped(subject, 300)}${unsaid > 0 ? ` And ${unsaid} more.` : ''}`,
    embeds,
    allowed_mentions: { parse: [] },
  };
};
