import type { Catalogue } from './entry.ts';
import {
  books,
  cancelsBooking,
  changesList,
  deletes,
  draftsMail,
  each,
  internal,
  looksUpBooking,
  looksUpPeople,
  reads,
  rebooks,
  recordSystem,
  sends,
  sendsAndWaits,
  types,
  unless,
  writes,
} from './verbs.ts';

/** Names of three node versions: `toList` and `htmlMessage` in the first. */
const gmail = {
  to: ['sendTo', 'toList', 'toEmail'],
  from: ['options.replyTo'],
  subject: ['subject'],
  body: ['message', 'htmlMessage'],
};
const draft = draftsMail({ ...gmail, to: ['options.sendTo', 'additionalFields.toList', ...gmail.to] });
const outlook = {
  to: ['toRecipients', 'sendTo', 'additionalFields.toRecipients'],
  from: ['additionalFields.replyTo', 'additionalFields.from'],
  subject: ['subject', 'additionalFields.subject'],
  body: ['bodyContent', 'message', 'additionalFields.bodyContent'],
};
const outlookReply = {
  recipient: 'origin',
  body: ['message', 'comment', 'additionalFields.bodyContent'],
} as const;
const plain = {
  to: ['toEmail', 'sendTo', 'to'],
  from: ['options.replyTo', 'replyTo', 'additionalFields.replyTo', 'fromEmail'],
  subject: ['subject', 'additionalFields.subject', 'options.subject'],
};
const inMailbox = internal('labels, folders and marks are seen by the owner of the mailbox only');

/** E-mail that a mailbox or a delivery service sends, drafts or asks by. */
export const mail: Catalogue = {
  ...types('gmail', {
    needsParameters: true,
    operations: {
      'message.send': sends('email', gmail),
      'message.sendAndWait': sendsAndWaits('email', gmail),
      'message.reply': sends('email', { recipient: 'origin', body: gmail.body }),
      'thread.reply': sends('email', { recipient: 'origin', body: gmail.body }),
      // In a thread it goes to whoever wrote, unless it names somebody.
      'draft.create': unless(draft, 'options.threadId', undefined, { ...draft, recipient: 'origin' }),
      ...each('draft.get draft.getAll message.get message.getAll thread.get thread.getAll', reads),
      ...each('draft.delete message.delete thread.delete label.delete', deletes),
      ...each('label.get label.getAll', reads),
      'label.create': inMailbox,
      ...each('message.addLabels message.removeLabels message.markAsRead message.markAsUnread', inMailbox),
      ...each('thread.addLabels thread.removeLabels thread.trash thread.untrash', inMailbox),
      ...each('messageLabel.add messageLabel.remove', inMailbox),
    },
  }),
  ...types('emailSend', {
    resource: 'email',
    operation: 'send',
    needsParameters: true,
    operations: {
      send: sends('email', { ...plain, body: ['text', 'html', 'message'] }),
      sendAndWait: sendsAndWaits('email', { ...plain, body: ['message'] }),
    },
  }),
  ...types(
    'microsoftOutlook',
    recordSystem({
      'message.send': sends('email', outlook),
      'message.sendAndWait': sendsAndWaits('email', outlook),
      'message.reply': unless(
        unless(sends('email', outlookReply), 'options.saveAsDraft', [true], draftsMail(outlookReply)),
        'send',
        [false],
        draftsMail(outlookReply),
      ),
      'draft.create': draftsMail({ ...outlook, to: ['additionalFields.toRecipients', 'toRecipients'] }),
      'draft.update': draftsMail({
        to: ['updateFields.toRecipients'],
        subject: ['updateFields.subject'],
        body: ['updateFields.bodyContent'],
      }),
      'draft.send': sends('email', { to: ['to', 'additionalFields.recipients'], template: true }),
      'event.create': books,
      'event.update': rebooks,
      'event.delete': cancelsBooking,
      ...each('event.get event.getAll', looksUpBooking),
      'message.move': inMailbox,
      'message.update': writes,
      'message.getMime': reads,
    }),
  ),
  ...types(
    'sendGrid',
    recordSystem({
      'mail.send': sends('email', {
        to: ['toEmail'],
        from: ['additionalFields.replyToEmail', 'fromEmail'],
        subject: ['subject'],
        body: ['contentValue'],
        template: ['dynamicTemplate', 'templateId'],
        merge: ['dynamicTemplateFields'],
      }),
      ...each('contact.upsert contact.delete', changesList),
      ...each('contact.get contact.getAll', looksUpPeople),
    }),
  ),
  ...types('mailgun', {
    needsParameters: true,
    operations: { '*': sends('email', { ...plain, body: ['text', 'html'] }) },
  }),
  ...types('mailjet', {
    needsParameters: true,
    operations: {
      'email.send': sends('email', {
        ...plain,
        body: ['text', 'html', 'additionalFields.htmlContent'],
        merge: ['variablesUi', 'variablesJson'],
      }),
      'email.sendTemplate': sends('email', {
        ...plain,
        template: true,
        merge: ['variablesUi', 'variablesJson'],
      }),
      'sms.send': sends('sms', { to: ['to'], from: ['from'], body: ['text'] }),
    },
  }),
  ...types('mandrill', {
    needsParameters: true,
    operations: {
      sendTemplate: sends('email', { ...plain, template: true, merge: ['mergeVarsUi', 'mergeVarsJson'] }),
      sendHtml: sends('email', { ...plain, body: ['html', 'options.html', 'options.text'] }),
    },
  }),
  ...types(
    'awsSes',
    recordSystem({
      'email.send': sends('email', {
        to: ['toAddresses'],
        from: ['additionalFields.replyToAddresses', 'fromEmail'],
        subject: ['subject'],
        body: ['body'],
      }),
      'email.sendTemplate': sends('email', {
        to: ['toAddresses'],
        from: ['additionalFields.replyToAddresses', 'fromEmail'],
        template: true,
        merge: ['templateDataUi'],
      }),
      'customVerificationEmail.send': sends('email', { to: ['email'], template: true }),
    }),
  ),
  ...types(
    'sendInBlue',
    recordSystem({
      'email.send': sends('email', {
        to: ['receipients', 'recipients'],
        from: ['sender', 'fromEmail'],
        subject: ['subject'],
        body: ['htmlContent', 'textContent'],
      }),
      'email.sendTemplate': sends('email', {
        to: ['receipients', 'recipients'],
        template: true,
        merge: ['templateParameters', 'additionalFields.templateParameters'],
      }),
      ...each('contact.create contact.upsert contact.update contact.delete', changesList),
      ...each('contact.get contact.getAll', looksUpPeople),
    }),
  ),
};
