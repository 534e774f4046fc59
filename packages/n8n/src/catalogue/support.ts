import type { Catalogue, Does } from './entry.ts';
import {
  each,
  recordSystem,
  sends,
  ticket,
  ticketChange,
  types,
  unless,
  unlessPossibly,
  writes,
} from './verbs.ts';

/** What is written to the customer in a case, told apart from a note among colleagues. */
const customerReply = (...body: readonly string[]): Does => ({
  traits: ['replies:origin', 'opens:ticket'],
  channel: 'reply',
  recipient: 'origin',
  body,
});

const tickets = each('ticket.create', ticket);
const changes = each('ticket.update', ticketChange);

/** Help desks and issue trackers: a ticket is a case that people of the business see and work on. */
export const support: Catalogue = {
  ...types(
    'zendesk',
    recordSystem({
      ...tickets,
      'ticket.update': unless(
        ticketChange,
        'updateFields.publicReply',
        undefined,
        customerReply('updateFields.publicReply'),
      ),
      'ticket.recover': ticketChange,
    }),
  ),
  ...types('freshdesk', recordSystem({ ...tickets, ...changes })),
  ...types(
    'freshservice',
    recordSystem({ ...tickets, ...changes, 'problem.create': ticket, 'problem.update': ticketChange }),
  ),
  ...types(
    'zammad',
    recordSystem({
      'ticket.create': unlessPossibly(ticket, 'article.articleDetails.type', ['email'], {
        ...sends('email', {
          to: ['article.articleDetails.to'],
          from: ['article.articleDetails.reply_to'],
          subject: ['article.articleDetails.subject'],
          body: ['article.articleDetails.body'],
        }),
        traits: ['sends:email', 'opens:ticket'],
      }),
      ...changes,
    }),
  ),
  ...types(
    'helpScout',
    recordSystem({
      'conversation.create': unless(ticket, 'threadsUi.threadsValues.type', ['reply', 'chat'], {
        ...sends('email', {
          to: ['additionalFields.customerEmail'],
          subject: ['subject'],
          body: ['threadsUi.threadsValues.text'],
        }),
        traits: ['sends:email', 'opens:ticket'],
      }),
      'thread.create': unlessPossibly(ticketChange, 'type', ['reply', 'chat'], customerReply('text')),
    }),
  ),
  ...types('intercom drift', recordSystem()),
  ...types('haloPSA', recordSystem({ ...tickets, ...changes })),
  ...types(
    'serviceNow',
    recordSystem({ 'incident.create': ticket, 'incident.update': ticketChange, 'attachment.upload': writes }),
  ),
  ...types(
    'jira',
    recordSystem({
      'issue.create': ticket,
      'issue.update': ticketChange,
      ...each('issueComment.add issueComment.update', ticketChange),
      // A mail to users of the tracker, who are colleagues.
      'issue.notify': {
        ...sends('chat', {
          to: ['notificationRecipientsUi', 'notificationRecipientsJson', 'issueKey'],
          subject: ['additionalFields.subject'],
          body: ['additionalFields.textBody', 'additionalFields.htmlBody'],
        }),
        traits: ['sends:email'],
      },
    }),
  ),
  ...types(
    'linear',
    recordSystem({
      'issue.create': ticket,
      ...each('issue.update issue.addLink comment.addComment', ticketChange),
    }),
  ),
  ...types(
    'hubspot',
    recordSystem({
      'ticket.create': ticket,
      'ticket.update': ticketChange,
      ...each('contactList.add contactList.remove', { traits: ['writes:list'] }),
    }),
  ),
  ...types(
    'salesforce',
    recordSystem({
      'case.create': ticket,
      'case.update': ticketChange,
      'case.addComment': ticketChange,
      ...each('lead.addToCampaign contact.addToCampaign', { traits: ['writes:list'] }),
      'flow.invoke': { traits: ['calls:http'] },
    }),
  ),
  ...types(
    'theHive',
    recordSystem({
      ...each('alert.create case.create', ticket),
      ...each('alert.update case.update alert.promote alert.merge', ticketChange),
    }),
  ),
  ...types(
    'theHiveProject',
    recordSystem({
      ...each('alert.create case.create', ticket),
      ...each('alert.update case.update alert.promote alert.merge comment.add comment.update', ticketChange),
    }),
  ),
  ...types('sentryIo', recordSystem()),
};
