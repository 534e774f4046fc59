import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const checksFolder = join(import.meta.dirname, '../packages/core/src/checks');
const examples = join(checksFolder, 'require-human-escalation/examples');
const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(examples, `${name}.json`), 'utf8')) as Record<string, unknown>;
const noWayOut = read('fail-no-way-out');
const wayToAPerson = read('pass-agent-tool');

/** Every change gives it another name; with odd ones nobody can be reached, which the profile blocks. */
export const workflow = (id: string, change: number): Record<string, unknown> => ({
  ...(change % 2 === 1 ? noWayOut : wayToAPerson),
  id,
  name: `Flow ${id} change ${change}`,
});
export const standingAt = (change: number): string => (change % 2 === 1 ? 'blocked' : 'aligned');
export const changeIn = (name: string): number => Number(name.slice(name.lastIndexOf(' ') + 1));

const others = globSync('*/check.ts', { cwd: checksFolder })
  .map((path) => dirname(path))
  .filter((check) => check !== 'require-human-escalation')
  .sort();

const bound = [
  ...others.map((check) => ({ check, options: {} })),
  { check: 'require-review-of-ai-message', options: { liveConversations: 'skip' } },
  { check: 'require-personalised-message', options: { every: true } },
];

/** How many profiles there are, each of which asks every flow something new. */
export const profiles = bound.length + 1;

/** The profile that asks `asked` further checks, which are shown only and change no standing. */
export const profile = (asked: number): unknown => ({
  profile: 1,
  name: 'The Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'reach-a-person',
          promise: 'A customer can always reach one of us',
          enforcement: 'block',
          checks: [{ check: 'require-human-escalation' }],
        },
        {
          id: 'not-too-much',
          promise: 'We write to nobody too often',
          enforcement: 'block',
          rules: [{ rule: 'contact-limit', options: { most: 3, days: 7 } }],
        },
        ...bound.slice(0, asked).map((check, n) => ({
          id: `also-${n}`,
          promise: 'We look after this, too',
          enforcement: 'observe',
          checks: [check],
        })),
      ],
    },
  ],
});

/** A newsletter to somebody. */
export const question = (address: string): unknown => ({
  caller: 'zapier/news',
  action: 'message.send',
  channel: 'email',
  audience: 'customer',
  recipient: { address },
  facts: { aiGenerated: false, purpose: 'marketing' },
});
