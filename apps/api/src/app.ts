import { type BareContext, Problem } from '@plumbline/service';
import { type Context as Call, Hono } from 'hono';
import { MethodProblem } from './answer/method-problem.ts';
import type { Reply } from './answer/reply.ts';
import { answerRequest } from './answer-request.ts';
import { everyAnswer, observe } from './observe.ts';
import { pageFiles } from './page.ts';
import { bytesOf } from './request/body.ts';
import type { Incoming } from './request/incoming.ts';
import { routes } from './routes/table.ts';

/** What the HTTP server hands over with a request; absent where there is no socket. */
export interface ApiEnv {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } };
}

export interface AppOptions {
  readonly ctx: BareContext;
}

const incomingOf = (call: Call<ApiEnv>): Incoming => ({
  method: call.req.method,
  url: call.req.url,
  header: (name) => call.req.header(name),
  address: call.env?.incoming?.socket.remoteAddress,
  params: call.req.param(),
  bytes: () => bytesOf(call.req.raw),
});

const responseOf = ({ status, headers, text }: Reply): Response =>
  new Response(text, { status, headers: { ...headers } });

/** Path -> the methods it takes, `HEAD` with `GET`. */
const methodsByPath = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { method, path } of routes) {
    const list = found.get(path) ?? ['OPTIONS'];
    list.push(...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    found.set(path, list);
  }
  return found;
};

const inHono = (path: string): string => path.replaceAll(/\{([a-z]+)\}/g, ':$1');

/** The API over a context, without a server: everything it does can be tried with `app.request()`. */
export const createApp = ({ ctx }: AppOptions): Hono<ApiEnv> => {
  const app = new Hono<ApiEnv>();
  for (const route of routes) {
    app.on(route.method, inHono(route.path), async (call) =>
      responseOf(await answerRequest(ctx, route, incomingOf(call))),
    );
  }
  for (const [path, methods] of methodsByPath()) {
    const allow = methods.join(', ');
    // No CORS headers: a page of another origin is not let in.
    app.all(inHono(path), async (call) =>
      responseOf(
        await observe(ctx, incomingOf(call), path, (_, { id }) => {
          if (call.req.method !== 'OPTIONS') throw new MethodProblem(call.req.method, allow);
          return { status: 204, headers: { ...everyAnswer, allow, 'x-request-id': id }, text: null };
        }),
      ),
    );
  }
  for (const { path, headers, text } of pageFiles()) {
    app.get(path, async (call) =>
      responseOf(
        await observe(ctx, incomingOf(call), path, (_, { id }) => ({
          status: 200,
          headers: { ...headers, 'x-request-id': id },
          text,
        })),
      ),
    );
  }
  app.notFound(async (call) =>
    responseOf(
      await observe(ctx, incomingOf(call), null, () => {
        throw new Problem('not-found', 'There is nothing at this address.');
      }),
    ),
  );
  return app;
};
