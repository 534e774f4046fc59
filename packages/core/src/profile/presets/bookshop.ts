import type { Preset } from './preset.ts';

export const bookshop: Preset = {
  trade: 'bookshop',
  title: 'Bookshop',
  profile: {
    profile: 1,
    name: 'Our bookshop',
    trade: 'bookshop',
    language: 'en',
    values: [
      {
        id: 'customer-intimacy',
        title: 'Customer intimacy',
        statement: 'We know our readers by name and by what they love to read.',
        commitments: [
          {
            id: 'reach-a-person',
            promise: 'A customer can always reach one of us',
            enforcement: 'block',
            checks: [{ check: 'require-human-escalation' }],
            rules: [{ rule: 'distress-or-plea' }, { rule: 'offer-a-person' }],
            practices: [
              {
                id: 'voice-reviewed',
                title: 'Have the voice of our chatbot reviewed by one of us',
                validForDays: 180,
                appliesTo: ['chatbot'],
              },
            ],
          },
          {
            id: 'write-to-readers',
            promise: 'We write to readers, not to a list',
            enforcement: 'warn',
            checks: [{ check: 'require-personalised-message' }, { check: 'require-segmented-audience' }],
          },
        ],
      },
      {
        id: 'community-focus',
        title: 'Community focus',
        statement: 'We are part of this neighbourhood and speak of what happens here.',
        commitments: [
          {
            id: 'local-first',
            promise: 'What we send speaks of our readings, our authors and our streets',
            enforcement: 'warn',
            checks: [{ check: 'prefer-local-content' }],
          },
        ],
      },
      {
        id: 'quality-craftsmanship',
        title: 'Quality craftsmanship',
        statement: 'A recommendation from us is worth something.',
        commitments: [
          {
            id: 'read-before-sent',
            promise: 'Nothing a machine wrote goes out unread',
            enforcement: 'approve',
            checks: [{ check: 'require-review-of-ai-message', options: { liveConversations: 'skip' } }],
            rules: [{ rule: 'reviewed-ai-text' }],
          },
          {
            id: 'no-loose-ends',
            promise: 'No reader of ours gets a letter to “Dear {{ name }}”',
            enforcement: 'warn',
            checks: [{ check: 'no-literal-placeholder' }],
            rules: [{ rule: 'no-placeholder' }],
          },
          {
            id: 'right-stock',
            promise: 'What we say is on the shelf is on the shelf',
            enforcement: 'warn',
            checks: [{ check: 'require-quality-check' }],
          },
        ],
      },
      {
        id: 'employee-empowerment',
        title: 'Employee empowerment',
        statement: 'Machines prepare; our booksellers decide.',
        commitments: [
          {
            id: 'team-knows',
            promise: 'Everybody in the shop knows what our automations do, and can stop them',
            enforcement: 'warn',
            practices: [
              {
                id: 'team-shown',
                title: 'Show the team each automation that speaks for us and how to stop it',
                validForDays: 365,
                appliesTo: ['chatbot', 'email-campaign', 'scheduling', 'social'],
              },
            ],
          },
        ],
      },
      {
        id: 'agility',
        title: 'Agility and efficiency',
        statement: 'Routine runs by itself, so that there is time for customers.',
        commitments: [
          {
            id: 'routine-runs',
            promise: 'Routine runs by itself, and what is out of the ordinary reaches one of us',
            enforcement: 'warn',
            checks: [{ check: 'require-quality-check' }],
          },
        ],
      },
      {
        id: 'respect',
        title: 'Respect',
        statement: 'We treat readers as we want to be treated.',
        commitments: [
          {
            id: 'told-it-is-a-machine',
            promise: 'Whoever is written to by a machine of ours is told so',
            enforcement: 'warn',
            checks: [{ check: 'require-bot-disclosure' }],
            rules: [{ rule: 'disclosure' }],
          },
          {
            id: 'answers-are-read',
            promise: 'Whoever answers us reaches somebody',
            enforcement: 'warn',
            checks: [{ check: 'no-unreachable-sender' }],
          },
          {
            id: 'leave-any-list',
            promise: 'Whoever wants no more of our mail is out with one click',
            enforcement: 'block',
            checks: [{ check: 'require-opt-out' }, { check: 'require-suppression' }],
            rules: [{ rule: 'respect-opt-out' }],
          },
          {
            id: 'rarely-and-by-day',
            promise: 'We write rarely, and never at night',
            enforcement: 'warn',
            checks: [{ check: 'require-quiet-hours' }, { check: 'require-contact-limit' }],
            rules: [
              { rule: 'quiet-hours', channels: ['sms', 'whatsapp', 'messenger', 'voice', 'push'] },
              { rule: 'contact-limit' },
            ],
          },
        ],
      },
    ],
  },
};
