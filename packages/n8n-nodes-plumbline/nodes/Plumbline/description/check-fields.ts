import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const option = (name: string, value: string, description?: string): INodePropertyOptions =>
  description === undefined ? { name, value } : { name, value, description };

const forOperations = (...operation: string[]) => ({ show: { resource: ['check'], operation } });

const messageKind: INodeProperties = {
  displayName: 'Kind',
  name: 'messageAction',
  type: 'options',
  options: [
    option('New Message', 'message.send', 'It starts a conversation, or is one of many'),
    option('Answer', 'message.reply', 'It answers something that a person wrote'),
  ],
  default: 'message.send',
  displayOptions: forOperations('message'),
};

const messageChannel: INodeProperties = {
  displayName: 'Channel Name or ID',
  name: 'channel',
  type: 'options',
  options: [
    option('Chat', 'chat'),
    option('Email', 'email'),
    option('Inside the Business', 'internal'),
    option('Letter', 'letter'),
    option('Messenger', 'messenger'),
    option('Push Notification', 'push'),
    option('SMS', 'sms'),
    option('Voice', 'voice'),
    option('WhatsApp', 'whatsapp'),
  ],
  default: 'email',
  description: 'The way it takes. Another one that your profile names can be given as an expression.',
  displayOptions: forOperations('message'),
};

const postChannel: INodeProperties = {
  displayName: 'Channel',
  name: 'postChannel',
  type: 'options',
  options: [option('Social Media', 'social'), option('Website', 'web')],
  default: 'social',
  displayOptions: forOperations('post'),
};

const bookingAction: INodeProperties = {
  displayName: 'What Happens',
  name: 'bookingAction',
  type: 'options',
  options: [
    option('A Booking Is Made', 'booking.create'),
    option('A Booking Is Changed', 'booking.change'),
    option('A Booking Is Cancelled', 'booking.cancel'),
  ],
  default: 'booking.create',
  displayOptions: forOperations('booking'),
};

const paymentAction: INodeProperties = {
  displayName: 'Action',
  name: 'paymentAction',
  type: 'string',
  default: 'payment.refund',
  required: true,
  description: 'The refund that every profile knows, or a payment that yours names, e.g. payment.invoice',
  displayOptions: forOperations('payment'),
};

const amount: INodeProperties = {
  displayName: 'Amount',
  name: 'amount',
  type: 'number',
  typeOptions: { minValue: 0, numberPrecision: 2 },
  default: 0,
  description: 'How much money it moves',
  displayOptions: forOperations('payment'),
};

const currency: INodeProperties = {
  displayName: 'Currency',
  name: 'currency',
  type: 'string',
  default: 'EUR',
  description: 'Three letters, as in EUR',
  displayOptions: forOperations('payment'),
};

const otherAction: INodeProperties = {
  displayName: 'Action',
  name: 'otherAction',
  type: 'string',
  default: 'decision.about-person',
  required: true,
  description:
    'What is about to happen: decision.about-person, record.delete, or an action that your profile names',
  displayOptions: forOperations('other'),
};

const recipient: INodeProperties = {
  displayName: 'Recipient',
  name: 'recipient',
  type: 'string',
  default: '',
  placeholder: '={{ $json.email }}',
  description: 'Whom it reaches: an email address, a phone number, a chat ID. Empty means not known.',
  displayOptions: forOperations('message', 'booking', 'payment', 'other'),
};

const audience: INodeProperties = {
  displayName: 'Audience',
  name: 'audience',
  type: 'options',
  options: [
    option('Customers', 'customer'),
    option('Not Known', ''),
    option('Partners', 'partner'),
    option('Staff', 'staff'),
    option('The Public', 'public'),
  ],
  default: 'customer',
  description: 'Who it is meant for',
  displayOptions: forOperations('message', 'booking', 'payment', 'other'),
};

const words: INodeProperties = {
  displayName: 'Text',
  name: 'text',
  type: 'string',
  typeOptions: { rows: 4 },
  default: '',
  placeholder: '={{ $json.text }}',
  description: 'What would go out, as plain text. Empty means that no text goes out.',
  displayOptions: { show: { resource: ['check'] } },
};

const purpose: INodeProperties = {
  displayName: 'Purpose',
  name: 'purpose',
  type: 'options',
  options: [
    option('Asked For or Needed', 'transaction', 'Such as a confirmation or a bill'),
    option('Marketing', 'marketing', 'Such as a newsletter or an offer'),
    option('Not Known', '', 'No promise takes that as fine'),
    option('Service', 'service', 'Such as a reminder'),
  ],
  default: '',
  description: 'Why it is sent',
  displayOptions: forOperations('message', 'booking', 'other'),
};

const writtenBy: INodeProperties = {
  displayName: 'Written By',
  name: 'writtenBy',
  type: 'options',
  options: [
    option('A Model', 'model', 'An AI wrote or decided it'),
    option('A Person', 'person', 'A person wrote it, or a text that a person wrote is filled in'),
    option('Not Known', '', 'No promise takes that as fine'),
  ],
  default: '',
  displayOptions: { show: { resource: ['check'] } },
};

/** What the node asks for one item, before what is rarely known. */
export const checkFields: readonly INodeProperties[] = [
  messageKind,
  messageChannel,
  postChannel,
  bookingAction,
  paymentAction,
  amount,
  currency,
  otherAction,
  recipient,
  audience,
  words,
  purpose,
  writtenBy,
];
