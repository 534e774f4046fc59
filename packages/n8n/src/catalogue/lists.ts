import type { Catalogue } from './entry.ts';
import {
  campaign,
  changesList,
  each,
  looksUpPeople,
  recordSystem,
  sends,
  types,
  unless,
  unlessPossibly,
  writes,
} from './verbs.ts';

/** Mailing services: people are kept in lists there, and so, often, is the text. */
export const lists: Catalogue = {
  ...types(
    'mailchimp',
    recordSystem({
      ...each('member.create member.update member.delete memberTag.create memberTag.delete', changesList),
      ...each('member.get member.getAll listGroup.getAll', looksUpPeople),
      ...each('campaign.send campaign.resend', campaign),
      'campaign.replicate': writes,
    }),
  ),
  ...types(
    'activeCampaign',
    recordSystem({
      ...each('contact.create contact.update contact.delete', changesList),
      ...each('contactList.add contactList.remove contactTag.add contactTag.remove', changesList),
      ...each('contact.get contact.getAll', looksUpPeople),
    }),
  ),
  ...types(
    'convertKit',
    recordSystem({
      ...each(
        'form.addSubscriber sequence.addSubscriber tagSubscriber.add tagSubscriber.delete',
        changesList,
      ),
      ...each('form.getSubscriptions sequence.getSubscriptions tagSubscriber.getAll', looksUpPeople),
    }),
  ),
  ...types(
    'mailerLite',
    recordSystem({
      ...each('subscriber.create subscriber.update', changesList),
      ...each('subscriber.get subscriber.getAll', looksUpPeople),
    }),
  ),
  ...types(
    'getResponse automizy',
    recordSystem({
      ...each('contact.create contact.update contact.delete', changesList),
      ...each('contact.get contact.getAll', looksUpPeople),
    }),
  ),
  ...types(
    'egoi',
    recordSystem({ ...each('create update', changesList), ...each('get getAll', looksUpPeople) }),
  ),
  // Whoever is added to a running campaign is written to.
  ...types(
    'lemlist',
    recordSystem({
      'lead.create': campaign,
      ...each('lead.delete lead.unsubscribe unsubscribe.add unsubscribe.delete', changesList),
      ...each('lead.get unsubscribe.getAll', looksUpPeople),
      ...each('enrich.enrichLead enrich.enrichPerson', looksUpPeople),
    }),
  ),
  ...types(
    'emelia',
    recordSystem({
      ...each('campaign.addContact campaign.start', campaign),
      'campaign.pause': changesList,
      'contactList.add': changesList,
      'contactList.getAll': looksUpPeople,
    }),
  ),
  ...types(
    'customerIo',
    recordSystem({
      ...each('customer.upsert customer.delete segment.add segment.remove', changesList),
      ...each('event.track event.trackAnonymous', writes),
    }),
  ),
  ...types(
    'mautic',
    recordSystem({
      ...each('contact.create contact.update contact.delete contact.editDoNotContactList', changesList),
      ...each('contactSegment.add contactSegment.remove campaignContact.remove', changesList),
      ...each('contact.get contact.getAll', looksUpPeople),
      'contact.editContactPoint': writes,
      'contact.sendEmail': sends('email', { to: ['contactId'], template: true }),
      ...each('segmentEmail.send campaignContact.add', campaign),
    }),
  ),
  ...types(
    'sendy',
    recordSystem({
      'campaign.create': unlessPossibly(writes, 'sendCampaign', [true], {
        ...campaign,
        from: ['replyTo', 'fromEmail'],
        subject: ['subject'],
        body: ['htmlText'],
        template: [],
      }),
      ...each('subscriber.add subscriber.remove subscriber.delete', changesList),
      ...each('subscriber.status subscriber.count', looksUpPeople),
    }),
  ),
  ...types(
    'autopilot',
    recordSystem({
      ...each('contact.upsert contact.delete contactList.add contactList.remove', changesList),
      ...each('contact.get contact.getAll contactList.exist contactList.getAll', looksUpPeople),
      'contactJourney.add': campaign,
    }),
  ),
  ...types(
    'vero',
    recordSystem({
      ...each(
        'user.create user.delete user.unsubscribe user.resubscribe user.addTags user.removeTags',
        changesList,
      ),
    }),
  ),
  ...types(
    'iterable',
    recordSystem({
      ...each('user.upsert user.delete userList.add userList.remove', changesList),
      'user.get': looksUpPeople,
    }),
  ),
  ...types(
    'keap',
    recordSystem({
      'email.send': sends('email', {
        to: ['contactIds'],
        subject: ['subject'],
        body: ['additionalFields.htmlContent', 'additionalFields.plainContent'],
      }),
      // Notes down a mail that was sent elsewhere.
      'email.createRecord': writes,
      ...each('contactTag.create contactTag.delete', changesList),
    }),
  ),
  ...types('actionNetwork', recordSystem({ ...each('personTag.add personTag.remove', changesList) })),
  'n8n-nodes-klicktipp.klicktipp': recordSystem({
    ...each('subscriber.subscribe subscriber.unsubscribe subscriber.update subscriber.delete', changesList),
    ...each('subscriber.get subscriber.list subscriber.search subscriber.tagged', looksUpPeople),
    ...each('subscriber.signin subscriber.signout subscriber.signoff', changesList),
    'contact-tagging.*': unless(changesList, 'operation', ['search', 'get', 'list'], looksUpPeople),
    'contact-tagging': changesList,
    '*': changesList,
  }),
};
