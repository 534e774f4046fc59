import type { BareContext } from '@plumbline/service';
import { problemOf } from './answer/problem-of.ts';
import type { Reply } from './answer/reply.ts';
import { logWith } from './log.ts';
import type { Incoming } from './request/incoming.ts';
import { givenRequestId } from './request/request-id.ts';

/** Headers of every answer. */
export const everyAnswer = { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' };

/** What is known of a request while it is worked on; goes into its log line. */
interface Seen {
  readonly id: string;
  actor?: string;
  code?: string;
}

type Work = (ctx: BareContext, seen: Seen) => Promise<Reply> | Reply;

const milliseconds = (since: number): number => Math.round((performance.now() - since) * 100) / 100;

/**
 * Runs what answers a request, maps what it throws to a problem, and writes its one log line: method, the route's
 * path (never the address, which holds names), status, time, whose key.
 */
export const observe = async (
  bare: BareContext,
  { method, header }: Pick<Incoming, 'method' | 'header'>,
  route: string | null,
  work: Work,
): Promise<Reply> => {
  const started = performance.now();
  const seen: Seen = { id: givenRequestId(header('x-request-id')) ?? bare.id('req') };
  const log = logWith(bare.log, { request: seen.id });
  let reply: Reply;
  try {
    reply = await work({ ...bare, log }, seen);
  } catch (error) {
    const { document, headers } = problemOf(error, seen.id, log);
    seen.code = document.code;
    reply = {
      status: document.status,
      headers: {
        ...everyAnswer,
        'x-request-id': seen.id,
        'content-type': 'application/problem+json',
        ...headers,
      },
      text: JSON.stringify(document),
    };
  }
  const { actor, code } = seen;
  const { status } = reply;
  const fields = {
    method,
    route,
    status,
    ms: milliseconds(started),
    ...(actor === undefined ? {} : { actor }),
    ...(code === undefined ? {} : { code }),
  };
  if (status >= 500) log.error('request', fields);
  else log.info('request', fields);
  return reply;
};
