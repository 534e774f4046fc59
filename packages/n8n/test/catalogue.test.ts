import { isTrait } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../src/catalogue/resolve.ts';
import { catalogue, type Does, entryFor } from '../src/index.ts';
import { quietOnPurpose } from './data/quiet-operations.ts';
import { listed, newerList, operations } from './n8n-nodes.ts';

const everyDoes: readonly (readonly [key: string, does: Does])[] = Object.entries(catalogue).flatMap(
  ([type, entry]) =>
    Object.entries(entry.operations).flatMap(([name, does]) =>
      outcomesOf(does).map((outcome): readonly [string, Does] => [`${type} ${name}`, outcome]),
    ),
);

/** Words of an operation's name that promise an effect on somebody or on money. */
const weighty =
  /^(?:send|reply|post|publish|tweet|retweet|broadcast|forward|notify|message|comment|email|mail|sms|call|share|invite|delete|remove|refund|charge|pay|payout|transfer|invoice|book|cancel|subscribe|unsubscribe)$/;
/** Words that an operation may have although it only looks. */
const looking = /^(?:get|list|search|find|download|count|is|has|read|fetch|check|lookup)$/;

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

const operationPart = (name: string): string => name.slice(name.indexOf('.') + 1);

const promises = (name: string): boolean => {
  const words = wordsOf(operationPart(name));
  return !looking.test(words[0] ?? '') && words.some((word) => weighty.test(word));
};

const only = (does: Does, ...traits: readonly string[]): boolean =>
  does.traits.every((trait) => traits.includes(trait));

describe('the catalogue', () => {
  it('knows every type of the current n8n', () => {
    expect(listed.length).toBeGreaterThan(800);
    expect(listed.filter(({ type }) => entryFor(type) === undefined).map(({ type }) => type)).toEqual([]);
  });

  it('knows every operation of every version', () => {
    expect(operations.length).toBeGreaterThan(4000);
    expect(operations.filter(({ outcomes }) => outcomes.length === 0)).toEqual([]);
  });

  it('was compared with the newest list that is at hand', () => {
    const newer = newerList();
    if (newer === null) {
      console.warn(
        'The list of node types beside the checkout is absent: only the committed one was compared.',
      );
      return;
    }
    const known = new Map(listed.map((each) => [each.type, each]));
    const unknown = newer.filter(({ type, versions, operations: names }) => {
      const own = known.get(type);
      const variant = /Tool$/.test(type);
      return (
        own === undefined ||
        versions.some((version) => !own.versions.includes(version)) ||
        (!variant && names.some((name) => !own.operations.includes(name)))
      );
    });
    expect(unknown.map(({ type }) => type)).toEqual([]);
  });

  it('says why, wherever it calls something internal', () => {
    const silent = everyDoes.filter(
      ([, does]) => does.traits.includes('internal') && (does.reason ?? '').length < 10,
    );
    expect(silent).toEqual([]);
    expect(
      everyDoes.filter(([, does]) => does.traits.includes('internal') && does.traits.length > 1),
    ).toEqual([]);
  });

  it('gives every operation a trait that exists', () => {
    expect(everyDoes.filter(([, does]) => does.traits.length === 0 || !does.traits.every(isTrait))).toEqual(
      [],
    );
  });

  it('gives whatever carries words a recipient and a text', () => {
    const carriers = everyDoes.filter(([, does]) => does.channel !== undefined);
    expect(carriers.length).toBeGreaterThan(80);
    expect(carriers.filter(([, does]) => does.to === undefined && does.recipient === undefined)).toEqual([]);
    const wordless = carriers.filter(
      ([, does]) =>
        does.body === undefined && does.template === undefined && !does.traits.includes('publishes:social'),
    );
    expect(wordless).toEqual([]);
  });
});

describe('an operation whose name promises an effect', () => {
  const promising = operations.filter(({ name }) => promises(name));

  it('is never internal', () => {
    expect(promising.length).toBeGreaterThan(400);
    const quiet = promising.filter(
      ({ type, name, outcomes }) =>
        quietOnPurpose[`${type} ${name}`] === undefined && outcomes.some((does) => only(does, 'internal')),
    );
    expect(quiet.map(({ type, name }) => `${type} ${name}`)).toEqual([]);
  });

  it('is never taken for a mere record when it writes to somebody or moves money', () => {
    const reaches =
      /^(?:send|reply|post|publish|tweet|broadcast|forward|notify|sms|email|mail|call|refund|charge|pay|payout|transfer|book|invite|share)$/;
    const quiet = promising.filter(
      ({ type, name, outcomes }) =>
        wordsOf(operationPart(name)).some((word) => reaches.test(word)) &&
        quietOnPurpose[`${type} ${name}`] === undefined &&
        outcomes.some((does) => only(does, 'internal', 'reads:records', 'writes:records', 'transforms')),
    );
    expect(quiet.map(({ type, name }) => `${type} ${name}`)).toEqual([]);
  });

  it('has an exception only where one is needed, each with its reason', () => {
    const quiet = operations.filter(({ outcomes }) =>
      outcomes.some((does) => only(does, 'internal', 'reads:records', 'writes:records')),
    );
    const needed = new Set(quiet.map(({ type, name }) => `${type} ${name}`));
    expect(Object.keys(quietOnPurpose).filter((key) => !needed.has(key))).toEqual([]);
    expect(Object.values(quietOnPurpose).filter((why) => why.length < 15)).toEqual([]);
  });
});

describe('a message, a comment or a post that is created', () => {
  it('is never internal', () => {
    const resource =
      /^(?:\w*message\w*|\w*comment|reply|post|tweet|email|mail|sms|notification|campaign|conversation|chat)$/i;
    const made = operations.filter(
      ({ name }) => resource.test(name.split('.')[0] ?? '') && /\.(?:create|send|post|reply|add)/i.test(name),
    );
    expect(made.length).toBeGreaterThan(40);
    const quiet = made.filter(
      ({ type, name, outcomes }) =>
        quietOnPurpose[`${type} ${name}`] === undefined && outcomes.some((does) => only(does, 'internal')),
    );
    expect(quiet.map(({ type, name }) => `${type} ${name}`)).toEqual([]);
  });
});
