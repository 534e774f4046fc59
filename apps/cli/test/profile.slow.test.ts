import { checks, presets } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;
beforeAll(async () => {
  work = await makeWorkspace();
});
afterAll(() => work.remove());

describe('profile init', () => {
  it.each(presets.map((preset) => preset.trade))(
    'writes a profile for a %s that validates as it is',
    async (trade) => {
      const file = `${trade}.yaml`;
      expect(await work.cli(['profile', 'init', '--trade', trade, '--output', file])).toMatchObject({
        code: 0,
        stdout: '',
      });
      expect(await work.cli(['profile', 'validate', file])).toMatchObject({ code: 0, stderr: '' });
      expect(await work.read(file)).toMatch(/^# What this business values/);
    },
  );

  it('never writes over a file', async () => {
    await work.put('mine.yaml', 'mine');
    const run = await work.cli(['profile', 'init', '--output', 'mine.yaml']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/mine\.yaml is already there/);
    expect(await work.read('mine.yaml')).toBe('mine');
  });

  it('prints the profile alone to standard output', async () => {
    const run = await work.cli(['profile', 'init', '--trade', 'salon']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^name: Our salon$/m);
  });

  it('knows what a misspelt trade meant', async () => {
    const run = await work.cli(['profile', 'init', '--trade', 'bakry']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/Did you mean "bakery"\?/);
  });
});

describe('profile validate', () => {
  const head = 'profile: 1\nname: Shop\n';
  it.each([
    [
      'an id that is none',
      `${head}values:\n  - id: Customer Intimacy\n    title: X\n`,
      /:4:5: values\[0\]\.id: use small letters/,
    ],
    [
      'a misspelt setting',
      `${head}valeus: []\n`,
      /:3:1: valeus: there is no setting "valeus" here\. Did you mean "values"\?/,
    ],
    [
      'an enforcement that is none',
      `${head}values:\n  - id: a\n    title: A\n    commitments:\n      - { id: b, promise: P, enforcement: warning }\n`,
      /:7:30: values\[0\]\.commitments\[0\]\.enforcement: must be one of observe, warn, approve, block\. Did you mean "warn"\?/,
    ],
    [
      'an option that a check does not take',
      `${head}values:\n  - id: a\n    title: A\n    commitments:\n      - id: b\n        promise: P\n        checks:\n          - check: require-human-escalation\n            options: { loud: true }\n`,
      /:11:24: .+\.options\.loud: there is no setting "loud" here/,
    ],
    ['a name left out', 'profile: 1\n', /:1:1: name: is missing; it must be text/],
    ['YAML that breaks', 'profile: 1\nname: "Shop\n', /broken\.yaml:\d+:\d+: /],
    ['nothing at all', '', /The file is empty/],
    ['nesting without end', '['.repeat(50_000), /nests or repeats too deeply/],
    [
      'references that multiply',
      'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n',
      /nests or repeats too deeply/,
    ],
  ])('names %s and its place', async (_, text, words) => {
    await work.put('broken.yaml', text);
    const run = await work.cli(['profile', 'validate', 'broken.yaml']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(words);
  });

  it('turns YAML into the JSON that the API takes', async () => {
    await work.put('shop.yaml', 'profile: 1\nname: Shop\nvalues:\n  - id: warmth\n    title: Warmth\n');
    const run = await work.cli(['profile', 'validate', 'shop.yaml', '--format', 'json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ name: 'Shop', values: [{ id: 'warmth' }] });
    await work.put('again.json', run.stdout);
    expect((await work.cli(['profile', 'validate', 'again.json'])).code).toBe(0);
  });

  it('takes JSON, and says where that breaks', async () => {
    await work.put('good.json', { profile: 1, name: 'Shop', values: [] });
    expect((await work.cli(['profile', 'validate', 'good.json'])).code).toBe(0);
    await work.put('bad.json', '{\n\t"profile": 1,\n\t"name": "x",,\n}');
    expect((await work.cli(['profile', 'validate', 'bad.json'])).stderr).toMatch(/bad\.json:3:14: /);
  });

  it('does not judge with a profile that asks nothing', async () => {
    await work.put('asks-nothing.json', { profile: 1, name: 'Shop', values: [] });
    const run = await work.cli(['check', '-', '--profile', 'asks-nothing.json'], '{}');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/binds no checks/);
  });
});

describe('explain', () => {
  it('lists every check', async () => {
    const { stdout, code } = await work.cli(['explain']);
    expect(code).toBe(0);
    for (const check of checks) expect(stdout).toContain(check.meta.id);
  });

  it('shows one with its prose', async () => {
    const { stdout, code } = await work.cli(['explain', 'require-human-escalation']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Customers can always reach a person\n/);
    expect(stdout).toMatch(/Limits/);
    expect(stdout).toMatch(/- check: require-human-escalation/);
  });

  it('knows what a misspelt check meant', async () => {
    const run = await work.cli(['explain', 'require-human-excalation']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/Did you mean "require-human-escalation"\?/);
  });
});
