import { createHash } from 'node:crypto';
import { problems } from '@plumbline/service';
import { beforeAll, expect, it } from 'vitest';
import { document, operations } from './description.ts';
import { type Reply, startApi } from './start-api.ts';

let reply: Reply;
beforeAll(async () => {
  reply = await (await startApi()).ask('GET', '/docs');
});

it('shows every operation, schema and problem, and every link leads somewhere', () => {
  const ids = [...reply.text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(ids).toEqual([...new Set(ids)]);
  const wanted = [
    ...operations.map((operation) => operation.id),
    ...Object.keys(document.components.schemas).map((name) => `schema-${name}`),
    ...Object.keys(problems).map((code) => `problem-${code}`),
  ];
  expect(ids).toEqual(expect.arrayContaining(wanted));
  const links = [...reply.text.matchAll(/ href="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([]);
  expect(links.filter((link) => !link.startsWith('#'))).toEqual(['/openapi.json']);
});

it('loads nothing and runs nothing', () => {
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(reply.text).not.toMatch(/<script|<link|<img|<iframe| src=| on[a-z]+=|https?:\/\//i);
  const style = /<style>([\s\S]*)<\/style>/.exec(reply.text)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(reply.headers.get('content-security-policy')).toContain(
    `default-src 'none'; style-src 'sha256-${hash}'`,
  );
});
