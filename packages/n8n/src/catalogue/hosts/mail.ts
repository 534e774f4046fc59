import {
  books,
  campaign,
  cancelsBooking,
  deletes,
  draftsMail,
  internal,
  looksUpBooking,
  reads,
  rebooks,
  sends,
  writes,
} from '../verbs.ts';
import { at, type HostEntry, keepsPeople, keepsRecords, people } from './rule.ts';

const to = ['to', 'recipients', 'email', 'To', 'toEmail', 'recipient'];
const from = ['reply_to', 'replyTo', 'ReplyTo', 'from', 'From', 'sender'];
const subject = ['subject', 'Subject'];
const body = [
  'html',
  'text',
  'html_body',
  'text_body',
  'htmlbody',
  'HtmlBody',
  'TextBody',
  'HTMLPart',
  'TextPart',
  'content',
  'body',
];
const mail = sends('email', {
  to,
  from,
  subject,
  body: [...body, 'template_params', 'dataVariables', 'message_data'],
});

/** E-mail: delivery services, mailboxes, mailing lists, outreach. */
export const mailHosts: readonly HostEntry[] = [
  ...at(
    'api.sendgrid.com',
    [
      'POST',
      '/mail/send',
      sends('email', {
        to: ['to', 'email'],
        from: ['reply_to', 'from'],
        subject,
        body: ['value', 'content', 'html', 'dynamic_template_data'],
      }),
    ],
    ...keepsPeople,
  ),
  ...at('api.resend.com', ['POST', '/broadcasts', campaign], ['POST', '/emails', mail], ...keepsPeople),
  ...at(
    'api.brevo.com api.sendinblue.com',
    [
      'POST',
      '/smtp/email',
      sends('email', {
        to: ['to', 'email'],
        from: ['replyTo', 'sender'],
        subject,
        body: ['htmlContent', 'textContent', 'templateId', 'params'],
      }),
    ],
    ['POST', '/transactionalSMS', sends('sms', { to: ['recipient'], body: ['content'] })],
    [
      'POST',
      '/whatsapp/sendMessage',
      sends('messenger', { to: ['contactNumbers'], body: ['text', 'templateId'] }),
    ],
    ['POST', '/emailCampaigns', campaign],
    ...keepsPeople,
  ),
  ...at('api.mailgun.net api.eu.mailgun.net', ['POST', '/messages', mail], ...keepsPeople),
  ...at('api.postmarkapp.com', ['POST', '/email', mail], ['GET', '', reads]),
  ...at('api.mailersend.com api.smtp2go.com api.zeptomail.com api.zeptomail.eu api.zeptomail.in', [
    'POST',
    '/email',
    mail,
  ]),
  ...at('api.sparkpost.com api.eu.sparkpost.com', ['POST', '/transmissions', mail]),
  ...at('api.elasticemail.com api.emailjs.com', ['POST', '/email', mail], ['GET', '', reads]),
  ...at('mandrillapp.com', ['POST', '/messages/send', mail]),
  ...at('api.mailjet.com', ['POST', '/send', mail], ...keepsPeople),
  ...at('api.customer.io api-eu.customer.io', ['POST', '/send/email', mail], ...keepsPeople),
  ...at('app.loops.so', ['POST', '/transactional', mail], ...keepsPeople),
  // Mailing lists and campaigns
  ...at('api.mailerlite.com connect.mailerlite.com', ['POST', '/campaigns', campaign], ...keepsPeople),
  ...at(
    '*.api.mailchimp.com',
    ['POST', '/actions/send', campaign],
    ['POST', '/campaigns', writes],
    ...keepsPeople,
  ),
  ...at('a.klaviyo.com', ['POST', '/campaign-send-jobs', campaign], ...keepsPeople),
  ...at('api.convertkit.com api.kit.com', ['POST', '/broadcasts', campaign], ...keepsPeople),
  ...at('api.beehiiv.com', ['POST', '/posts', campaign], ...keepsPeople),
  ...at(
    '*.api-us1.com api.emailoctopus.com emailoctopus.com api.moosend.com api.sendpulse.com',
    ...keepsPeople,
  ),
  // Outreach: whoever is added to a running campaign is written to
  ...at(
    'api.instantly.ai',
    ['POST', '/leads/list', reads],
    ['POST', '/emails/reply', sends('email', { recipient: 'origin', body: ['html', 'text', 'body'] })],
    ['POST', '/lead', campaign],
    ['GET', '', reads],
    ['', '', people],
  ),
  ...at(
    'api.lemlist.com api.smartlead.ai server.smartlead.ai api.reply.io',
    ['POST', '', campaign],
    ['GET', '', reads],
  ),
  ...at('api.heyreach.io', ['POST', '/AddLeads', campaign], ['POST', '/Get', reads], ['GET', '', reads]),
  ...at('app.aloware.com', ['POST', '/sequence-enroll', campaign], ['', '', people]),
  // Mailboxes
  ...at(
    'gmail.googleapis.com',
    ['POST', '/messages/send', sends('email', { to: ['to'], body: ['raw'] })],
    ['POST', '/drafts/send', sends('email', { to: ['to'], template: true })],
    ['POST', '/drafts', draftsMail({ to: ['to'], body: ['raw'] })],
    ['POST', '/modify', internal('labels are seen by the owner of the mailbox only')],
    ['GET', '', reads],
    ['DELETE', '', deletes],
  ),
  ...at(
    'graph.microsoft.com',
    ['POST', '/sendMail', sends('email', { to: ['address', 'toRecipients'], subject, body: ['content'] })],
    ['POST', '/send', sends('email', { to: ['to'], template: true })],
    ['POST', '/createForward', draftsMail({ to: ['address', 'toRecipients'], template: true })],
    ['POST', '/createReply', draftsMail({ recipient: 'origin', body: ['comment', 'content'] })],
    ['POST', '/reply', sends('email', { recipient: 'origin', body: ['comment', 'content'] })],
    // What is forwarded lies in the mailbox.
    [
      'POST',
      '/forward',
      sends('email', { to: ['address', 'toRecipients'], body: ['comment'], template: true }),
    ],
    ['POST', '/chats/', sends('chat', { recipient: 'list', body: ['content'] })],
    ['POST', '/channels/', sends('chat', { recipient: 'list', body: ['content'] })],
    ['POST', '/me/messages', draftsMail({ to: ['address', 'toRecipients'], subject, body: ['content'] })],
    ['GET', '/calendar', looksUpBooking],
    ['GET', '/events', looksUpBooking],
    ['POST', '/getSchedule', looksUpBooking],
    ['POST', '/cancel', cancelsBooking],
    ['POST', '/events', books],
    ['PATCH', '/events', rebooks],
    ['DELETE', '/events', cancelsBooking],
    ...keepsRecords,
  ),
];
