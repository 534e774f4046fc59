import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { standOf } from '../src/stand.ts';

const checkout = resolve('/somewhere/plumbline');
const folder = resolve('/elsewhere/flows');
const byScript = {
  INIT_CWD: folder,
  npm_lifecycle_event: 'plumbline',
  npm_package_json: join(checkout, 'package.json'),
};

it('counts paths from where the script was called, and keeps the data in the checkout', () => {
  expect(standOf(byScript, checkout)).toEqual({ folder, data: join(checkout, '.plumbline') });
});

it.each([
  ['without pnpm', {}],
  ['below another script', { ...byScript, npm_lifecycle_event: 'test' }],
  ['in another package', { ...byScript, npm_package_json: join(folder, 'package.json') }],
  ['where it is not said', { ...byScript, INIT_CWD: undefined }],
])('stays where it is %s', (_, env) => {
  expect(standOf(env, checkout)).toBeUndefined();
});
