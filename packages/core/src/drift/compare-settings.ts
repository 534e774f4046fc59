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

/** Undefined where it is not there, which is not the same as being there with nothing in it. */
const item = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/**
 * Settings that differ, each where it stands; keys in `leftOut` do not count. At most fifty. Looks at every value once;
 * nothing nests deeper than the reader lets through.
 */
export const settingChanges = (
  before: unknown,
  after: unknown,
  path: string,
  leftOut: ReadonlySet<string>,
): SettingChange[] => {
  const found: SettingChange[] = [];
  const walk = (one: unknown, other: unknown, at: string): void => {
    if (found.length >= most || one === other) return;
    if (!isGroup(one) || !isGroup(other) || Array.isArray(one) !== Array.isArray(other)) {
      found.push({ path: at, before: shown(at, one), after: shown(at, other) });
      return;
    }
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (!leftOut.has(key)) walk(item(one, key), item(other, key), at === '' ? key : `${at}.${key}`);
    }
  };
  walk(before, after, path);
  return found;
};
