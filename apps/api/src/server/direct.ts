import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BareContext } from '@plumbline/service';
import { answerRequest } from '../answer-request.ts';
import { bodyLimit, cutShort } from '../request/body.ts';
import type { Incoming } from '../request/incoming.ts';
import type { Route } from '../route.ts';
import { routes } from '../routes/table.ts';

/** A route with the parts of its path: words, and names of parameters. */
interface Path {
  readonly route: Route;
  readonly parts: readonly { readonly word: string; readonly isName: boolean }[];
}

type Params = Readonly<Record<string, string>>;

const paths: readonly Path[] = routes.map((route) => ({
  route,
  parts: route.path
    .split('/')
    .slice(1)
    .map((part) =>
      part.startsWith('{') ? { word: part.slice(1, -1), isName: true } : { word: part, isName: false },
    ),
}));

/** Method and number of parts -> the routes with as many, in the order of the table. */
const byShape = Map.groupBy(paths, ({ route, parts }) => `${route.method.toUpperCase()} ${parts.length}`);

const fits = ({ parts }: Path, given: readonly string[]): boolean =>
  parts.every(({ word, isName }, at) => isName || given[at] === word);

/** Nothing encoded, and no `.` or `..` that could lead elsewhere. */
const plain = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/;

interface Found {
  readonly route: Route;
  readonly params: Params;
}

/** The route that this is for, and its parameters; undefined where that takes a closer look. */
const find = (method: string, path: string): Found | undefined => {
  if (!plain.test(path)) return undefined;
  const given = path.split('/').slice(1);
  const found = byShape.get(`${method} ${given.length}`)?.find((each) => fits(each, given));
  if (found === undefined) return undefined;
  const params: Record<string, string> = {};
  for (const [at, { word, isName }] of found.parts.entries()) if (isName) params[word] = given[at] ?? '';
  return { route: found.route, params };
};

/** Addresses that were asked lately: most of those who ask do so again. */
const most = 500;
const lately = new Map<string, Found>();

const findAgain = (method: string, url: string): Found | undefined => {
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  const name = `${method} ${path}`;
  const known = lately.get(name);
  if (known !== undefined) return known;
  const found = find(method, path);
  if (found === undefined) return undefined;
  if (lately.size >= most) lately.clear();
  lately.set(name, found);
  return found;
};

/** Whether a body comes whole, in a length that was announced and may be. */
const comesWhole = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] === undefined &&
  headers['content-length'] !== undefined &&
  Number(headers['content-length']) <= bodyLimit;

const bytesOf = (message: IncomingMessage): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    // Gone while it was looked up who asks.
    if (message.destroyed) reject(cutShort());
    message.on('data', (piece: Buffer) => pieces.push(piece));
    message.on('end', () =>
      resolve(pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)),
    );
    message.on('close', () => {
      if (!message.complete) reject(cutShort());
    });
  });

const headerOf =
  ({ headers }: IncomingMessage) =>
  (name: string): string | undefined => {
    const value = headers[name.toLowerCase()];
    return typeof value === 'object' ? value.join(', ') : value;
  };

/**
 * Answers plain requests to routes without making them into requests and responses of the web first, which costs more
 * than a decision. Gives false, and has done nothing, where there is anything unusual about one: that takes the long way.
 */
export const createDirect =
  (ctx: BareContext) =>
  (message: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { method = '', url = '' } = message;
    const found = findAgain(method, url);
    if (found === undefined || (found.route.body !== undefined && !comesWhole(message))) return false;
    const incoming: Incoming = {
      method,
      url,
      header: headerOf(message),
      address: message.socket.remoteAddress,
      params: found.params,
      bytes: () => bytesOf(message),
    };
    answerRequest(ctx, found.route, incoming)
      .then(({ status, headers, text }) => {
        if (text === null) outgoing.writeHead(status, headers).end();
        else outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
      })
      .catch(() => outgoing.destroy());
    return true;
  };
