import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createClient, ProblemError, type Question, UnreachableError } from '@plumbline/client';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop, question } from './shop.ts';
import { startApi } from './start-api.ts';
import { arrange, comparable, expected, vectors } from './vectors.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Listens on any free port and gives the address. */
const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const business = 'shop';

describe('the vectors, asked by the client of a server', () => {
  it.each(vectors)('$group: $name', async (vector) => {
    const { api, key, request } = await arrange(vector);
    const url = await listen(getRequestListener(api.fetch));
    const client = createClient({ url, key, business, decisionTimeout: 20_000 });
    expect(comparable(await client.decide(request as Question))).toEqual(expected(vector));
  });
});

describe('the client', () => {
  const shopAt = async () => {
    const api = await startApi();
    const shop = await openShop(api, business, 'Corner');
    return { api, shop, url: await listen(getRequestListener(api.fetch)) };
  };

  it('calls every kind of operation with the types of the description', async () => {
    const { shop, url } = await shopAt();
    const client = createClient({ url, key: shop.key, business });
    const decision = await client.decide(question('ann@example.org') as Question);
    expect(decision).toMatchObject({ answer: 'allow', contact: 'used' });
    await client.release(decision.id ?? '');
    const path = { business, decision: decision.id ?? '' };
    const kept = await client.call('get', '/v1/businesses/{business}/decisions/{decision}', { path });
    expect(kept.contact).toBe('released');
    await client.record({ indicator: 'retention', value: 0.9, at: '2026-01-04T10:00:00Z' });
    const page = await client.call('get', '/v1/businesses/{business}/decisions', {
      path: { business },
      query: { limit: 1 },
    });
    expect(page.items).toHaveLength(1);
    expect(page.next).not.toBeNull();
    const log = await client.call('get', '/v1/businesses/{business}/decision-log', { path: { business } });
    expect(log.trim().split('\n')).toHaveLength(2);
  });

  it('throws what the server refuses, with what to do about it', async () => {
    const { shop, url } = await shopAt();
    const bad = { ...question('ann@example.org'), action: 'Send it!' } as Question;
    await expect(createClient({ url, key: shop.key, business }).decide(bad)).rejects.toMatchObject({
      problem: { code: 'invalid-input', status: 400 },
    });
    const key = `plb_${'a'.repeat(43)}`;
    await expect(
      createClient({ url, key, business }).decide(question('a@b.example') as Question),
    ).rejects.toBeInstanceOf(ProblemError);
  });

  it('asks again after a failure, and it is still one decision', async () => {
    const { api, shop } = await shopAt();
    const real = getRequestListener(api.fetch);
    let count = 0;
    const url = await listen((request, response) => {
      count += 1;
      // The first answer is lost on the way back, the second never comes to be.
      if (count === 2) response.writeHead(503, { 'retry-after': '0' }).end();
      else if (count === 1) {
        void real(request, response);
        response.end = () => response.destroy() as typeof response;
      } else void real(request, response);
    });
    const client = createClient({ url, key: shop.key, business });
    expect(await client.decide(question('ann@example.org') as Question)).toMatchObject({ answer: 'allow' });
    expect(count).toBe(3);
    const kept = await api.store.read(business, (view) => view.decisions({ limit: 9 }));
    expect(kept.filter((each) => each.request.caller === 'zapier/news')).toHaveLength(1);
  });

  it.each([
    ['nobody listens', 'http://127.0.0.1:9', undefined],
    ['nothing ever comes', undefined, () => undefined],
    [
      'the connection breaks',
      undefined,
      (_: unknown, response: { destroy: () => void }) => response.destroy(),
    ],
    [
      'an error comes',
      undefined,
      (_: unknown, response: { statusCode: number; end: () => void }) => {
        response.statusCode = 500;
        response.end();
      },
    ],
    [
      'something else comes',
      undefined,
      (
        _: unknown,
        response: {
          statusCode: number;
          setHeader: (name: string, value: string) => void;
          end: (text: string) => void;
        },
      ) => {
        response.setHeader('content-type', 'application/json');
        response.end('{"answer":');
      },
    ],
    [
      'it is sent elsewhere',
      undefined,
      (
        _: unknown,
        response: { writeHead: (status: number, headers: Record<string, string>) => { end: () => void } },
      ) => {
        response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      },
    ],
  ] as const)('answers `error` where %s', async (_, address, listener) => {
    const url = address ?? (await listen((listener ?? (() => undefined)) as RequestListener));
    const client = createClient({ url, key: 'plb_x', business, decisionTimeout: 500 });
    const decision = await client.decide(question('ann@example.org') as Question);
    expect(decision).toMatchObject({ id: null, answer: 'error', contact: 'none' });
    await expect(
      client.call('get', '/v1/businesses/{business}', { path: { business } }, { timeout: 500 }),
    ).rejects.toBeInstanceOf(UnreachableError);
  });

  it('takes no other word than `allow` for a yes, also from something that is no Plumbline', async () => {
    const url = await listen((_, response) =>
      response.setHeader('content-type', 'application/json').end('{}'),
    );
    const client = createClient({ url, key: 'plb_x', business });
    const decision = await client.decide(question('ann@example.org') as Question);
    expect(decision.answer).toBe('error');
  });
});
