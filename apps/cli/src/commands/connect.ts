import { plain } from '@plumbline/core';
import { exitCode, UsageError } from '../exit.ts';
import { writeReport } from '../output/write-report.ts';
import { progress } from './progress.ts';

export interface ConnectOptions {
  /** Where n8n answers, and the variable that holds its key. */
  readonly url: string;
  readonly keyEnv: string;
  readonly business?: string;
  readonly name?: string;
  readonly allowPrivate?: boolean;
  /** Where Plumbline answers, and the variable that holds an admin key. */
  readonly server: string;
  readonly serverKeyEnv: string;
}

/** What to do about each state in which n8n was not read. */
const help: Readonly<Record<string, string>> = {
  unreachable:
    'Is the address right, and does n8n run? On this machine or in your own network it needs --allow-private.',
  'refused-key':
    'Make a key under Settings > n8n API that may list and read workflows, and put it into that variable.',
  'slow-down': 'Nothing to do: Plumbline waits as long as n8n asks it to.',
  failing: 'Look into the log of n8n. Plumbline tries again by itself.',
  malformed: 'Does the address lead to n8n itself, and not to a sign-in page before it?',
  'newer-shape': 'Does the address lead to n8n? If it does, it may be newer than this Plumbline: update it.',
};

const keyIn = (name: string, what: string): string => {
  const key = process.env[name]?.trim();
  if (key === undefined || key === '') throw new UsageError(`There is no key in ${name}. Put ${what} there.`);
  return key;
};

const say = (line: string): void => void process.stderr.write(`${plain(line)}\n`);
const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Longest time for a first reading: thousands of workflows are taken in one by one. */
const patience = 30 * 60_000;

/** The address, as somebody gave it, leads to the place that is known. */
const leadsTo = (given: string, known: string): boolean =>
  URL.canParse(given) && `${new URL(given).href.replace(/\/$/, '')}/`.startsWith(`${known}/`);

const connectTo = async (options: ConnectOptions): Promise<{ business: string; code: number }> => {
  const { url, keyEnv, name, allowPrivate = false, server, serverKeyEnv } = options;
  const key = keyIn(keyEnv, 'a key of n8n that may list and read workflows');
  const adminKey = keyIn(serverKeyEnv, 'an admin key of Plumbline');
  const { createClient } = await import('@plumbline/client');
  const ask = createClient({ url: server, key: adminKey, business: options.business ?? '', attempts: 1 });
  const business = options.business ?? (await onlyBusiness(ask));
  const path = { business };
  const source = name === undefined ? 'n8n' : `n8n-${name}`;
  const known = await ask.call('get', '/v1/businesses/{business}/sources', { path });
  const before = known.items.find((each) => each.source === source);
  if (before !== undefined && !leadsTo(url, before.url))
    throw new UsageError(
      `${source} is connected already, to ${before.url}. Give this one a name of its own with --name, or take that one away first.`,
    );
  if (before !== undefined) {
    const input = { path: { business, from: before.id }, body: { key } };
    await ask.call('put', '/v1/businesses/{business}/sources/{from}/key', input);
    say(`${source} is connected already: it is read with this key from now on.`);
  }
  const body = { kind: 'n8n' as const, url, key, allowPrivate, ...(name === undefined ? {} : { name }) };
  const { id, url: place } =
    before ?? (await ask.call('post', '/v1/businesses/{business}/sources', { path, body }));
  say(`Reading ${place} ...`);
  const sync = { path: { business, from: id } };
  const read = await ask.call('post', '/v1/businesses/{business}/sources/{from}/sync', sync, {
    timeout: patience,
  });
  const { state, detail, since, flows } = read.source;
  if (state !== 'ok') {
    const why = (detail ?? state).replace(/\.$/, '');
    say(`n8n was not read: ${why}. It is so since ${since}; nothing that was known is lost.`);
    say(help[state] ?? '');
    say('Plumbline goes on trying.');
    return { business, code: exitCode.usage };
  }
  const gone = read.closed === 0 ? '' : `, ${read.closed} closed because they are gone or archived`;
  say(`${many(flows, 'workflow')}: ${read.changed} new or changed, ${read.unchanged} as known${gone}.`);
  if (read.unreadable > 0)
    say(`${many(read.unreadable, 'workflow')} could not be read; see the log of the server.`);
  say('From now on Plumbline looks about once a minute for what has changed.');
  return { business, code: exitCode.clean };
};

const onlyBusiness = async (
  ask: ReturnType<typeof import('@plumbline/client').createClient>,
): Promise<string> => {
  const { items } = await ask.call('get', '/v1/businesses', { query: { limit: 2 } });
  const [first, second] = items;
  if (first !== undefined && second === undefined) return first.id;
  throw new UsageError(
    first === undefined
      ? 'There is no business yet. Make one first: POST /v1/businesses.'
      : 'There are several businesses. Name one with --business.',
  );
};

/** `plumbline connect n8n`: has an n8n read by a server from now on, reads it once, and shows how the judging goes. */
export const connectN8n = async (options: ConnectOptions): Promise<number> => {
  const { ProblemError, UnreachableError } = await import('@plumbline/client');
  try {
    const { business, code } = await connectTo(options);
    if (code !== exitCode.clean) return code;
    await progress(business, {
      url: options.server,
      keyEnv: options.serverKeyEnv,
      watch: true,
      format: 'pretty',
    });
    await writeReport(`connected ${plain(options.url)} to ${plain(business)}\n`, undefined);
    return code;
  } catch (error) {
    if (error instanceof ProblemError || error instanceof UnreachableError)
      throw new UsageError(`${plain(options.server)} did not connect it: ${plain(error.message)}`);
    throw error;
  }
};
