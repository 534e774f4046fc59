import type { Preset } from './preset.ts';

export const salon: Preset = {
  trade: 'salon',
  title: 'Hair or beauty salon',
  profile: {
    profile: 1,
    name: 'Our salon',
    trade: 'salon',
    language: 'en',
    values: [
      {
        id: 'customer-intimacy',
        title: 'Customer intimacy',
        statement: 'Every guest has somebody here who knows them.',
        commitments: [
          {
            id: 'reach-a-person',
            promise: 'A guest can always speak with one of us',
            enforcement: 'block',
            checks: [{ check: 'require-human-escalation' }],
            rules: [{ rule: 'distress-or-plea' }, { rule: 'offer-a-person' }],
            practices: [
              {
                id: 'voice-reviewed',
                title: 'Have the voice of our booking assistant reviewed by one of us',
                validForDays: 180,
                appliesTo: ['chatbot'],
              },
            ],
          },
          {
            id: 'move-or-cancel',
            promise: 'Whoever cannot come can move or cancel without a phone call',
            enforcement: 'approve',
            checks: [{ check: 'require-reschedule-path' }],
          },
          {
            id: 'write-personally',
            promise: 'Our messages know who they are for',
            enforcement: 'warn',
            checks: [{ check: 'require-personalised-message' }, { check: 'require-segmented-audience' }],
          },
          {
            id: 'told-once',
            promise: 'Nobody has to explain their hair twice',
            enforcement: 'warn',
            checks: [{ check: 'require-context-on-handoff' }],
          },
          {
            id: 'told-it-is-a-machine',
            promise: 'A guest knows when it is a machine that writes',
            enforcement: 'warn',
            checks: [{ check: 'require-bot-disclosure' }],
            rules: [{ rule: 'disclosure' }],
          },
          {
            id: 'rarely-and-by-day',
            promise: 'Reminders come by day, offers come rarely',
            enforcement: 'warn',
            checks: [{ check: 'require-quiet-hours' }, { check: 'require-contact-limit' }],
            rules: [
              { rule: 'quiet-hours', channels: ['sms', 'whatsapp', 'messenger', 'voice', 'push'] },
              { rule: 'contact-limit' },
            ],
          },
          {
            id: 'answers-are-read',
            promise: 'A guest who answers a message is heard',
            enforcement: 'warn',
            checks: [{ check: 'no-unreachable-sender' }],
          },
          {
            id: 'leave-any-list',
            promise: 'One word, and a guest gets no more offers',
            enforcement: 'block',
            checks: [{ check: 'require-opt-out' }, { check: 'require-suppression' }],
            rules: [{ rule: 'respect-opt-out' }],
          },
        ],
      },
      {
        id: 'quality-craftsmanship',
        title: 'Quality craftsmanship',
        statement: 'Advice on hair and skin comes from somebody who has learned it.',
        commitments: [
          {
            id: 'read-before-sent',
            promise: 'Advice a machine wrote is read by one of us before a guest gets it',
            enforcement: 'approve',
            checks: [{ check: 'require-review-of-ai-message', options: { liveConversations: 'skip' } }],
            rules: [{ rule: 'reviewed-ai-text' }],
          },
          {
            id: 'no-loose-ends',
            promise: 'No guest is called “{{ name }}”',
            enforcement: 'warn',
            checks: [{ check: 'no-literal-placeholder' }],
            rules: [{ rule: 'no-placeholder' }],
          },
          {
            id: 'no-double-bookings',
            promise: 'A booking is checked before it stands in the book',
            enforcement: 'warn',
            checks: [{ check: 'require-quality-check' }],
          },
        ],
      },
      {
        id: 'employee-empowerment',
        title: 'Employee empowerment',
        statement: 'The chair belongs to the one who stands behind it.',
        commitments: [
          {
            id: 'breaks-are-heard',
            promise: 'When the booking breaks, the front desk hears of it and the guest gets an answer',
            enforcement: 'warn',
            checks: [{ check: 'require-error-path' }, { check: 'require-answer-on-failure' }],
          },
          {
            id: 'team-knows',
            promise: 'No automation fills somebody’s day without them knowing',
            enforcement: 'warn',
            practices: [
              {
                id: 'team-agreed',
                title: 'Agree with the team on what is booked by itself',
                validForDays: 180,
                appliesTo: ['scheduling'],
              },
            ],
          },
        ],
      },
      {
        id: 'community-focus',
        title: 'Community focus',
        statement: 'We belong to this street.',
        commitments: [
          {
            id: 'local-first',
            promise: 'What we post is from here',
            enforcement: 'observe',
            checks: [{ check: 'prefer-local-content' }],
          },
        ],
      },
    ],
  },
};
