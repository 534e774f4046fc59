import { expect, it } from 'vitest';
import { adjustmentsOf } from './adjustments.ts';
import type { Matrix } from './matrix.ts';

it('calls urgent what mends a broken promise, and neither a question nor a practice beside it', () => {
  const adjustments = [
    'Add a way to a person',
    'Does `Desk` bring them to one of you?',
    'Read what it says (practice)',
  ];
  const matrix: Matrix = {
    version: 1,
    profile: { name: 'Corner Bakery', version: '1', hash: 'h' },
    values: [{ id: 'customer-intimacy', title: 'Customer intimacy' }],
    flows: [
      {
        file: 'chat.json',
        id: null,
        name: 'Chat',
        standing: 'blocked',
        cells: [{ value: 'customer-intimacy', label: 'compromises', adjustments }],
      },
    ],
  };
  expect(adjustmentsOf(matrix).map(({ text, urgent }) => [text, urgent])).toEqual([
    [adjustments[0], true],
    [adjustments[1], false],
    [adjustments[2], false],
  ]);
});
