import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '@plumbline/core';
import { openHandover } from '@plumbline/service';
import { beforeAll, describe, expect, it } from 'vitest';
import { openReceiver } from './receiver.ts';
import { handover } from './shop.ts';
import { type Api, type Reply, startApi } from './start-api.ts';
import { business, openToldShop, turned } from './told-shop.ts';

const folder = join(import.meta.dirname, '../page');
const files = readdirSync(folder).filter((name) => /\.(?:js|css|html)$/.test(name));
const scripts = files
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

let api: Api;
let reply: Reply;
beforeAll(async () => {
  api = await startApi();
  reply = await api.ask('GET', '/');
});

describe('the page for people', () => {
  it('is served at the root to anybody, and says nothing before a key is given', () => {
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.text).toContain('<html lang="en">');
    expect(reply.text).toContain('href="docs"');
  });

  it('lets nothing in but its own files and the API behind it', async () => {
    for (const path of ['/', ...scripts.map(({ name }) => `/page/${name}`)]) {
      const { headers } = await api.ask('GET', path);
      const policy = headers.get('content-security-policy')?.split('; ');
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'",
        ]),
      );
      expect(policy?.join(' ')).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('loads what is there, from here, and runs nothing that stands in it', async () => {
    expect(reply.text).not.toMatch(/<script(?![^>]* src=)|<style| style=| on[a-z]+=|https?:\/\//i);
    const loaded = [...reply.text.matchAll(/ (?:src|href)="(page\/[^"]+)"/g)].map((match) => match[1] ?? '');
    const imported = scripts.flatMap(({ text }) =>
      [...text.matchAll(/ from '\.\/([^']+)'/g)].map((match) => `page/${match[1]}`),
    );
    expect(new Set([...loaded, ...imported])).toEqual(
      new Set(files.filter((name) => name !== 'index.html').map((name) => `page/${name}`)),
    );
    const kinds = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };
    for (const path of new Set([...loaded, ...imported])) {
      const { status, headers } = await api.ask('GET', `/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('content-type')).toBe(kinds[path.endsWith('.js') ? 'js' : 'css']);
    }
  });

  it('gives nothing else of its folder away', async () => {
    for (const path of ['/page/', '/page/tsconfig.json', '/page/index.html', '/page/..%2fpackage.json'])
      expect([path, (await api.ask('GET', path)).status]).toEqual([path, 404]);
    expect((await api.ask('HEAD', '/')).status).toBe(200);
    expect((await api.ask('POST', '/')).status).toBe(404);
  });

  it('makes no markup of texts, and keeps the key in this tab only', () => {
    const never =
      /innerHTML|outerHTML|insertAdjacent|document\.write|srcdoc|eval\(|Function\(|localStorage|cookie|window\.open/;
    expect(scripts.filter(({ text }) => never.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('neutralises text as everything else does', async () => {
    const read = (await import(join(folder, 'text.js'))) as {
      readonly inOneLine: (text: string) => string;
      readonly readable: (text: string) => string;
    };
    const texts = [
      'a\u202eb\u2066c',
      'a\u0000\u001b[31mb\u007f',
      'a\u200bb\u00adc\ufeff',
      '\ud800',
      '  a \r\n\t b ',
    ];
    for (const text of [...texts, `e${'\u0301'.repeat(20)}`, '👨‍👩‍👧 ❤️', '\u0085\u2028a\u2029b\u000bc'])
      expect(read.inOneLine(text)).toBe(plain(text));
    expect(read.readable('Dear Ann,\r\n\r\nthe books\u202e are here.\n')).toBe(
      'Dear Ann,\n\nthe books\ufffd are here.',
    );
  });
});

it('is where the links in messages lead', async () => {
  const receiver = await openReceiver();
  const shop = await openToldShop();
  try {
    await shop.target('slack', receiver.origin);
    await shop.tell(turned('t1', { flow: 'chat/1' }));
    const { id } = await openHandover({
      ctx: shop.ctx,
      input: { ...handover, business, idempotencyKey: 'first' },
    });
    shop.pass(60_000);
    await shop.tend(shop.worker());
    const sent = receiver.received.map(({ text }) => text.replaceAll('&amp;', '&')).join('\n');
    const links = [...sent.matchAll(/https:\/\/plumbline\.shop\.example[^"|>\s]*/g)].map(
      (match) => new URL(match[0]),
    );
    expect(links.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual(
      expect.arrayContaining([
        { business, flow: 'n8n/chat/1' },
        expect.objectContaining({ business, handover: id }),
      ]),
    );
    for (const { pathname, search } of links)
      expect((await api.ask('GET', `${pathname}${search}`)).text).toBe(reply.text);
  } finally {
    await receiver.close();
    await shop.store.close();
  }
});
