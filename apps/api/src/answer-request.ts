import { type Actor, authenticateKey, type BareContext } from '@plumbline/service';
import type { Reply } from './answer/reply.ts';
import { everyAnswer, observe } from './observe.ts';
import { bearerSecret } from './request/bearer.ts';
import { readJson } from './request/body.ts';
import type { Incoming } from './request/incoming.ts';
import { isLoopback } from './request/loopback.ts';
import { withOwnBusiness } from './request/own-business.ts';
import { readQuery } from './request/query.ts';
import type { Answer, Route } from './route.ts';

const nobody: Actor = { id: 'anyone', name: 'Anyone', scope: '', scopes: [] };
const fromHere: Actor = { id: 'loopback', name: 'This machine', scope: '', scopes: [] };

/** Who asks. A key that is sent must be valid, also where none is needed. */
const actorOf = (ctx: BareContext, { header, address }: Incoming, route: Route): Actor | Promise<Actor> => {
  if (route.open === 'anyone') return nobody;
  const secret = bearerSecret(header('authorization'));
  const mayComeWithout = route.open === 'key-or-loopback' && isLoopback(address, header);
  return secret === undefined && mayComeWithout ? fromHere : authenticateKey({ ctx, input: { secret } });
};

const replyOf = ({ status, body, text, headers }: Answer, route: Route, id: string): Reply => {
  const words = text ?? (body === undefined ? null : JSON.stringify(body));
  const media = route.answers[status]?.media ?? 'application/json';
  const type = media.startsWith('text/') ? `${media}; charset=utf-8` : media;
  return {
    status,
    headers: {
      ...everyAnswer,
      'x-request-id': id,
      ...(words === null ? {} : { 'content-type': type }),
      ...headers,
    },
    text: words,
  };
};

/** Answers a request to a route: who asks, what the route gives, and one line in the log. Never rejects. */
export const answerRequest = (ctx: BareContext, route: Route, incoming: Incoming): Promise<Reply> =>
  observe(ctx, incoming, route.path, async (own, seen) => {
    const actor = await actorOf(own, incoming, route);
    seen.actor = actor.id;
    const answer = await route.handle({
      ctx: { ...own, actor },
      params: withOwnBusiness(incoming.params, actor),
      query: readQuery(incoming.url),
      body: route.body === undefined ? undefined : await readJson(incoming),
      header: incoming.header,
    });
    return replyOf(answer, route, seen.id);
  });
