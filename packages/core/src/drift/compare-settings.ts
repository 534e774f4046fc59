import { canonical } from '../flow/fingerprint.ts';
import { plainUpTo } from '../report/plain.ts';
import type { SettingChange } from './flow-diff.ts';

/** Settings named one by one; a step with more is said to have changed in many. */
const most = 50;
const longest = 200;
const secretPath = /secret|token|password|passwd|api[-_]?key|authori[sz]ation|credential/i;
const secretText = /bearer\s|basic\s|sk-[a-z0-9]|xox[abp]-|-----begin/i;

const shown = (path: string, value: unknown): string | null => {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null');
  const start = text.slice(0, 4 * longest);
  if (secretPath.test(path) || secretText.test(start)) return '•••';
  return plainUpTo(start, longest);
};

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const keysOf = (value: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(value);

/** Absent and null say the same, as they do to the fingerprint. */
const item = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/**
 * Settings that differ, each where it stands; keys in `leftOut` do not count. At most fifty, and nothing deeper than the
 * reader lets through.
 */
export const settingChanges = (
  before: unknown,
  after: unknown,
  path: string,
  leftOut: ReadonlySet<string>,
): SettingChange[] => {
  const found: SettingChange[] = [];
  const note = (at: string, one: unknown, other: unknown): void => {
    if (found.length < most) found.push({ path: at, before: shown(at, one), after: shown(at, other) });
  };
  const walk = (one: unknown, other: unknown, at: string): void => {
    if (found.length >= most || canonical(one, leftOut) === canonical(other, leftOut)) return;
    const both = isGroup(one) && isGroup(other) && Array.isArray(one) === Array.isArray(other);
    if (!both) {
      note(at, one, other);
      return;
    }
    const listed = found.length;
    for (const key of new Set([...keysOf(one), ...keysOf(other)])) {
      if (leftOut.has(key)) continue;
      walk(item(one, key), item(other, key), at === '' ? key : `${at}.${key}`);
    }
    // They differ, although nothing in them does: a key that is there with nothing, or a longer list.
    if (found.length === listed) note(at, one, other);
  };
  walk(before, after, path);
  return found;
};
