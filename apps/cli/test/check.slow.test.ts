import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckReport, checkReportSchema } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backOffice, chatWithoutPerson, profileText } from './flows.ts';
import { runCli } from './run-cli.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;
const reportOf = (stdout: string): CheckReport => checkReportSchema.parse(JSON.parse(stdout));

beforeAll(async () => {
  work = await makeWorkspace();
  await work.put('chat.json', chatWithoutPerson());
  await work.put('orders.json', backOffice());
  for (const level of ['observe', 'warn', 'approve', 'block'])
    await work.put(`${level}.yaml`, profileText(level));
});
afterAll(() => work.remove());

describe('exit codes', () => {
  it('0 for a flow with nothing against it', async () => {
    expect(await work.cli(['check', 'orders.json', '--profile', 'block.yaml'])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it('1 for a finding, at warn when no profile is given', async () => {
    expect(await work.cli(['check', 'chat.json'])).toMatchObject({ code: 1, stderr: '' });
  });

  it.each([
    ['warn', undefined, 0],
    ['approve', undefined, 1],
    ['block', undefined, 1],
    ['warn', 'warn', 1],
    ['approve', 'block', 0],
    ['observe', 'unknown', 0],
  ])('enforced at %s, failing on %s: %i', async (level, failOn, code) => {
    const run = await work.cli([
      'check',
      'chat.json',
      '--profile',
      `${level}.yaml`,
      ...(failOn === undefined ? [] : ['--fail-on', failOn]),
    ]);
    expect(run).toMatchObject({ code, stderr: '' });
  });

  it.each([
    [['check'], /missing required argument/],
    [['check', 'chat.json', '--format', 'html'], /Allowed choices are pretty, [\s\S]*matrix --format html/],
    [['n8n', 'hook', '--outptu', 'x'], /unknown option '--outptu'[\s\S]*plumbline n8n hook --help/],
    [['check', 'chat.json', '--fromat', 'json'], /unknown option '--fromat'[\s\S]*--format/],
    [['check', 'chat.json', '--format', 'yaml'], /Allowed choices are/],
    [['chek', 'chat.json'], /unknown command 'chek'[\s\S]*check/],
    [['check', 'nowhere.json'], /nowhere\.json {2}There is no such file/],
    [['check', 'chat.json', '--profile', 'none.yaml'], /none\.yaml: There is no such file/],
    [['check', 'chat.json', '--output', 'no/such/folder.json'], /folder does not exist/],
  ])('2 for %j, said on stderr', async (args, words) => {
    const run = await work.cli(args);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(words);
  });

  it('2 for a folder with nothing to check', async () => {
    await work.put('empty/package.json', { name: 'x' });
    const run = await work.cli(['check', 'empty']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/Nothing to check: 1 JSON file holds no workflow/);
  });

  it('2 for a profile that names a check that is not there', async () => {
    await work.put(
      'typo.yaml',
      profileText('warn').replace('require-human-escalation', 'require-human-escalatoin'),
    );
    const run = await work.cli(['check', 'chat.json', '--profile', 'typo.yaml']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/typo\.yaml:11:13: values\[0\]\.commitments\[0\]\.checks\[0\]\.check/);
  });
});

describe('what is read', () => {
  it('reads standard input', async () => {
    const run = await work.cli(['check', '-', '--format', 'json'], JSON.stringify(chatWithoutPerson()));
    expect(reportOf(run.stdout).flows.map((flow) => [flow.file, flow.name])).toEqual([
      ['<stdin>', 'Website chat'],
    ]);
  });

  it('reads several workflows in one file', async () => {
    await work.put('export.json', [chatWithoutPerson('One', 'a'), backOffice('Two', 'b')]);
    const run = await work.cli(['check', 'export.json', '--format', 'json']);
    expect(reportOf(run.stdout).flows.map((flow) => flow.name)).toEqual(['One', 'Two']);
  });

  it('reads a folder with all below it, skips and counts other JSON, and reads no file twice', async () => {
    await work.put('shop/a.json', backOffice('A', 'a'));
    await work.put('shop/deep/er/b.JSON', backOffice('B', 'b'));
    await work.put('shop/package.json', { name: 'shop' });
    await work.put('shop/node_modules/c.json', backOffice('C', 'c'));
    await work.put('shop/.git/d.json', backOffice('D', 'd'));
    const report = reportOf(
      (await work.cli(['check', 'shop', 'shop/a.json', './shop', '--format', 'json'])).stdout,
    );
    expect(report.flows.map((flow) => flow.file)).toEqual(['shop/a.json', 'shop/deep/er/b.JSON']);
    expect(report.summary.skipped).toBe(1);
  });

  it('ends on symbolic links in a circle, and does not follow links that lead out', async () => {
    await work.put('loop/in/a.json', backOffice());
    await symlink('..', join(work.root, 'loop/in/up'));
    await symlink('self', join(work.root, 'loop/self'));
    await symlink(work.root, join(work.root, 'loop/out'));
    const report = reportOf((await work.cli(['check', 'loop', '--format', 'json'])).stdout);
    expect(report.flows.map((flow) => flow.file)).toEqual(['loop/in/a.json']);
    expect(report.errors).toEqual([]);
  });

  it('names an unreadable file with line and column, judges the others, and says 2', async () => {
    await work.put('mixed/a.json', backOffice());
    await work.put('mixed/broken.json', '{\n  "nodes": [,\n}');
    const run = await work.cli(['check', 'mixed', '--format', 'json']);
    expect(run.code).toBe(2);
    const report = reportOf(run.stdout);
    expect(report.flows).toHaveLength(1);
    expect(report.errors).toMatchObject([
      { file: 'mixed/broken.json', code: 'invalid-json', line: 2, column: 13 },
    ]);
    expect(run.stderr).toMatch(/mixed\/broken\.json:2:13/);
  });

  it('takes JSON that is no workflow for an error when it is named', async () => {
    await work.put('plain.json', { hello: 1 });
    const run = await work.cli(['check', 'plain.json', 'orders.json', '--format', 'json']);
    expect(run.code).toBe(2);
    expect(reportOf(run.stdout)).toMatchObject({
      errors: [{ file: 'plain.json', code: 'no-workflow' }],
      flows: [{ name: 'Copy orders' }],
    });
  });

  it('reads UTF-16 with a byte-order mark, and names what is no text', async () => {
    await work.put('utf16.json', Buffer.from(`\ufeff${JSON.stringify(backOffice('Über', 'u'))}`, 'utf16le'));
    await work.put('latin.json', Buffer.from(JSON.stringify(backOffice('Über', 'u')), 'latin1'));
    const report = reportOf(
      (await work.cli(['check', 'utf16.json', 'latin.json', '--format', 'json'])).stdout,
    );
    expect(report.flows.map((flow) => flow.name)).toEqual(['Über']);
    expect(report.errors).toMatchObject([{ file: 'latin.json', code: 'not-text' }]);
  });

  it('reads a file of 20 MB', async () => {
    const flow = backOffice() as { nodes: { parameters: Record<string, unknown> }[] };
    const [first] = flow.nodes;
    if (first !== undefined) first.parameters['note'] = 'x'.repeat(20_000_000);
    await work.put('large.json', flow);
    expect(await work.cli(['check', 'large.json', '--profile', 'block.yaml'])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('what is written', () => {
  it('writes the report to a file in one move and nothing to stdout', async () => {
    await work.put('out/report.json', 'old');
    const run = await work.cli(['check', 'chat.json', '--format', 'json', '--output', 'out/report.json']);
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(reportOf(await work.read('out/report.json')).flows).toHaveLength(1);
    expect(await readdir(join(work.root, 'out'))).toEqual(['report.json']);
  });

  it('does not write a report over a flow', async () => {
    const before = await work.read('chat.json');
    const run = await work.cli(['check', '.', '--output', 'chat.json']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/would overwrite it/);
    expect(await work.read('chat.json')).toBe(before);
  });

  it('gives the same bytes for the same input', async () => {
    const [first, second] = await Promise.all([
      work.cli(['check', 'chat.json', '--format', 'json']),
      work.cli(['check', 'chat.json', '--format', 'json']),
    ]);
    expect(first.stdout).toBe(second.stdout);
  });

  it('asks every check of every flow, and answers each', async () => {
    const { flows } = reportOf(
      (await work.cli(['check', 'chat.json', 'orders.json', '--format', 'json'])).stdout,
    );
    const asked = flows.map((flow) => flow.findings.map((finding) => finding.check).toSorted());
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]).toContain('require-human-escalation');
  });

  it('colours only for a terminal or when forced, and never under NO_COLOR or --no-color', async () => {
    const colour = /\p{Cc}\[/u;
    const run = (args: readonly string[], env: NodeJS.ProcessEnv) =>
      runCli(['check', 'chat.json', ...args], { cwd: work.root, env });
    expect((await run([], {})).stdout).not.toMatch(colour);
    expect((await run([], { FORCE_COLOR: '1' })).stdout).toMatch(colour);
    expect((await run([], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toMatch(colour);
    expect((await run(['--no-color'], { FORCE_COLOR: '1' })).stdout).not.toMatch(colour);
  });

  it('lets nothing of a hostile flow through to the terminal', async () => {
    await work.put('hostile.json', chatWithoutPerson('\u001b[2J\u202eevil\r\nPASS', 'h'));
    const run = await work.cli(['check', 'hostile.json']);
    expect(run.stdout).toMatch(/evil PASS/);
    // Every line end in the report is ours, and nothing else is a control character.
    expect(run.stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
