import { matrixSchema } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backOffice, chatWithoutPerson, profileText } from './flows.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;

beforeAll(async () => {
  work = await makeWorkspace();
  await work.put('flows/my chat.json', chatWithoutPerson());
  await work.put('flows/orders.json', backOffice());
  await work.put('flows/broken.json', '{"nodes": [}');
  await work.put('shop.yaml', profileText('approve'));
});
afterAll(() => work.remove());

/** What a code scanner needs of a SARIF file, as its specification names it. */
const sarif = z.object({
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({
          name: z.literal('Plumbline'),
          rules: z.array(
            z.object({
              id: z.string(),
              help: z.object({ text: z.string().min(1), markdown: z.string().min(1) }),
            }),
          ),
        }),
      }),
      invocations: z.tuple([
        z.object({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.object({ level: z.literal('error') })),
        }),
      ]),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.int(),
          kind: z.enum(['fail', 'open']),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message: z.object({ text: z.string().min(1) }),
          partialFingerprints: z.record(z.string(), z.string()),
          locations: z.tuple([
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string() }),
                region: z.object({ startLine: z.int().min(1) }),
              }),
            }),
          ]),
        }),
      ),
    }),
  ]),
});

describe('check --format', () => {
  it('sarif names rule, file, line and a stable fingerprint', async () => {
    const run = await work.cli(['check', 'flows', '--profile', 'shop.yaml', '--format', 'sarif']);
    const [{ tool, results, invocations }] = sarif.parse(JSON.parse(run.stdout)).runs;
    const [result] = results;
    expect(results).toHaveLength(1);
    expect(result).toMatchObject({ ruleId: 'require-human-escalation', kind: 'fail', level: 'error' });
    expect(tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('require-human-escalation');
    const { artifactLocation, region } = result?.locations[0].physicalLocation ?? {};
    expect(artifactLocation?.uri).toBe('flows/my%20chat.json');
    const line = (await work.read('flows/my chat.json')).split('\n')[(region?.startLine ?? 0) - 1];
    expect(line).toMatch(/"id": "trigger"/);
    expect(Object.values(result?.partialFingerprints ?? {})).toEqual([
      expect.stringContaining('chat-1:require-human-escalation:'),
    ]);
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error' }],
    });
  });

  it('junit has a suite a flow, a failure, and an error for what could not be read', async () => {
    const { stdout } = await work.cli(['check', 'flows', '--profile', 'shop.yaml', '--format', 'junit']);
    expect(stdout).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="Plumbline" tests="3" failures="1" errors="1">/,
    );
    expect(stdout.match(/<testsuite /g)).toHaveLength(3);
    expect(stdout).toMatch(/<failure message="[^"]+" type="fail">/);
    expect(stdout).toMatch(/<error message="flows\/broken\.json:1:12 /);
  });

  it('markdown says why in the words of the profile', async () => {
    const { stdout } = await work.cli(['check', 'flows', '--profile', 'shop.yaml', '--format', 'markdown']);
    expect(stdout).toMatch(/^## ✗ Plumbline: 2 flows/);
    expect(stdout).toMatch(/“A customer can always reach one of us” \(Customer intimacy\)/);
    expect(stdout).toMatch(/\| Website chat \| ✗ compromises \| needs adjustment \|/);
    expect(stdout).toMatch(/`flows\/broken\.json:1:12`/);
  });

  it('pretty leads with the finding, its promise, the steps and what to do', async () => {
    const { stdout } = await work.cli(['check', 'flows', '--profile', 'shop.yaml']);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^✗ Customers can always reach a person · needs your sign-off/);
    expect(stdout).toMatch(
      /because you promised “A customer can always reach one of us” \(Customer intimacy\)/,
    );
    expect(stdout).toMatch(/the way {5}Chat Trigger → Shop assistant/);
    expect(stdout).toMatch(/what to do {2}\S/);
    expect(stdout).toMatch(/flows\/broken\.json:1:12/);
    expect(stdout).toMatch(/2 flows: 1 needs adjustment, 1 aligned/);
  });

  it('pretty says once what several flows share', async () => {
    const copies = Array.from({ length: 30 }, (_, at) => chatWithoutPerson(`Chat ${at}`, `copy-${at}`));
    await work.put('copies.json', copies);
    const { stdout } = await work.cli(['check', 'copies.json']);
    expect(stdout.match(/^✗ Customers can always reach a person/gm)).toHaveLength(1);
    expect(stdout).toMatch(/the same in Chat 1, Chat 2, Chat 3, Chat 4 and 25 more flows/);
  });
});

describe('matrix', () => {
  it('shows a row a flow and what to change', async () => {
    const run = await work.cli([
      'matrix',
      'flows/my chat.json',
      'flows/orders.json',
      '--profile',
      'shop.yaml',
    ]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/Website chat +✗ compromises +needs adjustment/);
    expect(run.stdout).toMatch(/Copy orders +· +aligned/);
    expect(run.stdout).toMatch(/✗.+\n {4}Website chat · Customer intimacy/);
  });

  it('gives JSON that keeps its schema, Markdown, and a page that stands alone', async () => {
    const paths = ['matrix', 'flows/my chat.json', '--profile', 'shop.yaml', '--format'];
    const json = matrixSchema.parse(JSON.parse((await work.cli([...paths, 'json'])).stdout));
    expect(json.flows[0]?.cells).toMatchObject([{ value: 'customer-intimacy', label: 'compromises' }]);
    expect((await work.cli([...paths, 'markdown'])).stdout).toMatch(/\| Website chat \| ✗ compromises \|/);
    expect(await work.cli([...paths, 'html', '--output', 'm.html'])).toMatchObject({ code: 0, stdout: '' });
    const html = await work.read('m.html');
    expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'/);
    expect(html).not.toMatch(/<script|\ssrc=|\shref=|url\(/);
  });

  it('says 2 where a file could not be judged', async () => {
    const run = await work.cli(['matrix', 'flows']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/flows\/broken\.json:1:12/);
  });
});
