import type { Does } from '../entry.ts';
import { deletes, looksUpPeople, reads, writes } from '../verbs.ts';

/**
 * Web APIs that an HTTP Request step may call, recognised by host. In `to`, `body` and the like, names are keys
 * anywhere in the request body or query (`chat_id`), not parameter paths.
 */
export interface HostEntry extends Does {
  /** Exact host, `*.example.com` for any subdomain, or `*` for software that everybody hosts at an address of their own. */
  readonly host: string;
  /** Substring of the path, expressions replaced by `?`; the first entry that fits counts. */
  readonly path?: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
}

type Method = NonNullable<HostEntry['method']>;
/** Method and path it must have, `''` for any, and what the call then does. */
export type Rule = readonly [method: Method | '', path: string, does: Does];

/** Rules of one or several hosts: `a.example b.example`. */
export const at = (hosts: string, ...rules: readonly Rule[]): readonly HostEntry[] =>
  hosts.split(' ').flatMap((host) =>
    rules.map(([method, path, does]) => ({
      ...does,
      host,
      ...(path === '' ? {} : { path }),
      ...(method === '' ? {} : { method }),
    })),
  );

export const hand: Does = { traits: ['assigns:person'] };
export const people: Does = { traits: ['writes:list'] };

/** What every API that keeps records does; searches are often sent as a POST. */
export const keepsRecords: readonly Rule[] = [
  ['POST', '/search', reads],
  ['POST', '/query', reads],
  ['POST', '/batch/read', reads],
  ['GET', '', reads],
  ['DELETE', '', deletes],
  ['', '', writes],
];

/** The same for people on a mailing list. */
export const keepsPeople: readonly Rule[] = [
  ['GET', '', looksUpPeople],
  ['', '', people],
];
