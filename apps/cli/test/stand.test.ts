import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { standOf } from '../src/stand.ts';

const checkout = resolve('/somewhere/plumbline');
const folder = resolve('/elsewhere/flows');

it.each(['plumbline', 'start'])('counts paths from where %s was called; the data stay', (script) => {
  const env = { INIT_CWD: folder, npm_lifecycle_event: script };
  expect(standOf(env, checkout, checkout)).toEqual({ folder, data: join(checkout, '.plumbline') });
});

it.each([
  ['without pnpm', {}, checkout],
  ['below another script', { INIT_CWD: folder, npm_lifecycle_event: 'test' }, checkout],
  ['by a script of another package', { INIT_CWD: folder, npm_lifecycle_event: 'plumbline' }, folder],
  ['where it is not said', { npm_lifecycle_event: 'plumbline' }, checkout],
])('stays where it is %s', (_, env, cwd) => {
  expect(standOf(env, cwd, checkout)).toBeUndefined();
});
