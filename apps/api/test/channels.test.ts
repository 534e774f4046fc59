import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReceiver, type Receiver } from './receiver.ts';
import { openToldShop, type ToldShop, turned } from './told-shop.ts';

let receiver: Receiver;
let shop: ToldShop;
beforeEach(async () => {
  receiver = await openReceiver();
  shop = await openToldShop();
});
afterEach(async () => {
  await receiver.close();
  await shop.store.close();
});

const name = '<!channel> @everyone [free](https://evil.example) *bold* <at>Tom</at> \u202e\r\n# Big';
const because = '`<@U0> https://evil.example/x` was removed, ask <https://evil.example|us> or `open';

type Json = Readonly<Record<string, unknown>>;
/** Every object in it of one of these types. */
const all = (value: unknown, ...types: readonly string[]): Json[] => {
  if (Array.isArray(value)) return value.flatMap((each) => all(each, ...types));
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap((each) => all(each, ...types));
  return 'type' in value && types.includes(String(value.type)) ? [value as Json, ...inside] : inside;
};

const say = async (channel: 'slack' | 'teams' | 'discord', ...more: readonly ReturnType<typeof turned>[]) => {
  await shop.target(channel, receiver.origin);
  await shop.tell(turned('t1', { name, because }), ...more);
  await shop.tend(shop.worker());
  return receiver.received[0]?.json ?? {};
};

it('shows in Slack as it is what a flow says, without mentions, links or formatting of its own', async () => {
  const body = await say('slack');
  expect(body['text']).toContain('&lt;!channel&gt;');
  expect(body['text']).not.toMatch(/<[!@#h]/);
  expect(new Set(all(body['blocks'], 'section', 'context', 'header'))).toEqual(new Set());
  expect(all(body['blocks'], 'user', 'usergroup', 'broadcast', 'channel')).toEqual([]);
  expect(all(body['blocks'], 'link').map(({ url }) => url)).toEqual([
    'https://plumbline.shop.example/?business=shop&flow=n8n%2Fchat',
  ]);
  const words = all(body['blocks'], 'text').map(({ text }) => text);
  expect(words.join('')).toContain('<!channel> @everyone');
  expect(words.join('')).toContain('What to do: Add a hand-over to one of you.');
  expect(words.join('')).not.toContain('\u202e');
});

it('shows in Teams as it is what a flow says, in runs that know no Markdown', async () => {
  const body = await say('teams');
  expect(body['type']).toBe('message');
  expect(all(body['attachments'], 'TextBlock', 'FactSet')).toEqual([]);
  expect(JSON.stringify(body)).not.toContain('"msteams"');
  expect(all(body['attachments'], 'Action.OpenUrl').map(({ url }) => url)).toEqual([
    'https://plumbline.shop.example/?business=shop&flow=n8n%2Fchat',
  ]);
  const words = all(body['attachments'], 'TextRun').map(({ text }) => text);
  expect(words.join('')).toContain('[free](https://evil.example)');
});

it('lets nobody be mentioned in Discord, and no link or formatting be written', async () => {
  const body = await say('discord');
  expect(body['allowed_mentions']).toEqual({ parse: [] });
  const [embed] = body['embeds'] as readonly { title: string; fields: readonly { value: string }[] }[];
  const shown = `${body['content']} ${embed?.title} ${embed?.fields.map(({ value }) => value).join(' ')}`;
  // What stands in a code span is shown as it is.
  const outside = shown.replaceAll(/`[^`]*`/g, '');
  expect(outside).not.toMatch(/(?<!\\)[*_~|>#[\]()<@]/);
  expect(outside).not.toContain('://');
});

it.each(['slack', 'teams', 'discord'] as const)(
  'keeps within what %s takes, and says what is left out',
  async (channel) => {
    const long = '非常 '.repeat(400);
    const many = Array.from({ length: 60 }, (_, at) =>
      turned(`m${at}`, { flow: `${at}`, name: long, because: long }),
    );
    const body = await say(channel, ...many);
    const text = receiver.received[0]?.text ?? '';
    expect(text).toMatch(/And 5\d more/);
    if (channel === 'slack') expect((body['blocks'] as readonly unknown[]).length).toBeLessThanOrEqual(50);
    if (channel === 'teams') expect(Buffer.byteLength(text)).toBeLessThan(28 * 1024);
    if (channel === 'discord') {
      const embeds = body['embeds'] as readonly {
        title: string;
        fields: readonly { name: string; value: string }[];
      }[];
      const lengths = embeds.flatMap(({ title, fields }) => [
        title,
        ...fields.flatMap((each) => [each.name, each.value]),
      ]);
      expect(lengths.join('').length).toBeLessThanOrEqual(6000);
      expect(embeds.every(({ title }) => title.length <= 256)).toBe(true);
      expect(
        embeds.every(({ fields }) => fields.every(({ value }) => value.length <= 1024 && value !== '')),
      ).toBe(true);
      expect(String(body['content']).length).toBeLessThanOrEqual(2000);
    }
  },
);

const titlesIn = (body: Json): readonly string[] =>
  all(body['blocks'], 'text').flatMap(({ text, style }) =>
    typeof style === 'object' && style !== null && 'bold' in style && !String(text).endsWith(': ')
      ? [String(text)]
      : [],
  );
const sayInOne = async (...tell: readonly ReturnType<typeof turned>[]): Promise<Json> => {
  await shop.target('slack', receiver.origin, 'hourly');
  await shop.tell(...tell);
  shop.pass(60 * 60_000);
  await shop.tend(shop.worker());
  return receiver.received[0]?.json ?? {};
};

it('shows people what weighs most first, whenever it happened', async () => {
  const well = Array.from({ length: 14 }, (_, at) => turned(`w${at}`, { flow: `${at}`, better: true }));
  const body = await sayInOne(turned('t1', { flow: 'chat', name: 'Chat' }), ...well);
  expect(titlesIn(body)[0]).toBe('“Chat” now breaks a promise');
});

it('tells what is broken from what is only asked, and what is accepted from what is kept', async () => {
  const broken = turned('t1');
  const [fault] = broken.newFaults;
  if (fault === undefined) throw new Error('there is no fault any more');
  const question = { ...fault, commitment: 'read-first', question: 'Who reads it before it goes out?' };
  const waived = { kind: 'waiver-given' as const, words: '`Maria` accepted a fault until 2026-01-12' };
  const body = await sayInOne(
    { ...broken, newQuestions: [question] },
    {
      ...turned('t2', { flow: 'mail', name: 'Newsletter', better: true }),
      causes: [{ ...waived, flow: null, diff: null, about: [] }],
    },
  );
  expect(titlesIn(body)).toContain('“Newsletter” is accepted as it is');
  const words = all(body['blocks'], 'text')
    .map(({ text }) => text)
    .join('');
  expect(words).toMatch(/Which promise: .*reach-a-person.*Not known of: .*read-first/);
  expect(words).toMatch(/Since then a fault is accepted\..*Accepted: /);
  expect(words).not.toContain('fits what you promised');
});
