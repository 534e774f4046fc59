import type { Catalogue } from './entry.ts';
import { deletes, internal, reads, recordSystem, recordVerbs, sends, sendsAndWaits } from './verbs.ts';

const gmail = { to: ['sendTo', 'toList', 'toEmail'], subject: ['subject'], body: ['message', 'htmlMessage'] };
const outlook = { to: ['toRecipients', 'sendTo'], subject: ['subject'], body: ['bodyContent', 'message'] };
const plain = { to: ['toEmail'], from: ['fromEmail'], subject: ['subject'] };

/** E-mail that a mailbox or a delivery service sends, drafts or asks by. */
export const mail: Catalogue = {
  'n8n-nodes-base.gmail': {
    resource: 'message',
    operation: 'send',
    needsParameters: true,
    operations: {
      'message.send': sends('email', { ...gmail, from: ['options.replyTo'] }),
      'message.sendAndWait': sendsAndWaits('email', gmail),
      'message.reply': sends('email', { recipient: 'origin', body: gmail.body }),
      'thread.reply': sends('email', { recipient: 'origin', body: gmail.body }),
      'draft.create': {
        ...sends('email', { ...gmail, to: ['options.sendTo', 'additionalFields.toList'] }),
        traits: ['drafts:email'],
      },
      'draft.get': reads,
      'draft.getAll': reads,
      'draft.delete': deletes,
      'message.delete': deletes,
      'message.get': reads,
      'message.getAll': reads,
      'message.addLabels': internal('labels are seen by the owner of the mailbox only'),
      'message.removeLabels': internal('labels are seen by the owner of the mailbox only'),
      'message.markAsRead': internal('seen by the owner of the mailbox only'),
      'message.markAsUnread': internal('seen by the owner of the mailbox only'),
      'thread.get': reads,
      'thread.getAll': reads,
      'thread.delete': deletes,
      'thread.*': internal('labels and trash are seen by the owner of the mailbox only'),
      'label.*': internal('labels are seen by the owner of the mailbox only'),
      'messageLabel.*': internal('labels are seen by the owner of the mailbox only'),
    },
  },
  'n8n-nodes-base.emailSend': {
    operation: 'send',
    resource: 'email',
    needsParameters: true,
    operations: {
      send: sends('email', { ...plain, body: ['text', 'html', 'message'] }),
      sendAndWait: sendsAndWaits('email', { ...plain, body: ['message'] }),
    },
  },
  'n8n-nodes-base.microsoftOutlook': {
    resource: 'message',
    operation: 'send',
    needsParameters: true,
    operations: {
      'message.send': sends('email', outlook),
      'message.sendAndWait': sendsAndWaits('email', outlook),
      'message.reply': sends('email', { recipient: 'origin', body: ['message', 'bodyContent'] }),
      'draft.create': { ...sends('email', { ...outlook, to: ['additionalFields.toRecipients', 'toRecipients'] }), traits: ['drafts:email'] },
      'draft.send': sends('email', { ...outlook, to: ['to', 'toRecipients'] }),
      'event.create': { traits: ['books:create'] },
      'event.update': { traits: ['books:change'] },
      'event.delete': { traits: ['books:cancel'] },
      'event.get': { traits: ['books:read'] },
      'event.getAll': { traits: ['books:read'] },
      'message.move': internal('folders are seen by the owner of the mailbox only'),
      ...recordVerbs,
    },
  },
  'n8n-nodes-base.sendGrid': recordSystem(
    { resource: 'list', operation: 'create' },
    {
      'mail.send': sends('email', {
        to: ['toEmail'],
        from: ['fromEmail', 'additionalFields.replyToEmail'],
        subject: ['subject'],
        body: ['contentValue'],
        template: ['dynamicTemplate', 'templateId'],
        merge: ['dynamicTemplateFields'],
      }),
      'contact.upsert': { traits: ['writes:list'] },
      'contact.getAll': { traits: ['reads:list'] },
    },
  ),
  'n8n-nodes-base.mailgun': {
    needsParameters: true,
    operations: { '*': sends('email', { ...plain, body: ['text', 'html'] }) },
  },
  'n8n-nodes-base.mailjet': {
    resource: 'email',
    operation: 'send',
    needsParameters: true,
    operations: {
      'email.send': sends('email', { ...plain, body: ['text', 'html', 'additionalFields.htmlContent'] }),
      'email.sendTemplate': sends('email', { ...plain, template: true, merge: ['variablesUi', 'variablesJson'] }),
      'sms.send': sends('sms', { to: ['to'], from: ['from'], body: ['text'] }),
    },
  },
  'n8n-nodes-base.mandrill': {
    resource: 'message',
    operation: 'sendTemplate',
    needsParameters: true,
    operations: {
      sendTemplate: sends('email', { ...plain, template: true, merge: ['mergeVarsUi', 'mergeVarsJson'] }),
      sendHtml: sends('email', { ...plain, body: ['html', 'options.html'] }),
    },
  },
  'n8n-nodes-base.awsSes': recordSystem(
    { resource: 'email', operation: 'send' },
    {
      'email.send': sends('email', { to: ['toAddresses'], from: ['fromEmail'], subject: ['subject'], body: ['body'] }),
      'email.sendTemplate': sends('email', { to: ['toAddresses'], from: ['fromEmail'], template: true, merge: ['templateDataUi'] }),
      'customVerificationEmail.send': sends('email', { to: ['email'], template: true }),
    },
  ),
  'n8n-nodes-base.sendInBlue': recordSystem(
    { resource: 'email', operation: 'send' },
    {
      'email.send': sends('email', {
        to: ['receipients', 'recipients'],
        from: ['sender', 'fromEmail'],
        subject: ['subject'],
        body: ['htmlContent', 'textContent'],
      }),
      'email.sendTemplate': sends('email', { to: ['receipients', 'recipients'], template: true, merge: ['templateParameters', 'additionalFields.templateParameters'] }),
      'contact.create': { traits: ['writes:list'] },
      'contact.upsert': { traits: ['writes:list'] },
      'contact.update': { traits: ['writes:list'] },
      'contact.getAll': { traits: ['reads:list'] },
    },
  ),
  'n8n-nodes-resend.resend': recordSystem(
    { resource: 'emails', operation: 'send' },
    { send: sends('email', { to: ['to'], from: ['from'], subject: ['subject'], body: ['html', 'text'] }) },
  ),
};
