import type { Catalogue, Does } from './entry.ts';
import { recordSystem, recordVerbs, sends } from './verbs.ts';

const open: Does = { traits: ['opens:ticket'] };
const change: Does = { traits: ['opens:ticket', 'writes:records'] };

/** Help desks and issue trackers: a ticket is a case that people of the business see and work on. */
export const support: Catalogue = {
  'n8n-nodes-base.zendesk': recordSystem({ resource: 'ticket', operation: 'create' }, { 'ticket.create': open, 'ticket.update': change }),
  'n8n-nodes-base.freshdesk': recordSystem({ resource: 'ticket', operation: 'create' }, { create: open, update: change, 'ticket.create': open, 'ticket.update': change }),
  'n8n-nodes-base.freshservice': recordSystem({}, { 'ticket.create': open, 'ticket.update': change, 'problem.create': open }),
  'n8n-nodes-base.zammad': recordSystem({ resource: 'user', operation: 'create' }, { 'ticket.create': open, 'ticket.update': change }),
  'n8n-nodes-base.helpScout': recordSystem(
    { resource: 'conversation', operation: 'create' },
    { 'conversation.create': open, 'thread.create': change },
  ),
  'n8n-nodes-base.intercom': recordSystem(),
  'n8n-nodes-base.haloPSA': recordSystem({}, { 'ticket.create': open, 'ticket.update': change }),
  'n8n-nodes-base.serviceNow': recordSystem({}, { 'incident.create': open, 'incident.update': change }),
  'n8n-nodes-base.syncroMsp': recordSystem({}, { 'ticket.create': open, 'ticket.update': change }),
  'n8n-nodes-base.jira': recordSystem(
    { resource: 'issue', operation: 'create' },
    { 'issue.create': open, 'issue.update': change, 'issueComment.add': change, 'issue.notify': sends('email', { recipient: 'list', subject: ['additionalFields.subject'], body: ['additionalFields.textBody'] }) },
  ),
  'n8n-nodes-base.linear': recordSystem({ resource: 'issue', operation: 'create' }, { 'issue.create': open, 'issue.update': change, 'comment.addComment': change }),
  'n8n-nodes-base.hubspot': recordSystem(
    { resource: 'contact', operation: 'upsert' },
    {
      'ticket.create': open,
      'ticket.update': change,
      'contactList.add': { traits: ['writes:list'] },
      'contactList.remove': { traits: ['writes:list'] },
    },
  ),
  'n8n-nodes-base.salesforce': recordSystem({ resource: 'lead', operation: 'create' }, { 'case.create': open, 'case.update': change, 'case.addComment': change }),
  'n8n-nodes-base.theHive': recordSystem({}, { 'alert.create': open, 'case.create': open }),
  'n8n-nodes-base.theHiveProject': recordSystem({}, { ...recordVerbs, 'alert.create': open, 'case.create': open }),
  'n8n-nodes-base.drift': recordSystem(),
  'n8n-nodes-base.sentryIo': recordSystem(),
};
