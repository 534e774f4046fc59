import type { Preset } from './preset.ts';

export const bakery: Preset = {
  trade: 'bakery',
  title: 'Bakery or café',
  profile: {
    profile: 1,
    name: 'Our bakery',
    trade: 'bakery',
    language: 'en',
    values: [
      {
        id: 'customer-intimacy',
        title: 'Customer intimacy',
        statement: 'We know who takes the rye loaf on Saturdays.',
        commitments: [
          {
            id: 'reach-a-person',
            promise: 'A question about an order or an allergy reaches one of us',
            enforcement: 'block',
            checks: [{ check: 'require-human-escalation' }],
            rules: [{ rule: 'distress-or-plea' }, { rule: 'offer-a-person' }],
            practices: [
              {
                id: 'allergen-answers',
                title: 'Have the baker check what our chatbot says about ingredients and allergens',
                validForDays: 90,
                appliesTo: ['chatbot'],
              },
            ],
          },
          {
            id: 'write-personally',
            promise: 'Our messages are meant for the person who gets them',
            enforcement: 'warn',
            checks: [{ check: 'require-personalised-message' }],
          },
          {
            id: 'told-it-is-a-machine',
            promise: 'Whoever reads what a machine of ours wrote knows it',
            enforcement: 'warn',
            checks: [{ check: 'require-bot-disclosure' }],
            rules: [{ rule: 'disclosure' }],
          },
          {
            id: 'answers-are-read',
            promise: 'Whoever answers us reaches somebody behind the counter',
            enforcement: 'warn',
            checks: [{ check: 'no-unreachable-sender' }],
          },
          {
            id: 'leave-any-list',
            promise: 'Nobody hears from us who does not want to',
            enforcement: 'block',
            checks: [{ check: 'require-opt-out' }, { check: 'require-suppression' }],
            rules: [{ rule: 'respect-opt-out' }],
          },
        ],
      },
      {
        id: 'community-focus',
        title: 'Community focus',
        statement: 'Flour from the region, bread for the street we are in.',
        commitments: [
          {
            id: 'local-first',
            promise: 'We tell of our mill, our market and our neighbours',
            enforcement: 'warn',
            checks: [{ check: 'prefer-local-content' }],
          },
          {
            id: 'good-neighbours',
            promise: 'A good neighbour does not ring at night, nor every day',
            enforcement: 'warn',
            checks: [{ check: 'require-quiet-hours' }, { check: 'require-contact-limit' }],
            rules: [
              { rule: 'quiet-hours', channels: ['sms', 'whatsapp', 'messenger', 'voice', 'push'] },
              { rule: 'contact-limit' },
            ],
          },
        ],
      },
      {
        id: 'quality-craftsmanship',
        title: 'Quality craftsmanship',
        statement: 'What leaves the oven has been looked at by somebody who knows.',
        commitments: [
          {
            id: 'orders-checked',
            promise: 'An order is checked before anybody bakes it, and an odd one is asked about',
            enforcement: 'approve',
            checks: [{ check: 'require-quality-check' }],
          },
          {
            id: 'no-loose-ends',
            promise: 'No message of ours goes to “Dear {{ name }}”',
            enforcement: 'warn',
            checks: [{ check: 'no-literal-placeholder' }],
            rules: [{ rule: 'no-placeholder' }],
          },
          {
            id: 'read-before-sent',
            promise: 'Nothing a machine wrote goes out unread',
            enforcement: 'warn',
            checks: [{ check: 'require-review-of-ai-message', options: { liveConversations: 'skip' } }],
            rules: [{ rule: 'reviewed-ai-text' }],
          },
        ],
      },
      {
        id: 'employee-empowerment',
        title: 'Employee empowerment',
        statement: 'Machines count; our people decide.',
        commitments: [
          {
            id: 'breaks-are-heard',
            promise: 'When the ordering breaks at four in the morning, the bakehouse hears of it',
            enforcement: 'warn',
            checks: [{ check: 'require-error-path' }, { check: 'require-answer-on-failure' }],
          },
          {
            id: 'team-knows',
            promise: 'Whoever is at the counter knows what our automations tell customers',
            enforcement: 'warn',
            practices: [
              {
                id: 'counter-shown',
                title: 'Show the counter team what customers are told',
                validForDays: 180,
                appliesTo: ['chatbot', 'email-campaign', 'scheduling', 'social'],
              },
            ],
          },
        ],
      },
    ],
  },
};
