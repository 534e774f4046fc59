import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatWithoutPerson } from './flows.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;
beforeAll(async () => {
  work = await makeWorkspace();
  await work.put('chat.json', chatWithoutPerson());
});
afterAll(() => work.remove());

const finding = async (): Promise<string> => {
  const run = await work.cli(['check', 'chat.json', '--format', 'json']);
  const { flows } = JSON.parse(run.stdout) as {
    flows: { findings: { check: string; occurrences: { key: string }[] }[] }[];
  };
  const found = flows[0]?.findings.find((each) => each.check === 'require-human-escalation');
  return found?.occurrences[0]?.key ?? '';
};

describe('plumbline repair', () => {
  it('writes a new file beside the old one, which judges better and leaves the old one as it is', async () => {
    const before = await work.read('chat.json');
    const run = await work.cli(['repair', 'chat.json', '--finding', await finding()]);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toMatch(/Wrote chat\.repaired\.json.*For you to do before it runs:/s);
    expect(await work.read('chat.json')).toBe(before);
    const again = await work.cli([
      'repair',
      'chat.repaired.json',
      '--finding',
      await finding(),
      '-o',
      'x.json',
    ]);
    expect(again.stderr).toMatch(/There is no finding|Nothing to repair/);
    expect(existsSync(join(work.root, 'x.json'))).toBe(false);
  });

  it('writes over nothing', async () => {
    const run = await work.cli(['repair', 'chat.json', '--output', 'chat.json']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/exists already/);
  });

  it('names the findings there are when asked for another', async () => {
    const run = await work.cli(['repair', 'chat.json', '--finding', 'nothing', '-o', 'y.json']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(await finding());
  });

  it('says where there is no workflow', async () => {
    await work.put('notes.json', { a: 1 });
    const run = await work.cli(['repair', 'notes.json']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/holds no n8n workflow/);
  });
});

describe('plumbline n8n hook', () => {
  it.each(['publish', 'refuse'])(
    'writes a file that n8n can load and that says what it does: %s',
    async (what) => {
      const run = await work.cli(['n8n', 'hook', '--output', `${what}.cjs`, '--when-down', what]);
      expect(run.code, run.stderr).toBe(0);
      expect(run.stdout).toContain(`EXTERNAL_HOOK_FILES=`);
      expect(await work.read(`${what}.cjs`)).toContain(`--when-down ${what}:`);
      const hooks = createRequire(import.meta.url)(join(work.root, `${what}.cjs`)) as Record<string, object>;
      expect(Object.keys(hooks['workflow'] ?? {})).toContain('activate');
    },
  );

  it('knows no third choice', async () => {
    const run = await work.cli(['n8n', 'hook', '--when-down', 'pray']);
    expect(run.code).toBe(2);
  });
});
