import { plainUpTo } from '@plumbline/core';
import type { Letter } from '../../deliver/send.ts';
import { type Message, namesIn, type Told } from '../told.ts';

const asText = ({ title, parts, link }: Told): string =>
  [
    plainUpTo(title, 300),
    '',
    ...parts.map(({ label, text }) => `${label}: ${plainUpTo(text, 1500)}`),
    ...(link === null ? [] : ['', link]),
  ].join('\n');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const literal = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const spoken = (text: string): string =>
  namesIn(plainUpTo(text, 1500))
    .map((part) => (part.name ? `<code>${literal(part.text)}</code>` : literal(part.text)))
    .join('');

const colours: Readonly<Record<Told['tone'], string>> = { bad: '#a93226', good: '#1e6e45', note: '#2c4f74' };

const asHtml = ({ title, tone, parts, link }: Told): string =>
  [
    `<h2 style="font-size:1.1em;color:${colours[tone]}">${literal(plainUpTo(title, 300))}</h2>`,
    ...parts.map(({ label, text }) => `<p><strong>${literal(label)}:</strong> ${spoken(text)}</p>`),
    ...(link === null ? [] : [`<p><a href="${literal(link)}">Open in Plumbline</a></p>`]),
  ].join('\n');

/** A letter as text and as HTML. No line break can get into its subject. */
export const letterOf = ({ id, from, subject, told, more }: Message, to: readonly string[]): Letter => {
  const rest = more === 0 ? [] : [`And ${more} more.`];
  return {
    id,
    to,
    subject: `${plainUpTo(from, 80)}: ${plainUpTo(subject, 150)}`,
    text: `${[...told.map(asText), ...rest].join('\n\n----\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><body style="font-family:sans-serif;max-width:40em">\n${[
      ...told.map(asHtml),
      ...rest.map((each) => `<p>${each}</p>`),
    ].join('\n<hr>\n')}\n</body></html>\n`,
  };
};
