import type { Catalogue, Does } from './entry.ts';
import { recordSystem, sends } from './verbs.ts';

const put: Does = { traits: ['writes:list'] };
const look: Does = { traits: ['reads:list'] };
const campaign: Does = {
  traits: ['sends:campaign'],
  channel: 'email',
  recipient: 'list',
  template: true,
};

/** Mailing services: people are kept in lists there, and so, often, is the text. */
export const lists: Catalogue = {
  'n8n-nodes-base.mailchimp': recordSystem(
    { resource: 'member', operation: 'create' },
    {
      'member.create': put,
      'member.update': put,
      'member.delete': put,
      'member.get': look,
      'member.getAll': look,
      'memberTag.create': put,
      'memberTag.delete': put,
      'campaign.send': campaign,
      'campaign.resend': campaign,
      'campaign.replicate': { traits: ['writes:records'] },
    },
  ),
  'n8n-nodes-base.activeCampaign': recordSystem(
    { resource: 'contact', operation: 'create' },
    { 'contact.create': put, 'contact.update': put, 'contact.get': look, 'contact.getAll': look, 'contactList.add': put, 'contactList.remove': put, 'contactTag.add': put, 'contactTag.remove': put },
  ),
  'n8n-nodes-base.convertKit': recordSystem(
    {},
    { addSubscriber: put, 'form.addSubscriber': put, 'sequence.addSubscriber': put, 'tagSubscriber.add': put, 'tagSubscriber.delete': put, getSubscriptions: look },
  ),
  'n8n-nodes-base.mailerLite': recordSystem({ resource: 'subscriber', operation: 'create' }, { 'subscriber.create': put, 'subscriber.update': put, 'subscriber.get': look, 'subscriber.getAll': look }),
  'n8n-nodes-base.getResponse': recordSystem({ resource: 'contact', operation: 'create' }, { 'contact.create': put, 'contact.update': put, 'contact.delete': put, 'contact.get': look, 'contact.getAll': look }),
  'n8n-nodes-base.egoi': recordSystem({ resource: 'contact', operation: 'create' }, { 'contact.create': put, 'contact.update': put, 'contact.get': look, 'contact.getAll': look }),
  'n8n-nodes-base.lemlist': recordSystem({}, { 'lead.create': campaign, 'lead.delete': put, 'lead.unsubscribe': put, 'lead.get': look, 'unsubscribe.add': put, 'unsubscribe.delete': put, 'unsubscribe.getAll': look }),
  'n8n-nodes-base.emelia': recordSystem({}, { 'campaign.addContact': campaign, 'campaign.start': campaign, 'campaign.pause': put, 'contactList.add': put }),
  'n8n-nodes-base.customerIo': recordSystem({}, { 'campaign.get': look, 'customer.upsert': put, 'event.track': { traits: ['writes:records'] }, 'segment.add': put, 'segment.remove': put }),
  'n8n-nodes-base.mautic': recordSystem({}, { 'contact.create': put, 'contact.update': put, 'contact.sendEmail': campaign, 'segmentEmail.send': campaign, 'campaignContact.add': campaign, 'contactSegment.add': put, 'contactSegment.remove': put, 'contact.getAll': look }),
  'n8n-nodes-base.sendy': recordSystem({}, { 'campaign.create': campaign, 'subscriber.add': put, 'subscriber.remove': put, 'subscriber.delete': put, 'subscriber.status': look, 'subscriber.count': look }),
  'n8n-nodes-base.autopilot': recordSystem({}, { 'contactJourney.add': campaign, 'contactList.add': put, 'contactList.remove': put }),
  'n8n-nodes-base.vero': recordSystem({}, { 'user.unsubscribe': put, 'user.resubscribe': put, 'user.create': put, 'event.track': { traits: ['writes:records'] } }),
  'n8n-nodes-base.iterable': recordSystem({}, { 'userList.add': put, 'userList.remove': put, 'user.upsert': put, 'event.track': { traits: ['writes:records'] } }),
  'n8n-nodes-base.klaviyo': recordSystem(),
  'n8n-nodes-base.keap': recordSystem({}, { 'email.send': sends('email', { to: ['contactIds'], subject: ['subject'], body: ['additionalFields.htmlContent'] }) }),
  'n8n-nodes-base.actionNetwork': recordSystem(),
  'n8n-nodes-klicktipp.klicktipp': recordSystem({}, { subscribe: put, unsubscribe: put }),
};
