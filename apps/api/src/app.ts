import { type Actor, authenticateKey, type BareContext, Problem } from '@plumbline/service';
import { Hono } from 'hono';
import { MethodProblem } from './answer/method-problem.ts';
import { type ApiCall, type ApiEnv, everyAnswer, observe, type Seen } from './observe.ts';
import { bearerSecret } from './request/bearer.ts';
import { readJson } from './request/body.ts';
import { isLoopback } from './request/loopback.ts';
import { withOwnBusiness } from './request/own-business.ts';
import { readQuery } from './request/query.ts';
import type { Answer, Route } from './route.ts';
import { routes } from './routes/table.ts';

export interface AppOptions {
  readonly ctx: BareContext;
}

const nobody: Actor = { id: 'anyone', name: 'Anyone', scope: '', scopes: [] };
const fromHere: Actor = { id: 'loopback', name: 'This machine', scope: '', scopes: [] };

/** Who asks. A key that is sent must be valid, also where none is needed. */
const actorOf = async (ctx: BareContext, call: ApiCall, route: Route): Promise<Actor> => {
  if (route.open === 'anyone') return nobody;
  const header = (name: string): string | undefined => call.req.header(name);
  const secret = bearerSecret(header('authorization'));
  const address = call.env?.incoming?.socket.remoteAddress;
  const mayComeWithout = route.open === 'key-or-loopback' && isLoopback(address, header);
  return secret === undefined && mayComeWithout ? fromHere : authenticateKey({ ctx, input: { secret } });
};

const answerTo = async (ctx: BareContext, call: ApiCall, route: Route, seen: Seen): Promise<Answer> => {
  const actor = await actorOf(ctx, call, route);
  seen.actor = actor.id;
  return route.handle({
    ctx: { ...ctx, actor },
    params: withOwnBusiness(call.req.param(), actor),
    query: readQuery(call.req.url),
    body: route.body === undefined ? undefined : await readJson(call.req.raw),
    header: (name) => call.req.header(name),
  });
};

const responseOf = ({ status, body, text, headers }: Answer, route: Route, id: string): Response => {
  const words = text ?? (body === undefined ? null : JSON.stringify(body));
  const media = route.answers[status]?.media ?? 'application/json';
  const type = media.startsWith('text/') ? `${media}; charset=utf-8` : media;
  return new Response(words, {
    status,
    headers: {
      ...everyAnswer,
      'x-request-id': id,
      ...(words === null ? {} : { 'content-type': type }),
      ...headers,
    },
  });
};

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
    app.on(route.method, inHono(route.path), (call) =>
      observe(ctx, call, route.path, async (own, seen) =>
        responseOf(await answerTo(own, call, route, seen), route, seen.id),
      ),
    );
  }
  for (const [path, methods] of methodsByPath()) {
    const allow = methods.join(', ');
    // No CORS headers: a page of another origin is not let in.
    app.all(inHono(path), (call) =>
      observe(ctx, call, path, (_, { id }) => {
        if (call.req.method !== 'OPTIONS') throw new MethodProblem(call.req.method, allow);
        return new Response(null, { status: 204, headers: { ...everyAnswer, allow, 'x-request-id': id } });
      }),
    );
  }
  // Whoever opens the address in a browser wants to read what is there.
  app.get('/', (call) => call.redirect('/docs'));
  app.notFound((call) =>
    observe(ctx, call, null, () => {
      throw new Problem('not-found', 'There is nothing at this address.');
    }),
  );
  return app;
};
