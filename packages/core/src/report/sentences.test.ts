import { expect, it } from 'vitest';
import { firstSentence } from './sentences.ts';

it.each([
  ['A customer waits. Add a way to one of you.', 'A customer waits.'],
  [
    'A customer who writes to `1. Visitor writes` is answered by `2. Assistant`. Give it a way.',
    'A customer who writes to `1. Visitor writes` is answered by `2. Assistant`.',
  ],
  ['Nobody answers. `2. Assistant` goes on.', 'Nobody answers.'],
  ['It takes 3.5 hours, e.g. on Sundays. Tell them.', 'It takes 3.5 hours, e.g. on Sundays.'],
  ['`No. Reply`', '`No. Reply`'],
  ['One sentence only.', 'One sentence only.'],
  ['', ''],
])('finds the first sentence of %j', (text, first) => {
  expect(firstSentence(text)).toBe(first);
});
