import type { Channel, Trait } from '@plumbline/core';
import type { Case, Catalogue, Does, NodeEntry } from './entry.ts';

export const reads: Does = { traits: ['reads:records'] };
export const writes: Does = { traits: ['writes:records'] };
export const deletes: Does = { traits: ['deletes:records'] };
export const code: Does = { traits: ['runs:code'] };
export const writesText: Does = { traits: ['generates:text'] };
export const makesMedia: Does = { traits: ['generates:media'] };
export const judges: Does = { traits: ['judges:model'] };
export const outside: Does = { traits: ['calls:http'] };
export const money: Does = { traits: ['moves:money'] };
export const ticket: Does = { traits: ['opens:ticket'] };
export const ticketChange: Does = { traits: ['opens:ticket', 'writes:records'] };
export const transforms: Does = { traits: ['transforms'] };
export const looksUpPeople: Does = { traits: ['reads:list'] };
export const changesList: Does = { traits: ['writes:list'] };
export const books: Does = { traits: ['books:create'] };
export const rebooks: Does = { traits: ['books:change'] };
export const cancelsBooking: Does = { traits: ['books:cancel'] };
export const looksUpBooking: Does = { traits: ['books:read'] };
export const campaign: Does = {
  traits: ['sends:campaign'],
  channel: 'email',
  recipient: 'list',
  template: true,
};
export const internal = (reason: string): Does => ({ traits: ['internal'], reason });

/** The same answer for several operations: `a b c`. */
export const each = (names: string, does: Does): Record<string, Does> =>
  Object.fromEntries(names.split(' ').map((name) => [name, does]));

/** The same entry for several types; names without a dot are n8n's own. */
export const types = (names: string, entry: NodeEntry): Catalogue =>
  Object.fromEntries(
    names.split(' ').map((name) => [name.includes('.') ? name : `n8n-nodes-base.${name}`, entry]),
  );

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const readingWords = wordSet(
  'get list search find read download lookup query count check show fetch export view stats statistics status describe analyze ' +
    'expand compare test validate verify aggregate summary summarize has is me retrieve select scan inspect report changelog ' +
    'feed members member replies history info exist exists log logs reflog enrich llen keys pop metadata customfields users ' +
    'properties messages currently recently snapshot collaborator pdfurl screenshot',
);
const deletingWords = wordSet('delete remove drop purge trash clear empty erase destroy soft');
const writingWords = wordSet(
  'kick leave create add update upsert edit insert append set put patch upload copy move rename write push incr merge link unlink ' +
    'batch bulk archive unarchive enable disable close open complete completed reopen lock unlock mark transition transitions ' +
    'assign execute run start stop pause resume cancel restart reset duplicate clone commit pull tag convert replace restore ' +
    'approve disapprove activate deactivate deactive install renew submit trigger save register track identify alias connect ' +
    'disconnect sync import convert generate mute void unpublish untrash recover redeploy retry quick switch config user change ' +
    'shorten solve promote refresh dispatch join page screen event snooze enroll grant revoke attach set',
);
/** Operations with such a word are listed one by one: they may reach somebody, or move money. */
const weighty = wordSet(
  'send sends reply message messages comment notify notification email mail sms call pay payment charge refund tweet broadcast ' +
    'post forward invite share publish transfer payout withdraw book invoice',
);

const wordsOf = (operation: string): readonly string[] =>
  operation
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

/**
 * What an operation of a system that keeps records does, by the first word of its name: `getAll`, `deleteRow`,
 * `createFolder`. `undefined` for every other first word, and for writing ones that may reach a person.
 */
export const verbOf = (operation: string): Does | undefined => {
  const words = operation.length > 80 ? [] : wordsOf(operation);
  const first = words[0] ?? '';
  if (readingWords.has(first)) return reads;
  if (deletingWords.has(first)) return deletes;
  if (!writingWords.has(first) || words.some((word) => weighty.has(word))) return undefined;
  return writes;
};

/** A system that keeps records: a CRM, a database, a task list. `own` lists what else it does. */
export const recordSystem = (own: Readonly<Record<string, Does>> = {}): NodeEntry => ({
  needsParameters: true,
  keepsRecords: true,
  operations: own,
});

/** A type that does one thing whatever its parameters say. */
export const always = (does: Does, needsParameters = true): NodeEntry => ({
  needsParameters,
  operations: { '*': does },
});

/** A trigger: one way to start, complete without parameters. */
export const starts = (...traits: readonly Trait[]): NodeEntry => always({ traits }, false);

const sendTraits: Readonly<Partial<Record<Channel, Trait>>> = {
  email: 'sends:email',
  sms: 'sends:sms',
  messenger: 'sends:messenger',
  chat: 'sends:chat',
  voice: 'sends:voice',
  push: 'sends:push',
  reply: 'replies:origin',
  social: 'publishes:social',
  web: 'publishes:web',
};

type Words = Omit<Does, 'traits' | 'channel'>;

/** Carries words to somebody over `channel`. */
export const sends = (channel: Channel, words: Words): Does => ({
  traits: [sendTraits[channel] ?? 'sends:chat'],
  channel,
  ...words,
});

/** The same, and waits for the answer. */
export const sendsAndWaits = (channel: Channel, words: Words): Does => ({
  traits: [sendTraits[channel] ?? 'sends:chat', 'asks:person'],
  channel,
  question: 'message',
  ...words,
});

/** Leaves a mail that a person still has to send. */
export const draftsMail = (words: Words): Does => ({ traits: ['drafts:email'], channel: 'email', ...words });

/** Publishes to everybody. */
export const publishes = (channel: 'social' | 'web', ...body: readonly string[]): Does =>
  sends(channel, { recipient: 'public', body });

/** Leaves a page or post that a person still has to publish. */
export const draftsPage = (...body: readonly string[]): Does => ({
  traits: ['drafts:web'],
  channel: 'web',
  recipient: 'public',
  body,
});

/** `does`, unless a further parameter has one of the values `is` (none given: is there at all). */
export const unless = (does: Does, parameter: string, is: Case['is'], instead: Does): Does => ({
  ...does,
  cases: [...(does.cases ?? []), { parameter, ...(is === undefined ? {} : { is }), does: instead }],
});

/** The same, where an expression may well have one of the values. */
export const unlessPossibly = (does: Does, parameter: string, is: Case['is'], instead: Does): Does => ({
  ...does,
  cases: [
    ...(does.cases ?? []),
    { parameter, ...(is === undefined ? {} : { is }), orExpression: true, does: instead },
  ],
});
