import { isRecord } from './exchange.ts';

/** One thing that was said, as a person who takes over reads it. */
export interface Said {
  readonly from: 'customer' | 'automation' | 'person';
  readonly text: string;
  readonly at?: string;
}

/** Most entries and most characters of one that Plumbline takes; what was said last matters most. */
const mostEntries = 500;
const longest = 20_000;

/** Who speaks, by the words that chats and models use for it. */
const speakers: ReadonlyMap<string, Said['from']> = new Map([
  ['customer', 'customer'],
  ['user', 'customer'],
  ['human', 'customer'],
  ['visitor', 'customer'],
  ['automation', 'automation'],
  ['assistant', 'automation'],
  ['ai', 'automation'],
  ['bot', 'automation'],
  ['person', 'person'],
  ['staff', 'person'],
  ['agent', 'person'],
]);

/** It is no conversation that can be read. `message` is for whoever builds the flow. */
class NoConversation extends Error {}

const textIn = (entry: Readonly<Record<string, unknown>>): string | undefined => {
  for (const name of ['text', 'content', 'message']) {
    const value = entry[name];
    if (typeof value === 'string') return value;
  }
  return undefined;
};

/** A pair of n8n's chat memory: what was said and what was answered. */
const pairOf = ({ human, ai }: Readonly<Record<string, unknown>>): readonly Said[] => [
  ...(typeof human === 'string' ? [{ from: 'customer' as const, text: human }] : []),
  ...(typeof ai === 'string' ? [{ from: 'automation' as const, text: ai }] : []),
];

const saidIn = (entry: unknown, at: number): readonly Said[] => {
  if (typeof entry === 'string') return [{ from: 'customer', text: entry }];
  if (!isRecord(entry))
    throw new NoConversation(`Entry ${at + 1} of the conversation is neither a text nor an object.`);
  const pair = pairOf(entry);
  if (pair.length > 0) return pair;
  const word = entry['from'] ?? entry['role'] ?? entry['type'];
  const from = typeof word === 'string' ? speakers.get(word.toLowerCase()) : undefined;
  const text = textIn(entry);
  // What a tool or the system said was not said to anybody.
  if (word === 'system' || word === 'tool') return [];
  if (from === undefined || text === undefined) {
    throw new NoConversation(
      `Entry ${at + 1} of the conversation does not say who speaks and what: give it as { "from": "customer", "text": "..." }, from "customer", "automation" or "person".`,
    );
  }
  const when = entry['at'];
  return [{ from, text, ...(typeof when === 'string' ? { at: when } : {}) }];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * A conversation as chats, chat memories and models write it down; a bare text is what the customer said. Empty things
 * that were said are left out. Throws `NoConversation`.
 */
export const conversationOf = (given: unknown): readonly Said[] => {
  const value = typeof given === 'string' ? parsed(given) : given;
  const list = Array.isArray(value) ? value : [typeof value === 'number' ? String(value) : value];
  const said = list.flatMap(saidIn).filter(({ text }) => text.trim() !== '');
  if (said.length === 0) throw new NoConversation('The conversation is empty.');
  return said.slice(-mostEntries).map((each) => ({ ...each, text: each.text.slice(0, longest) }));
};
