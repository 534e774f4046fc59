import { counted, plain } from '@plumbline/core';
import { exitCode, UsageError } from '../exit.ts';
import { writeReport } from '../output/write-report.ts';
import { progress } from './progress.ts';
import { keyIn, type Opened, type SourceOptions, say, withSource } from './sources.ts';

export interface ConnectOptions extends SourceOptions {
  /** Where n8n answers, and the variable that holds its key. */
  readonly url: string;
  readonly keyEnv: string;
  readonly allowPrivate?: boolean;
  /** It takes the place of the one that was read under this name. */
  readonly replace?: boolean;
}

/** What to do about each state in which n8n was not read. */
const help: Readonly<Record<string, string>> = {
  unreachable: 'Is the address right, and does n8n run? Connect again with another --url to put it right.',
  'refused-key':
    'Make a key under Settings > n8n API that may list and read workflows, and put it into that variable.',
  'slow-down': 'Nothing to do: Plumbline waits as long as n8n asks it to.',
  failing: 'Look into the log of n8n. Plumbline tries again by itself.',
  malformed: 'Does the address lead to n8n itself, and not to a sign-in page before it?',
  'newer-shape': 'Does the address lead to n8n? If it does, it may be newer than this Plumbline: update it.',
};
const privateHelp = 'On this machine or in your own network it needs --allow-private.';

/** Longest time for a first reading: thousands of workflows are taken in one by one. */
const patience = 30 * 60_000;

/** The address, as somebody gave it, leads to the place that is known. */
const leadsTo = (given: string, known: string): boolean =>
  `${new URL(given).href.replace(/\/$/, '')}/`.startsWith(`${known}/`);

const mustBeAddress = (url: string): void => {
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return;
  throw new UsageError(
    `--url has to begin with http:// or https://, as you open n8n in a browser: http://${plain(url.replace(/^\w*:?\/\//, ''))}, perhaps?`,
  );
};

/** Flows that are kept under its name although it was never read: put by hand, or read from another. */
const tellOfKept = async ({ ask, business, source }: Opened): Promise<void> => {
  const ids = new Set<string>();
  for (let after: string | undefined; ; ) {
    const query = { limit: 200, ...(after === undefined ? {} : { after }) };
    const page = await ask.call('get', '/v1/businesses/{business}/flows', { path: { business }, query });
    for (const flow of page.items) if (flow.source === source) ids.add(flow.id);
    if (page.next === null) break;
    after = page.next;
  }
  if (ids.size === 0) return;
  say(
    `${counted(ids.size, 'flow')} ${ids.size === 1 ? 'is' : 'are'} kept as ${source} already. What this n8n does not have of them is closed; with --name it gets a name of its own, and they stay.`,
  );
};

/** The source at this address: the one that is known, with the key of now, or a new one. */
const connected = async (
  opened: Opened,
  options: ConnectOptions,
  key: string,
): Promise<Opened['before'] & {}> => {
  const { ask, business, source, before } = opened;
  const { url, name, allowPrivate = false, replace = false } = options;
  const isSame = before !== undefined && leadsTo(url, before.url);
  if (before !== undefined && !isSame && before.lastReadAt !== null && !replace)
    throw new UsageError(
      `${source} is connected already, to ${plain(before.url)}. Give this one a name of its own with --name; or, if it is the same n8n at another address, take that one's place with --replace: flows that this one does not have are then closed.`,
    );
  if (before !== undefined && isSame && (before.allowPrivate || !allowPrivate)) {
    const input = { path: { business, from: before.id }, body: { key } };
    await ask.call('put', '/v1/businesses/{business}/sources/{from}/key', input);
    say(`${source} is connected already: it is read with this key from now on.`);
    return before;
  }
  const body = {
    kind: 'n8n' as const,
    url,
    key,
    allowPrivate,
    replace: before !== undefined,
    ...(name === undefined ? {} : { name }),
  };
  await tellOfKept(opened);
  const added = await ask.call('post', '/v1/businesses/{business}/sources', { path: { business }, body });
  if (before !== undefined && !isSame) say(`It takes the place of ${before.url}.`);
  return added;
};

const readOnce = async (opened: Opened, options: ConnectOptions, key: string): Promise<number> => {
  const { ask, business } = opened;
  const { id, url } = await connected(opened, options, key);
  say(`Reading ${url} ...`);
  const sync = { path: { business, from: id } };
  const read = await ask.call('post', '/v1/businesses/{business}/sources/{from}/sync', sync, {
    timeout: patience,
  });
  const { state, detail, since, flows, allowPrivate } = read.source;
  if (state !== 'ok') {
    const why = (detail ?? state).replace(/\.$/, '');
    say(`n8n was not read: ${why}. It is so since ${since}; nothing that was known is lost.`);
    say(`${help[state] ?? ''}${state === 'unreachable' && !allowPrivate ? ` ${privateHelp}` : ''}`);
    say('Plumbline goes on trying.');
    return exitCode.usage;
  }
  const gone = read.closed === 0 ? '' : `, ${read.closed} closed because they are not there or archived`;
  say(`${counted(flows, 'workflow')}: ${read.changed} new or changed, ${read.unchanged} as known${gone}.`);
  if (read.unreadable > 0)
    say(`${counted(read.unreadable, 'workflow')} could not be read; see the log of the server.`);
  say('From now on Plumbline looks about once a minute for what has changed.');
  return exitCode.clean;
};

/** `plumbline connect n8n`: has an n8n read by a server from now on, reads it once, and shows how the judging goes. */
export const connectN8n = (options: ConnectOptions): Promise<number> => {
  mustBeAddress(options.url);
  const key = keyIn(options.keyEnv, 'a key of n8n that may list and read workflows');
  return withSource(options, 'did not connect it', async (opened) => {
    const { business } = opened;
    const code = await readOnce(opened, options, key);
    if (code !== exitCode.clean) return code;
    await progress(business, {
      url: options.server,
      keyEnv: options.serverKeyEnv,
      watch: true,
      format: 'pretty',
    });
    await writeReport(`connected ${plain(options.url)} to ${plain(business)}\n`, undefined);
    return code;
  });
};
