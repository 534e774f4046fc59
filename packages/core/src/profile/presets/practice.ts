import type { Preset } from './preset.ts';

export const practice: Preset = {
  trade: 'practice',
  title: 'Medical, dental or therapy practice',
  profile: {
    profile: 1,
    name: 'Our practice',
    trade: 'practice',
    language: 'en',
    values: [
      {
        id: 'customer-intimacy',
        title: 'Closeness to patients',
        statement: 'A patient is a person with a worry, not a case.',
        commitments: [
          {
            id: 'reach-a-person',
            promise: 'A patient can always reach a human being of this practice',
            enforcement: 'block',
            onUnknown: 'refuse',
            waivers: 'forbidden',
            checks: [{ check: 'require-human-escalation' }],
            rules: [{ rule: 'distress-or-plea' }, { rule: 'offer-a-person' }],
            practices: [
              {
                id: 'emergencies-reviewed',
                title: 'Have a clinician review what is said when somebody writes of an emergency',
                validForDays: 180,
                appliesTo: ['chatbot'],
              },
            ],
          },
          {
            id: 'move-or-cancel',
            promise: 'An appointment can be moved or cancelled from every message about it',
            enforcement: 'block',
            checks: [{ check: 'require-reschedule-path' }],
          },
          {
            id: 'write-personally',
            promise: 'What we send concerns the patient who gets it',
            enforcement: 'warn',
            checks: [{ check: 'require-personalised-message' }, { check: 'require-segmented-audience' }],
          },
          {
            id: 'told-once',
            promise: 'Nobody has to describe their pain twice',
            enforcement: 'approve',
            checks: [{ check: 'require-context-on-handoff' }],
          },
          {
            id: 'told-it-is-a-machine',
            promise: 'A patient always knows whether a person or a machine writes',
            enforcement: 'approve',
            checks: [{ check: 'require-bot-disclosure' }],
            rules: [{ rule: 'disclosure' }],
          },
          {
            id: 'by-day',
            promise: 'We do not write to patients at night',
            enforcement: 'warn',
            checks: [{ check: 'require-quiet-hours' }],
            rules: [{ rule: 'quiet-hours', channels: ['sms', 'whatsapp', 'messenger', 'voice', 'push'] }],
          },
          {
            id: 'answers-are-read',
            promise: 'A patient who answers us is read',
            enforcement: 'approve',
            checks: [{ check: 'no-unreachable-sender' }],
          },
          {
            id: 'leave-any-list',
            promise: 'Nobody gets our newsletter against their will',
            enforcement: 'block',
            checks: [{ check: 'require-opt-out' }, { check: 'require-suppression' }],
            rules: [{ rule: 'respect-opt-out' }],
          },
        ],
      },
      {
        id: 'quality-craftsmanship',
        title: 'Professional care',
        statement: 'Advice comes from those who answer for it.',
        commitments: [
          {
            id: 'read-before-sent',
            promise: 'No text about health that a machine wrote reaches a patient unread',
            enforcement: 'block',
            onUnknown: 'refuse',
            checks: [{ check: 'require-review-of-ai-message', options: { liveConversations: 'skip' } }],
            rules: [{ rule: 'reviewed-ai-text' }],
          },
          {
            id: 'no-loose-ends',
            promise: 'No letter of ours has a gap where a name should be',
            enforcement: 'warn',
            checks: [{ check: 'no-literal-placeholder' }],
            rules: [{ rule: 'no-placeholder' }],
          },
          {
            id: 'records-right',
            promise: 'What is written into a record is checked, and what does not fit is looked at',
            enforcement: 'approve',
            checks: [{ check: 'require-quality-check' }],
          },
        ],
      },
      {
        id: 'employee-empowerment',
        title: 'Employee empowerment',
        statement: 'The front desk knows, and decides.',
        commitments: [
          {
            id: 'breaks-are-heard',
            promise:
              'When an automation breaks, the front desk hears of it and no patient is left in silence',
            enforcement: 'approve',
            checks: [{ check: 'require-error-path' }, { check: 'require-answer-on-failure' }],
          },
          {
            id: 'confidentiality',
            promise: 'Everybody here knows which data our automations hand to whom',
            enforcement: 'approve',
            practices: [
              {
                id: 'data-reviewed',
                title: 'Have the person responsible for data protection review this automation',
                validForDays: 365,
                appliesTo: ['chatbot', 'email-campaign', 'scheduling', 'social'],
              },
            ],
          },
        ],
      },
    ],
  },
};
