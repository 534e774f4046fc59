import { describe, expect, it } from 'vitest';
import { conversationOf } from '../src/conversation.ts';

const both = [
  { from: 'customer', text: 'Is it in stock?' },
  { from: 'automation', text: 'Which one?' },
];

describe('a conversation', () => {
  it.each([
    ['as Plumbline writes it', both],
    ['as JSON', JSON.stringify(both)],
    [
      'of a model',
      [
        { role: 'user', content: 'Is it in stock?' },
        { role: 'assistant', content: 'Which one?' },
      ],
    ],
    ['of a chat memory', [{ human: 'Is it in stock?', ai: 'Which one?' }]],
    [
      'of typed messages',
      [
        { type: 'human', text: 'Is it in stock?' },
        { type: 'ai', text: 'Which one?' },
      ],
    ],
    [
      'with what nobody heard',
      [{ role: 'system', content: 'Be kind.' }, ...both, { from: 'person', text: ' ' }],
    ],
  ])('is read %s', (_, given) => {
    expect(conversationOf(given)).toEqual(both);
  });

  it('may be just what the customer wrote', () => {
    expect(conversationOf('Let me talk to a human')).toEqual([
      { from: 'customer', text: 'Let me talk to a human' },
    ]);
    expect(conversationOf('12345')).toEqual([{ from: 'customer', text: '12345' }]);
  });

  it('keeps when it was said', () => {
    expect(conversationOf([{ from: 'person', text: 'Hello', at: '2026-01-05T09:00:00Z' }])).toEqual([
      { from: 'person', text: 'Hello', at: '2026-01-05T09:00:00Z' },
    ]);
  });

  it('is cut to what Plumbline takes, the oldest first', () => {
    const long = Array.from({ length: 600 }, (_, n) => ({
      from: 'customer',
      text: `${n}${'x'.repeat(30_000)}`,
    }));
    const said = conversationOf(long);
    expect(said).toHaveLength(500);
    expect(said.at(-1)?.text.slice(0, 4)).toBe('599x');
    expect(said[0]?.text).toHaveLength(20_000);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['an empty list', [], 'empty'],
    ['no speaker', [{ text: 'Hello' }], 'Entry 1'],
    ['an unknown speaker', [both[0], { from: 'someone', text: 'Hello' }], 'Entry 2'],
    ['no words', [{ from: 'customer', text: { a: 1 } }], 'Entry 1'],
    ['null', null, 'Entry 1'],
  ])('with %s is refused in words', (_, given, words) => {
    expect(() => conversationOf(given)).toThrow(words);
  });
});
