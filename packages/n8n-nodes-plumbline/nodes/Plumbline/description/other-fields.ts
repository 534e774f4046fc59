import type { INodeProperties } from 'n8n-workflow';

const forResource = (resource: string) => ({ show: { resource: [resource] } });

/** Who asks, for whoever runs several n8n. */
export const sourceField: INodeProperties = {
  displayName: 'Name of This N8n',
  name: 'source',
  type: 'string',
  default: 'n8n',
  description: 'What Plumbline calls the flows of this n8n: n8n, or n8n- and a name of yours',
};

/** Fields of everything but checks. */
export const otherFields: readonly INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: forResource('handover'),
    options: [
      {
        name: 'Hand Over',
        value: 'handOver',
        action: 'Hand over to a person',
        description: 'Put the conversation into the inbox of whoever answers',
      },
    ],
    default: 'handOver',
  },
  {
    displayName: 'Conversation',
    name: 'conversation',
    type: 'string',
    typeOptions: { rows: 4 },
    default: '={{ $json.chatInput }}',
    required: true,
    description:
      'What was said so far: a list of {"from": "customer", "text": "..."}, the messages of a chat memory, or just what the customer wrote',
    displayOptions: forResource('handover'),
  },
  {
    displayName: 'Reason',
    name: 'reason',
    type: 'string',
    default: '',
    placeholder: 'Asks for a person',
    description: 'Why a person is needed',
    displayOptions: forResource('handover'),
  },
  {
    displayName: 'Customer',
    name: 'handoverRecipient',
    type: 'string',
    default: '',
    placeholder: '={{ $json.email }}',
    description: 'Where the customer can be reached: an email address, a phone number, a chat ID',
    displayOptions: forResource('handover'),
  },
  {
    displayName: 'Channel',
    name: 'handoverChannel',
    type: 'string',
    default: '',
    placeholder: 'whatsapp',
    description: 'Where the conversation is held, such as chat, email or whatsapp',
    displayOptions: forResource('handover'),
  },
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: forResource('outcome'),
    options: [
      {
        name: 'Record',
        value: 'record',
        action: 'Record an outcome',
        description: 'Tell how an indicator stands, such as a complaint or a returning customer',
      },
    ],
    default: 'record',
  },
  {
    displayName: 'Indicator',
    name: 'indicator',
    type: 'string',
    default: 'retention',
    required: true,
    description:
      'A known one, such as retention, sentiment, complaints or opt-out-rate, or one of your own as value/name',
    displayOptions: forResource('outcome'),
  },
  {
    displayName: 'Value',
    name: 'outcomeValue',
    type: 'number',
    default: 1,
    required: true,
    displayOptions: forResource('outcome'),
  },
  {
    displayName: 'At',
    name: 'outcomeAt',
    type: 'string',
    default: '={{ $now.toISO() }}',
    description: 'When it was so',
    displayOptions: forResource('outcome'),
  },
  {
    displayName: 'Decision',
    name: 'outcomeDecision',
    type: 'string',
    default: '={{ $json.plumbline?.decision }}',
    description: 'The decision it came from, if the item was checked before',
    displayOptions: forResource('outcome'),
  },
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: forResource('flow'),
    options: [
      {
        name: 'Get Standing',
        value: 'getStanding',
        action: 'Get the standing of a flow',
        description: 'Whether a flow is in line with what the business promised',
      },
    ],
    default: 'getStanding',
  },
  {
    displayName: 'Flow ID',
    name: 'flowId',
    type: 'string',
    default: '={{ $workflow.id }}',
    required: true,
    description: 'ID of a workflow of this n8n; this one unless changed',
    displayOptions: forResource('flow'),
  },
];
