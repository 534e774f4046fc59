import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@plumbline/api';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildProgram } from '../src/program.ts';

const root = join(import.meta.dirname, '../../..');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: unknown;
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const { services } = parse(text, { merge: true }) as { readonly services: Readonly<Record<string, Service>> };
const ours = Object.entries(services).filter(([, { image }]) => image.startsWith('plumbline'));

it('is what Compose takes, by its schema and by common sense', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const { status, stdout, stderr } = spawnSync(scripts['compose'] ?? 'false', {
    shell: true,
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` },
  });
  expect([status, stdout.trim(), stderr.trim()]).toEqual([0, '', '']);
});

it('gives our processes what they need, and asks for what nobody may guess', () => {
  expect(ours.map(([name]) => name)).toEqual(['api', 'worker']);
  const asked = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
  expect([...asked].sort()).toEqual(['PLUMBLINE_VAULT_KEY', 'POSTGRES_PASSWORD']);
  for (const [, { environment = {}, depends_on: after = {} }] of ours) {
    expect(Object.keys(after).sort()).toEqual(['postgres', 'valkey']);
    // Filled in as Compose would, these are settings that we take.
    const filled = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{\w+:\?[^}]*\}/g, 'given'),
      ]),
    );
    const { databaseUrl, redisUrl, vaultKey } = readSettings(filled);
    expect(new URL(databaseUrl ?? '').hostname).toBe('postgres');
    expect(new URL(redisUrl ?? '').hostname).toBe('valkey');
    expect(vaultKey).toBe('given');
  }
  const checked = Object.entries(services).filter(([, each]) => each.healthcheck !== undefined);
  expect(checked.map(([name]) => name)).toEqual(['postgres', 'valkey', 'api']);
});

it('starts commands that there are, with options that they have', () => {
  const { command } = buildProgram();
  for (const [name, { command: words = [] }] of ours) {
    const [first, ...options] = words;
    const found = command.commands.find((each) => each.name() === first);
    expect([name, found?.name()]).toEqual([name, first]);
    const known = new Set(found?.options.map(({ long }) => long));
    expect(options.filter((option) => !known.has(option))).toEqual([]);
  }
  expect(services['worker']?.command).toEqual(['worker']);
  expect(services['api']?.command).toEqual(['serve', '--no-worker']);
});
