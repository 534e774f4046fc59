import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { everyAnswer } from './observe.ts';

/**
 * The page for people, as it lies in the folder: JavaScript whose types are checked from its comments. It is served as it
 * was tested, from the sources and from the package alike, with no step in between that could differ.
 */
const folder = join(import.meta.dirname, '../page');
const document = 'index.html';

/** Only its own files, and only the API behind it; what is no text node is refused by the browser itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers = {
  ...everyAnswer,
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** One file of the page, ready to be answered. */
export interface PageFile {
  /** The document at `/`, everything else under `/page/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every file of the page. Nothing else of the folder is served, and no path is put together from a request. */
export const pageFiles = (): readonly PageFile[] =>
  readdirSync(folder).flatMap((name) => {
    const kind = kinds[extname(name)];
    if (kind === undefined) return [];
    return [
      {
        path: name === document ? '/' : `/page/${name}`,
        headers: { ...headers, 'content-type': kind },
        text: readFileSync(join(folder, name), 'utf8'),
      },
    ];
  });
