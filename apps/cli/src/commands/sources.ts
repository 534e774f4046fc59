import { plain } from '@plumbline/core';
import { UsageError } from '../exit.ts';

/** Which n8n is meant, and the server that reads it. */
export interface SourceOptions {
  readonly business?: string;
  readonly name?: string;
  /** Where Plumbline answers, and the variable that holds an admin key. */
  readonly server: string;
  readonly serverKeyEnv: string;
}

export const keyIn = (name: string, what: string): string => {
  const key = process.env[name]?.trim();
  if (key === undefined || key === '') throw new UsageError(`There is no key in ${name}. Put ${what} there.`);
  return key;
};

export const say = (line: string): void => void process.stderr.write(`${plain(line)}\n`);

type Ask = ReturnType<typeof import('@plumbline/client').createClient>;

const onlyBusiness = async (ask: Ask): Promise<string> => {
  const { items } = await ask.call('get', '/v1/businesses', { query: { limit: 2 } });
  const [first, second] = items;
  if (first !== undefined && second === undefined) return first.id;
  throw new UsageError(
    first === undefined
      ? 'There is no business yet. Make one first: POST /v1/businesses.'
      : 'There are several businesses. Name one with --business.',
  );
};

const open = async ({ business: given, name, server, serverKeyEnv }: SourceOptions) => {
  const adminKey = keyIn(serverKeyEnv, 'an admin key of Plumbline');
  const { createClient } = await import('@plumbline/client');
  const ask = createClient({ url: server, key: adminKey, business: given ?? '', attempts: 1 });
  const business = given ?? (await onlyBusiness(ask));
  const source = name === undefined ? 'n8n' : `n8n-${name}`;
  const { items } = await ask.call('get', '/v1/businesses/{business}/sources', { path: { business } });
  return { ask, business, source, before: items.find((each) => each.source === source) };
};

/** The server, and the n8n of that name as it knows it. */
export type Opened = Awaited<ReturnType<typeof open>>;

/** Does something with an n8n as the server knows it. Throws `UsageError`, with `failed`, where the server refuses or is away. */
export const withSource = async <Result>(
  options: SourceOptions,
  failed: string,
  run: (opened: Opened) => Promise<Result>,
): Promise<Result> => {
  const { ProblemError, UnreachableError } = await import('@plumbline/client');
  try {
    return await run(await open(options));
  } catch (error) {
    if (error instanceof ProblemError)
      throw new UsageError(`${plain(options.server)} ${failed}: ${plain(error.message)}`);
    if (error instanceof UnreachableError)
      throw new UsageError(
        `${plain(error.message)}. Does Plumbline run there? \`--server\` names another address.`,
      );
    throw error;
  }
};
