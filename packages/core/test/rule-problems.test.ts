import { describe, expect, it } from 'vitest';
import { parseProfile } from '../src/index.ts';

const own = (more: object = {}) => ({
  id: 'small-gifts',
  must: 'amount <= 20',
  message: 'Larger gifts come from one of us.',
  actions: ['payment.refund'],
  examples: {
    pass: [{ channel: 'sms', facts: { amount: 20, currency: 'EUR' } }],
    fail: [{ channel: 'sms', facts: { amount: 21, currency: 'EUR' } }],
  },
  ...more,
});
const problems = (rules: readonly object[], more: object = {}): readonly string[] => {
  const parsed = parseProfile({
    profile: 1,
    name: 'Corner Bookshop',
    ...more,
    values: [{ id: 'v', title: 'Value', commitments: [{ id: 'c', promise: 'A promise', rules }] }],
  });
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
};
const ownProblems = (rule: object, more: object = {}) =>
  problems([{ rule: 'small-gifts' }], { ownRules: [rule], ...more });

describe('a binding', () => {
  it('names a rule there is', () => {
    expect(problems([{ rule: 'quiet-hours' }])).toEqual([]);
    expect(problems([{ rule: 'quiet-hour' }])).toEqual([
      'values[0].commitments[0].rules[0].rule: there is no rule "quiet-hour". Did you mean "quiet-hours"?',
    ]);
  });

  it('gives options the rule takes', () => {
    expect(problems([{ rule: 'quiet-hours', options: { from: '9pm' } }])[0]).toMatch(
      /^values\[0\]\.commitments\[0\]\.rules\[0\]\.options\.from: use a time of day/,
    );
    expect(problems([{ rule: 'quiet-hours', options: { form: '21:00' } }])[0]).toContain(
      'Did you mean "from"?',
    );
    expect(problems([{ rule: 'quiet-hours', options: { from: '08:00', to: '08:00' } }])[0]).toContain(
      'must end at another time',
    );
    expect(problems([{ rule: 'amount-limit' }])).toHaveLength(2);
  });

  it('names actions and channels there are', () => {
    expect(
      problems([{ rule: 'amount-limit', options: { most: 1, currency: 'EUR' }, actions: ['message.sned'] }]),
    ).toEqual([
      'values[0].commitments[0].rules[0].actions[0]: there is no action "message.sned". Did you mean "message.send"? Name one of your own in ownActions.',
    ]);
    expect(problems([{ rule: 'quiet-hours', channels: ['loudspeaker'] }])[0]).toContain('ownChannels');
    expect(
      problems([{ rule: 'quiet-hours', channels: ['loudspeaker'] }], { ownChannels: ['loudspeaker'] }),
    ).toEqual([]);
  });
});

describe('a rule of one’s own', () => {
  it('is taken with examples that come out right', () => {
    expect(ownProblems(own())).toEqual([]);
  });

  it('is refused when an example comes out otherwise', () => {
    expect(ownProblems(own({ must: 'amount <= 19' }))).toEqual([
      'ownRules[0].examples.pass[0]: must pass, but gives fail',
    ]);
    expect(ownProblems(own({ must: 'amount <= 30' }))).toEqual([
      'ownRules[0].examples.fail[0]: must fail, but gives pass',
    ]);
    expect(ownProblems(own({ must: 'amount <= 20 && personOffered' }))[0]).toMatch(
      /examples\.pass\[0\]: must pass, but cannot be told\. .*personOffered/,
    );
    expect(
      ownProblems(
        own({ examples: { pass: [{ facts: { amout: 20 } }], fail: [{ facts: { amount: 21 } }] } }),
      )[0],
    ).toMatch(/^ownRules\[0\]\.examples\.pass\[0\]\.facts\.amout: there is no setting/);
  });

  it.each([
    ['amont <= 20', 'Unknown variable'],
    ['amount <= "20"', 'no such overload'],
    ['amount', 'must be true or false'],
    ['amount <=', 'cannot be asked'],
    ['text.matches("(a+)+$")', '`matches` cannot be used here'],
    ['[1, 2].exists(x, x > 1)', '`exists` cannot be used here'],
    ['[1].map(x, [x].map(y, y)).size() > 0', 'cannot be used here'],
    ['{"a": 1}.a == 1', 'cannot be asked'],
    ['has(amount.x)', 'cannot be asked'],
    ['facts.amount <= 20', 'cannot be used here'],
    ['dyn(amount) == 20', '`dyn` cannot be used here'],
    ['int(text) == 20', '`int` cannot be used here'],
    [Array.from({ length: 60 }, () => 'amount < 1').join(' || '), 'cannot be asked'],
    [`${'('.repeat(40)}amount < 1${')'.repeat(40)}`, 'cannot be asked'],
  ])('is refused where it says %s', (must, why) => {
    const found = ownProblems(own({ must }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('ownRules[0].must: cannot be asked');
    expect(found[0]).toContain(why);
  });

  it.each([
    'amount <= 20',
    'amount <= 20.0 && true',
    'amount + 1 <= 21',
    'amount == 20 || amount in [5.0, 10.0]',
    'size(currency) == 9 || amount < 21',
    '!(amount > 20)',
    'amount > 20 ? false : true',
    'channel.startsWith("e") || amount <= 20',
  ])('may say %s', (must) => {
    expect(ownProblems(own({ must }))).toEqual([]);
  });

  it('may read facts of one’s own, by names that are free', () => {
    const regular = own({
      must: 'amount <= 20 || regular',
      examples: {
        pass: [{ facts: { amount: 90, own: { regular: true } } }],
        fail: [{ facts: { amount: 90, own: { regular: false } } }],
      },
    });
    expect(ownProblems(regular, { ownFacts: { regular: 'yes-no' } })).toEqual([]);
    expect(ownProblems(regular)[0]).toContain('Unknown variable');
    expect(ownProblems(own(), { ownFacts: { amount: 'number' } })[0]).toContain(
      'ownFacts.amount: this name is taken',
    );
    expect(ownProblems(own(), { ownFacts: { in: 'text' } })[0]).toContain('ownFacts.in: this name is taken');
  });

  it('is asked by somebody, once, under a name of its own', () => {
    expect(problems([], { ownRules: [own()] })[0]).toContain('no commitment asks "small-gifts"');
    expect(ownProblems(own(), { ownRules: [own(), own()] })[0]).toContain('stands here twice');
    expect(problems([{ rule: 'quiet-hours' }], { ownRules: [own({ id: 'quiet-hours' })] })[0]).toContain(
      'there is a built-in rule',
    );
    expect(problems([{ rule: 'small-gifts', options: { most: 1 } }], { ownRules: [own()] })[0]).toContain(
      'takes no options',
    );
  });
});
