import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  judge,
  type Profile,
  type ProfileInput,
  parseProfile,
  questionsOf,
  type Verdict,
} from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { checksFolder } from './example-file.ts';
import { flowOf, hash } from './judged.ts';

interface Workflow {
  readonly nodes: { name: string; onError?: string; disabled?: boolean; parameters: object }[];
  readonly connections: Record<string, Record<string, { node: string; type: string; index: number }[][]>>;
}

const example = (check: string, file: string): Workflow =>
  JSON.parse(readFileSync(join(checksFolder, check, 'examples', `${file}.json`), 'utf8'));

const profile = (people: ProfileInput['people'], options: Record<string, unknown> = {}) => {
  const parsed = parseProfile({
    profile: 1,
    name: 'Fromagerie',
    people,
    values: [
      {
        id: 'customer-intimacy',
        title: 'Customer intimacy',
        commitments: [
          {
            id: 'reach',
            promise: 'A customer can always reach one of us',
            enforcement: 'block',
            checks: [{ check: 'require-human-escalation', options }, { check: 'require-contact-limit' }],
          },
        ],
      },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.profile;
};
const verdictIn = (workflow: Workflow, given: Profile, check: string): Verdict | undefined =>
  judge(flowOf(workflow), given, hash).findings.find((each) => each.check === check)?.verdict;

const answers = [{ name: 'Maria' }];
const inbox = example('require-human-escalation', 'unknown-nobody-answers-the-inbox');

describe('the inbox', () => {
  it('is a way to a person where the profile names somebody', () => {
    const verdict = (given: ReturnType<typeof profile>) =>
      verdictIn(inbox, given, 'require-human-escalation');
    expect(verdict(profile(answers))).toBe('pass');
    expect(verdict(profile([]))).toBe('unknown');
    expect(verdict(profile(answers, { inboxAnswered: false }))).toBe('unknown');
    expect(verdict(profile([], { inboxAnswered: true }))).toBe('pass');
  });

  it('changes no question but the one it is part of, and none when another name is added', () => {
    const asked = (people: ProfileInput['people']) => questionsOf(profile(people));
    expect(asked([])[0]?.options).toEqual({});
    expect(asked(answers)[0]?.options).toEqual({ inboxAnswered: true });
    expect(asked([...answers, { name: 'Tom' }])).toEqual(asked(answers));
    expect(asked(answers)[1]).toEqual(asked([])[1]);
  });
});

describe('a value check before a message', () => {
  const guarded = (): Workflow => example('require-contact-limit', 'unknown-value-check-before-send');
  const verdict = (workflow: Workflow) => verdictIn(workflow, profile([]), 'require-contact-limit');
  const change = (edit: (node: Workflow['nodes'][number], workflow: Workflow) => void): Workflow => {
    const workflow = guarded();
    const node = workflow.nodes.find(({ name }) => name === 'Fragt Plumbline');
    if (node !== undefined) edit(node, workflow);
    return workflow;
  };

  it('is asked by the step from a folder of custom nodes too', () => {
    const custom = change((node) => Object.assign(node, { type: 'CUSTOM.plumbline' }));
    expect([verdict(guarded()), verdict(custom)]).toEqual(['unknown', 'unknown']);
  });

  it.each<[string, Workflow]>([
    ['is switched off', change((node) => Object.assign(node, { disabled: true }))],
    ['only records an outcome', change((node) => Object.assign(node.parameters, { resource: 'outcome' }))],
    [
      'lets what it stops go on',
      change((_, { connections }) => {
        connections['Fragt Plumbline']?.['main']?.[2]?.push({
          node: 'Send the offer',
          type: 'main',
          index: 0,
        });
      }),
    ],
    [
      'lets what it has a person asked about go on',
      change((_, { connections }) => {
        connections['Ask at the counter'] = { main: [[{ node: 'Send the offer', type: 'main', index: 0 }]] };
      }),
    ],
    [
      'goes on where it fails',
      change((node, { connections }) => {
        node.onError = 'continueErrorOutput';
        connections['Fragt Plumbline']?.['main']?.push([{ node: 'Send the offer', type: 'main', index: 0 }]);
      }),
    ],
  ])('counts for nothing where it %s', (_, workflow) => {
    expect(verdict(workflow)).toBe('fail');
  });
});

it('reads what each operation does', () => {
  const traits = (parameters: object, type = 'n8n-nodes-plumbline.plumbline') =>
    flowOf({ nodes: [{ id: 'a', name: 'a', type, parameters }], connections: {} }).steps[0]?.traits;
  expect(traits({})).toEqual(['asks:values']);
  expect(traits({ operation: 'payment', wait: true })).toEqual(['asks:values', 'asks:inbox']);
  expect(traits({ resource: 'handover' })).toEqual(['hands:inbox', 'assigns:person']);
  expect(traits({ resource: 'outcome' })).toEqual(['internal']);
  expect(traits({ resource: 'flow' })).toEqual(['internal']);
  expect(traits({ events: [] }, 'n8n-nodes-plumbline.plumblineTrigger')).toEqual(['starts:record']);
});
