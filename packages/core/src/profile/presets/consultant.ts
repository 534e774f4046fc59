import type { Preset } from './preset.ts';

export const consultant: Preset = {
  trade: 'consultant',
  title: 'Consultant or agency',
  profile: {
    profile: 1,
    name: 'Our office',
    trade: 'consultant',
    language: 'en',
    values: [
      {
        id: 'customer-intimacy',
        title: 'Customer intimacy',
        statement: 'Each client has one of us who knows the whole story.',
        commitments: [
          {
            id: 'reach-a-person',
            promise: 'A client never talks to a machine alone',
            enforcement: 'approve',
            checks: [{ check: 'require-human-escalation' }],
            rules: [{ rule: 'distress-or-plea' }, { rule: 'offer-a-person' }],
          },
          {
            id: 'write-personally',
            promise: 'We write to one person at a time',
            enforcement: 'approve',
            checks: [{ check: 'require-personalised-message' }, { check: 'require-segmented-audience' }],
          },
          {
            id: 'move-or-cancel',
            promise: 'A meeting can be moved by whoever was invited',
            enforcement: 'warn',
            checks: [{ check: 'require-reschedule-path' }],
          },
          {
            id: 'told-once',
            promise: 'A client tells us a thing once',
            enforcement: 'warn',
            checks: [{ check: 'require-context-on-handoff' }],
          },
          {
            id: 'told-it-is-a-machine',
            promise: 'We say so when a machine writes for us',
            enforcement: 'approve',
            checks: [{ check: 'require-bot-disclosure' }],
            rules: [{ rule: 'disclosure' }],
          },
          {
            id: 'rarely-and-by-day',
            promise: 'We do not chase people: not at night, not every day',
            enforcement: 'warn',
            checks: [{ check: 'require-quiet-hours' }, { check: 'require-contact-limit' }],
            rules: [
              { rule: 'quiet-hours', channels: ['sms', 'whatsapp', 'messenger', 'voice', 'push'] },
              { rule: 'contact-limit' },
            ],
          },
          {
            id: 'answers-are-read',
            promise: 'Whoever answers us gets an answer',
            enforcement: 'approve',
            checks: [{ check: 'no-unreachable-sender' }],
          },
          {
            id: 'leave-any-list',
            promise: 'Who does not want our letters gets none',
            enforcement: 'block',
            checks: [{ check: 'require-opt-out' }, { check: 'require-suppression' }],
            rules: [{ rule: 'respect-opt-out' }],
          },
        ],
      },
      {
        id: 'quality-craftsmanship',
        title: 'Quality craftsmanship',
        statement: 'Our name stands under it.',
        commitments: [
          {
            id: 'read-before-sent',
            promise: 'Whatever bears our name was read by one of us',
            enforcement: 'block',
            checks: [{ check: 'require-review-of-ai-message', options: { liveConversations: 'skip' } }],
            rules: [{ rule: 'reviewed-ai-text' }],
          },
          {
            id: 'no-loose-ends',
            promise: 'Nothing with our name on it says “Dear {{ name }}”',
            enforcement: 'warn',
            checks: [{ check: 'no-literal-placeholder' }],
            rules: [{ rule: 'no-placeholder' }],
          },
          {
            id: 'figures-right',
            promise: 'Figures are checked before they are used',
            enforcement: 'warn',
            checks: [{ check: 'require-quality-check' }],
          },
        ],
      },
      {
        id: 'agility',
        title: 'Agility and efficiency',
        statement: 'We answer quickly and waste nobody’s time.',
        commitments: [
          {
            id: 'nothing-lost',
            promise: 'What an automation cannot handle lands with one of us the same day',
            enforcement: 'warn',
            checks: [
              { check: 'require-quality-check' },
              { check: 'require-error-path' },
              { check: 'require-answer-on-failure' },
            ],
            practices: [
              {
                id: 'exceptions-read',
                title: 'Name who reads what the automations could not handle',
                validForDays: 180,
                appliesTo: ['back-office'],
              },
            ],
          },
        ],
      },
    ],
  },
};
