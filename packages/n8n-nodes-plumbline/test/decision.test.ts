import { describe, expect, it } from 'vitest';
import { verdictOf, verdictsOf } from '../src/decision.ts';

const answered = (answer: string) => ({
  id: 'dec_1',
  answer,
  message: 'As you wish.',
  reasons: [],
  obligations: [],
});

describe('an answer', () => {
  it.each([
    ['allow', 'go'],
    ['needs-human', 'ask'],
    ['block', 'stop'],
  ])('%s leads to %s', (answer, way) => {
    expect(verdictOf(answered(answer))).toMatchObject({ kind: 'decided', way });
  });

  it.each(['no-policy', 'error', 'Allow', 'allowed', 'ALLOW ', '', 'yes', '__proto__', 'constructor'])(
    '%s leads nowhere',
    (answer) => {
      expect(verdictOf(answered(answer))).toMatchObject({ kind: 'no-answer' });
    },
  );

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'allow'],
    ['a list', ['allow']],
    ['true', true],
    ['a decision that was not kept', { ...answered('allow'), id: null }],
    ['a decision without reasons', { ...answered('allow'), reasons: undefined }],
    ['a decision without obligations', { ...answered('allow'), obligations: 'none' }],
    ['an answer that is no word', { ...answered('allow'), answer: { allow: true } }],
    ['the word alone', { answer: 'allow' }],
  ])('that is %s leads nowhere', (_, value) => {
    expect(verdictOf(value)).toMatchObject({ kind: 'no-answer' });
  });
});

describe('a batch', () => {
  it('is answered in order', () => {
    const decisions = ['block', 'allow'].map(answered);
    expect(verdictsOf({ decisions }, 2)).toMatchObject([{ way: 'stop' }, { way: 'go' }]);
  });

  it.each([
    ['too few answers', { decisions: [answered('allow')] }],
    ['too many answers', { decisions: ['allow', 'allow', 'allow'].map(answered) }],
    ['no list', { decisions: answered('allow') }],
    ['a page of something else', '<html></html>'],
    ['nothing', undefined],
  ])('with %s answers nothing', (_, body) => {
    expect(verdictsOf(body, 2)).toMatchObject([{ kind: 'no-answer' }, { kind: 'no-answer' }]);
  });
});
