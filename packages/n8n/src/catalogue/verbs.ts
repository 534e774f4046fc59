import type { Channel, Trait } from '@plumbline/core';
import type { Does, NodeEntry } from './entry.ts';

const same = (names: string, does: Does): Record<string, Does> =>
  Object.fromEntries(names.split(' ').map((name) => [name, does]));

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
export const transforms: Does = { traits: ['transforms'] };
export const internal = (reason: string): Does => ({ traits: ['internal'], reason });

/** What operations of these names do in every system that keeps records; exceptions stand in the entries. */
export const recordVerbs: Readonly<Record<string, Does>> = {
  ...same(
    'get getAll getMany list read search lookup query find count exist exists download history info export log show select llen keys pop ' +
      'getSchema getRow getAllRows getColumn getAllColumns getRelatedData getMembers member members replies feed summary stats status ' +
      'getRecentlyCreated getRecentlyModified getRecentlyCreatedUpdated searchByDomain searchByJQL changelog findOne findAll rowExists rowNotExists ' +
      'getReport getScore getItems getFields getActivities getMetadata getStatement getBalances getCurrencies describe analyze',
    reads,
  ),
  ...same(
    'create createOrUpdate update upsert append appendOrUpdate appendBlock add addTo insert set put upload copy move write push incr merge link ' +
      'batchCreate batchUpdate createAll createRow createDocument updateDocument findAndReplace updateEntry addLabels addTags addTag addNote addContact ' +
      'archive unarchive rename share publish enable disable close open complete reopen lock unlock mark transition invite assign ' +
      'createFromText createFromTemplate createFolder executeQuery execute insertOrUpdate findOneAndUpdate findOneAndReplace bulkWrite add_item removeTags',
    writes,
  ),
  ...same(
    'delete remove deleteRecord deleteRow deleteRows deleteFile deleteFolder batchDelete deleteTable deleteDatabase drop clear purge trash empty erase destroy deleteItem deleteDocument',
    deletes,
  ),
};

/** A system that keeps records: a CRM, a database, a task list. */
export const recordSystem = (
  defaults: { readonly resource?: string; readonly operation?: string } = {},
  own: Readonly<Record<string, Does>> = {},
): NodeEntry => ({ ...defaults, needsParameters: true, operations: { ...recordVerbs, ...own } });

/** A type that does one thing whatever its parameters say. */
export const always = (does: Does, needsParameters = true): NodeEntry => ({ needsParameters, operations: { '*': does } });

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

/** Publishes to everybody. */
export const publishes = (channel: 'social' | 'web', ...body: readonly string[]): Does =>
  sends(channel, { recipient: 'public', body });
