import { plainUpTo } from '@plumbline/core';
import { fitting, type Message, namesIn, type Told } from '../told.ts';

const colours: Readonly<Record<Told['tone'], string>> = { bad: 'attention', good: 'good', note: 'accent' };

/** Text runs are shown as they are: unlike text blocks they know no Markdown. */
const literal = (text: string) =>
  namesIn(plainUpTo(text, 1000)).map((part) => ({
    type: 'TextRun',
    text: part.text,
    ...(part.name ? { fontType: 'monospace' } : {}),
  }));

const line = (inlines: readonly unknown[], more: object = {}) => ({
  type: 'RichTextBlock',
  inlines,
  ...more,
});

const containerOf = ({ title, tone, parts, link }: Told, at: number) => ({
  type: 'Container',
  separator: at > 0,
  items: [
    line([
      {
        type: 'TextRun',
        text: plainUpTo(title, 300),
        weight: 'bolder',
        size: 'medium',
        color: colours[tone],
      },
    ]),
    ...parts.map(({ label, text }) =>
      line([{ type: 'TextRun', text: `${label}: `, weight: 'bolder' }, ...literal(text)], {
        spacing: 'small',
      }),
    ),
    ...(link === null
      ? []
      : [
          { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Open in Plumbline', url: link }] },
        ]),
  ],
});

/** Teams takes 28 KB, with what stands around it. */
const room = 24_000;
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The body of a call to a Teams workflow "when a webhook request is received": one adaptive card. */
export const teamsBody = ({ from, subject, told, more }: Message): unknown => {
  const { shown, cut } = fitting(told.map(containerOf), bytesOf, room);
  const unsaid = more + cut;
  return {
    type: 'message',
    summary: `${plainUpTo(from, 100)}: ${plainUpTo(subject, 300)}`,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [...shown, ...(unsaid === 0 ? [] : [line(literal(`And ${unsaid} more.`))])],
        },
      },
    ],
  };
};
