import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, type Running, serve } from '../src/index.ts';

const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;

interface Recipe {
  readonly language: 'sh' | 'python';
  readonly text: string;
  /** What the page says comes out. */
  readonly shown: string;
}

const recipesOf = (page: string): readonly Recipe[] => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs', page), 'utf8');
  const blocks = [...text.matchAll(fence)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
  }));
  return blocks.flatMap(({ language, text }, at) =>
    language === 'sh' || language === 'python' ? [{ language, text, shown: blocks[at + 1]?.text ?? '' }] : [],
  );
};

let folder = '';
let running: Running;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-recipes-'));
  running = await serve({ dataFolder: join(folder, 'data'), port: 0, log: createLog(() => undefined) });
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

/** The key that a page has made, which a reader is told to go on with. */
let newKey = '';

/** What a page shows; a text that ends in `...` goes on in some way. */
const expected = (shown: string): object =>
  JSON.parse(shown, (_, value: unknown) =>
    typeof value === 'string' && value.endsWith('...')
      ? expect.stringMatching(new RegExp(`^${value.slice(0, -3)}.`))
      : value,
  ) as object;

/** Runs it in a process of its own, while this one serves. */
const run = async ({ language, text }: Recipe): Promise<string> => {
  const [program, args] = language === 'sh' ? ['bash', ['-euc', text]] : ['python3', ['-c', text]];
  const child = spawn(program, args as string[], {
    cwd: folder,
    env: {
      ...process.env,
      PLUMBLINE_URL: running.url,
      PLUMBLINE_KEY: running.adminKey ?? '',
      NEWSLETTER_KEY: newKey,
    },
  });
  let out = '';
  let wrong = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    wrong += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(`${code} ${wrong}`).toBe('0 ');
  return out;
};

it('has curl and Python to try them with', () => {
  for (const program of ['curl', 'python3'])
    expect(spawnSync(program, ['--version']).status, `${program} is needed`).toBe(0);
});

it.each([
  ['decisions.md', [...Array<string>(7).fill('sh'), 'python']],
  ['drift.md', Array<string>(5).fill('sh')],
  ['oversight.md', Array<string>(4).fill('sh')],
])('gives what %s says, step by step', async (page, languages) => {
  const recipes = recipesOf(page);
  expect(recipes.map((each) => each.language)).toEqual(languages);
  for (const recipe of recipes) {
    const out = await run(recipe);
    if (recipe.language === 'python') expect(out).toBe(recipe.shown);
    else {
      const answer = JSON.parse(out) as { readonly secret?: string };
      expect(answer).toMatchObject(expected(recipe.shown));
      newKey = answer.secret ?? newKey;
    }
  }
});
