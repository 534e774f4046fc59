import { Problem } from '@plumbline/service';

/** The same for all addresses without one. */
const none: Readonly<Record<string, string>> = Object.freeze({});

/** The query of an address. Throws `invalid-input` where a parameter is given twice: which one is meant is unknown. */
export const readQuery = (url: string): Readonly<Record<string, string>> => {
  const start = url.indexOf('?');
  if (start === -1) return none;
  const end = url.indexOf('#', start);
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(url.slice(start + 1, end === -1 ? undefined : end))) {
    if (found.has(name)) {
      throw new Problem('invalid-input', `A parameter is given twice.`, [
        { path: name.slice(0, 100), message: 'is given twice' },
      ]);
    }
    found.set(name, value);
  }
  return Object.fromEntries(found);
};
