import { expect, it } from 'vitest';
import { arrange, comparable, expected, vectors } from './vectors.ts';

it.each(vectors)('$group: $name', async (vector) => {
  const { api, key, request } = await arrange(vector);
  const dry = await api.ask('POST', '/v1/businesses/shop/decisions', {
    key,
    json: { ...request, dryRun: true },
  });
  const reply = await api.ask('POST', '/v1/businesses/shop/decisions', { key, json: request });
  const batch = await api.ask('POST', '/v1/businesses/shop/decisions/batch', {
    key,
    json: { requests: [request], dryRun: true },
  });
  expect([reply.status, dry.status, batch.status]).toEqual([200, 200, 200]);
  const said = reply.json as Parameters<typeof comparable>[0] & { contact: string };
  expect(comparable(said)).toEqual(expected(vector));
  expect(comparable(dry.json as typeof said)).toEqual(expected(vector));
  const known = request.recipient?.address != null;
  expect(said.contact).toBe(vector.answer.reserves.length > 0 && known ? 'used' : 'none');
});

it('has vectors to try', () => {
  expect(vectors.length).toBeGreaterThan(50);
});
