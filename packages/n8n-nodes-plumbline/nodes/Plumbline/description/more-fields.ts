import type { INodeProperties } from 'n8n-workflow';

const text = (displayName: string, name: string, description: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  default: '',
  description,
});

const yesNo = (displayName: string, name: string, description: string): INodeProperties => ({
  displayName,
  name,
  type: 'options',
  options: [
    { name: 'No', value: 'no' },
    { name: 'Not Known', value: '' },
    { name: 'Yes', value: 'yes' },
  ],
  default: '',
  description,
});

/** What is known of some actions only. In the order of the alphabet, as n8n shows collections. */
export const moreFields: INodeProperties = {
  displayName: 'More That Is Known',
  name: 'more',
  type: 'collection',
  placeholder: 'Add Something',
  default: {},
  displayOptions: { show: { resource: ['check'] } },
  options: [
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'number',
      typeOptions: { minValue: 0, numberPrecision: 2 },
      default: 0,
      description: 'How much money it moves',
    },
    {
      displayName: 'Answers So Far',
      name: 'turns',
      type: 'number',
      typeOptions: { minValue: 0 },
      default: 0,
      description: 'How many answers the machine has given in this conversation',
    },
    {
      displayName: 'Confidence',
      name: 'confidence',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
      default: 0.5,
      description: 'How sure the model says it is, from 0 to 1',
    },
    text('Country', 'country', 'Two letters, for a phone number without a prefix, e.g. DE'),
    text('Currency', 'currency', 'Three letters, as in EUR'),
    {
      displayName: 'Decided By',
      name: 'decidedBy',
      type: 'options',
      options: [
        { name: 'A Model', value: 'model' },
        { name: 'A Person', value: 'person' },
        { name: 'A Rule', value: 'rule' },
        { name: 'Not Known', value: '' },
      ],
      default: '',
      description: 'Who made the decision that this carries out',
    },
    {
      displayName: 'Facts of Your Own',
      name: 'own',
      type: 'json',
      default: '{}',
      description: 'As your profile declares them for its own rules',
    },
    text('HTML', 'html', 'What would go out, as HTML'),
    text('Language', 'locale', 'What the recipient reads, e.g. de-AT'),
    yesNo('Person Offered', 'personOffered', 'Whether a person has been offered in this conversation'),
    text('Reviewed By', 'reviewedBy', 'Name of the person who has read and accepted exactly this'),
    {
      displayName: 'Sentiment',
      name: 'sentiment',
      type: 'options',
      options: [
        { name: 'Distressed', value: 'distressed' },
        { name: 'Negative', value: 'negative' },
        { name: 'Neutral', value: 'neutral' },
        { name: 'Not Known', value: '' },
        { name: 'Positive', value: 'positive' },
      ],
      default: '',
      description: 'How the person sounds',
    },
    text('Subject', 'subject', 'The subject line'),
    text('Time Zone', 'timeZone', 'Where the recipient lives, e.g. Europe/Berlin'),
    yesNo(
      'Weighs on the Person',
      'consequential',
      'Whether the decision weighs on the person: a refusal, a price, a job, credit, care',
    ),
    text('What the Person Wrote', 'said', 'That to which this is the answer'),
  ],
};

/** What happens without an answer, in the owner's words. */
export const withoutAnswerField: INodeProperties = {
  displayName: 'If There Is No Answer',
  name: 'withoutAnswer',
  type: 'options',
  noDataExpression: true,
  options: [
    { name: 'Ask a Person', value: 'ask', description: 'The items leave by Ask a person' },
    {
      name: 'Go and Record It',
      value: 'go',
      description:
        'The items leave by Go, and Plumbline is told at the next run. Not in manual runs, and for 200 items at most.',
    },
    { name: 'Stop', value: 'stop', description: 'The items leave by Stop' },
  ],
  default: 'ask',
  description:
    'What to do when Plumbline cannot be reached, has no rule for this, or answers something this node does not know',
  displayOptions: { show: { resource: ['check'] } },
};

/** Whether the run waits for a person where the answer is that one has to decide. */
export const waitFields: readonly INodeProperties[] = [
  {
    displayName: 'Wait for the Answer',
    name: 'wait',
    type: 'boolean',
    noDataExpression: true,
    default: false,
    description:
      'Whether to open an approval where a person has to decide, and to hold all items until each is answered or its time is over',
    displayOptions: { show: { resource: ['check'] } },
  },
  {
    displayName: 'Who May Answer',
    name: 'who',
    type: 'string',
    default: '',
    placeholder: 'Maria, Tom',
    description: 'Names of people, separated by commas. Empty means anybody whose key may.',
    displayOptions: { show: { resource: ['check'], wait: [true] } },
  },
  {
    displayName: 'Minutes to Wait',
    name: 'waitMinutes',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 43200 },
    default: 1440,
    description: 'Silence never approves: what is not answered in this time leaves by Stop',
    displayOptions: { show: { resource: ['check'], wait: [true] } },
  },
];
