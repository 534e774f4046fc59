import type { BareContext } from '@plumbline/service';
import type { Context as Call } from 'hono';
import { problemOf } from './answer/problem-of.ts';
import { logWith } from './log.ts';
import { givenRequestId } from './request/request-id.ts';

/** What the HTTP server hands over with a request; absent where there is no socket. */
export interface ApiEnv {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } };
}
export type ApiCall = Call<ApiEnv>;

/** Headers of every answer. */
export const everyAnswer = { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' };

/** What is known of a request while it is worked on; goes into its log line. */
export interface Seen {
  readonly id: string;
  actor?: string;
  code?: string;
}

type Work = (ctx: BareContext, seen: Seen) => Promise<Response> | Response;

const milliseconds = (since: number): number => Math.round((performance.now() - since) * 100) / 100;

/**
 * Runs what answers a request, maps what it throws to a problem, and writes its one log line: method, the route's
 * path (never the address, which holds names), status, time, whose key.
 */
export const observe = async (
  bare: BareContext,
  call: ApiCall,
  route: string | null,
  work: Work,
): Promise<Response> => {
  const started = performance.now();
  const seen: Seen = { id: givenRequestId(call.req.header('x-request-id')) ?? bare.id('req') };
  const log = logWith(bare.log, { request: seen.id });
  let response: Response;
  try {
    response = await work({ ...bare, log }, seen);
  } catch (error) {
    const { document, headers } = problemOf(error, seen.id, log);
    seen.code = document.code;
    response = new Response(JSON.stringify(document), {
      status: document.status,
      headers: {
        ...everyAnswer,
        'x-request-id': seen.id,
        'content-type': 'application/problem+json',
        ...headers,
      },
    });
  }
  const { id: _, ...known } = seen;
  const { status } = response;
  const fields = { method: call.req.method, route, status, ms: milliseconds(started), ...known };
  if (status >= 500) log.error('request', fields);
  else log.info('request', fields);
  return response;
};
