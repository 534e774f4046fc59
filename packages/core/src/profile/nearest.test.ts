import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

const levels = ['observe', 'warn', 'approve', 'block'];

describe('nearest', () => {
  it.each([
    ['aprove', 'approve'],
    ['bolck', 'block'],
    ['WARN', 'warn'],
    ['warning', 'warn'],
    ['obs', 'observe'],
    ['never', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%s means %s', (word, meant) => {
    expect(nearest(word, levels)).toBe(meant);
  });

  it.each([
    ['unpublished', ['published', 'draft']],
    ['active', ['inactive', 'gone']],
    ['lock', ['padlock', 'warn']],
    ['id', ['id', 'is', 'name']],
  ])('does not take %s for another of %s', (word, words) => {
    expect(nearest(word, words)).toBeUndefined();
  });

  it('says nothing where nothing is near', () => {
    expect(didYouMean('never', levels)).toBe('');
    expect(didYouMean('blok', levels)).toBe(' Did you mean "block"?');
  });
});
