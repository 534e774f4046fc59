import type { Catalogue } from './entry.ts';
import {
  always,
  each,
  reads,
  recordSystem,
  sends,
  ticket,
  ticketChange,
  types,
  unless,
  writes,
} from './verbs.ts';

const words = { to: ['to'], from: ['from', 'options.from'], body: ['message'] };
const sms = sends('sms', words);
const voice = sends('voice', words);

const toOwnDevices = 'list';

/** Text messages, calls and push notifications. */
export const phone: Catalogue = {
  ...types('twilio', {
    needsParameters: true,
    operations: {
      'sms.send': unless(sms, 'toWhatsapp', [true], sends('messenger', words)),
      'call.make': voice,
    },
  }),
  ...types('vonage msg91', always(sms)),
  ...types('messageBird', {
    needsParameters: true,
    operations: {
      'sms.send': sends('sms', {
        to: ['recipients', 'additionalFields.groupIds'],
        from: ['originator'],
        body: ['message'],
      }),
      'balance.get': reads,
    },
  }),
  ...types('plivo', {
    needsParameters: true,
    operations: {
      'sms.send': sms,
      'mms.send': sends('sms', { ...words, wordless: true }),
      'call.make': sends('voice', { to: ['to'], from: ['from'], template: true, merge: ['answer_url'] }),
    },
  }),
  ...types('mocean sms77', { needsParameters: true, operations: { 'sms.send': sms, 'voice.send': voice } }),
  ...types(
    'gotify',
    recordSystem({
      'message.create': sends('push', {
        recipient: toOwnDevices,
        subject: ['additionalFields.title'],
        body: ['message'],
      }),
    }),
  ),
  ...types(
    'pushover',
    always(sends('push', { to: ['userKey'], subject: ['additionalFields.title'], body: ['message'] })),
  ),
  ...types(
    'pushbullet',
    recordSystem({
      'push.create': sends('push', {
        to: ['value'],
        recipient: toOwnDevices,
        subject: ['title'],
        body: ['body', 'url'],
      }),
    }),
  ),
  ...types(
    'pushcut',
    always(
      sends('push', {
        recipient: toOwnDevices,
        subject: ['additionalFields.title'],
        body: ['additionalFields.text', 'notificationName'],
      }),
    ),
  ),
  ...types(
    'spontit',
    always(
      sends('push', { recipient: toOwnDevices, subject: ['additionalFields.pushTitle'], body: ['content'] }),
    ),
  ),
  // LINE Notify writes to whoever made the token, not to customers.
  ...types('line', always(sends('push', { recipient: toOwnDevices, body: ['message'] }))),
  ...types('signl4', {
    needsParameters: true,
    operations: {
      'alert.send': sends('push', {
        recipient: toOwnDevices,
        subject: ['additionalFields.title'],
        body: ['message'],
      }),
      'alert.resolve': writes,
    },
  }),
  // A topic has subscribers, people or machines, that only AWS knows.
  ...types(
    'awsSns',
    recordSystem({
      publish: sends('push', { recipient: toOwnDevices, subject: ['subject'], body: ['message'] }),
    }),
  ),
  ...types(
    'pagerDuty',
    recordSystem({
      'incident.create': { traits: ['opens:ticket', 'assigns:person'] },
      ...each('incident.update incidentNote.create', ticketChange),
    }),
  ),
  ...types(
    'n8nTrainingCustomerMessenger',
    always(sends('messenger', { to: ['customerId'], body: ['message'] })),
  ),
  ...types('syncroMsp', recordSystem({ 'ticket.create': ticket, 'ticket.update': ticketChange })),
};
