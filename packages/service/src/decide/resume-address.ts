import type { Connection } from '@plumbline/store';

/** `*` stands for one part of a path, `**` at the end for any number of them. */
const partsMatch = (pattern: readonly string[], path: readonly string[]): boolean => {
  for (const [at, part] of pattern.entries()) {
    if (part === '**') return true;
    const own = path[at];
    if (own === undefined) return false;
    if (part.includes('*')) {
      const [before = '', after = ''] = part.split('*');
      const fits = own.startsWith(before) && own.endsWith(after) && own.length > before.length + after.length;
      if (!fits) return false;
    } else if (part !== own) return false;
  }
  return pattern.length === path.length;
};

/** A path pattern: parts with at most one `*` each, `**` as the last part only. */
export const isPathPattern = (pattern: string): boolean => {
  if (!pattern.startsWith('/') || /[?#\\\s%]/.test(pattern)) return false;
  const parts = pattern.split('/').slice(1);
  return parts.every(
    (part, at) =>
      part !== '.' &&
      part !== '..' &&
      (part === '**' ? at === parts.length - 1 : part.split('*').length <= 2),
  );
};

/**
 * May this address be called by way of this connection? Same scheme, host and port, path under the pattern, no user
 * name in it. A path with encoded slashes or dots is refused: servers disagree on what it means.
 */
export const mayCall = (connection: Pick<Connection, 'origin' | 'path'>, address: string): boolean => {
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false;
  if (url.origin !== connection.origin || url.username !== '' || url.password !== '') return false;
  if (/%2f|%5c|%2e|%00/i.test(address) || address.includes('\\')) return false;
  return partsMatch(connection.path.split('/').slice(1), url.pathname.split('/').slice(1));
};
