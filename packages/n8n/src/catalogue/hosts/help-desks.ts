import type { Does } from '../entry.ts';
import { reads, sends, ticket, ticketChange, writes } from '../verbs.ts';
import { at, type HostEntry, hand } from './rule.ts';

/** An answer to the customer in a case that is open already. */
const answer = (...body: readonly string[]): Does => ({
  ...sends('reply', { recipient: 'origin', body }),
  traits: ['replies:origin', 'opens:ticket'],
});

/** Help desks and live chats that are rented; those that everybody hosts stand under any host. */
export const helpDeskHosts: readonly HostEntry[] = [
  ...at(
    '*.zendesk.com',
    ['POST', '/tickets', ticket],
    ['PUT', '/tickets', ticketChange],
    ['POST', '/conversations', answer('text', 'content')],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...at(
    '*.freshdesk.com *.freshservice.com',
    [
      'POST',
      '/outbound_email',
      sends('email', { to: ['email'], subject: ['subject'], body: ['description'] }),
    ],
    ['POST', '/reply', answer('body')],
    ['POST', '/notes', ticketChange],
    ['POST', '/tickets', ticket],
    ['PUT', '/tickets', ticketChange],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...at(
    'api.intercom.io api.eu.intercom.io',
    ['POST', '/parts', hand],
    ['POST', '/reply', answer('body')],
    ['POST', '/messages', sends('messenger', { to: ['to'], subject: ['subject'], body: ['body'] })],
    ['POST', '/tickets', ticket],
    ['POST', '/conversations', ticket],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...at(
    'api.helpscout.net',
    ['POST', '/reply', answer('text')],
    ['POST', '/notes', ticketChange],
    ['POST', '/conversations', ticket],
    ['PATCH', '/conversations', ticketChange],
    ['GET', '', reads],
  ),
  ...at(
    '*.gorgias.com api2.frontapp.com',
    ['POST', '/messages', answer('body', 'body_text', 'body_html')],
    ['POST', '/comments', ticketChange],
    ['POST', '/tickets', ticket],
    ['PUT', '/tickets', ticketChange],
    ['GET', '', reads],
  ),
  ...at(
    'api.crisp.chat',
    ['POST', '/message', answer('content')],
    ['PATCH', '/routing', hand],
    ['PATCH', '/state', hand],
    ['GET', '', reads],
  ),
  ...at('api.livechatinc.com', ['POST', '/transfer_chat', hand], ['POST', '/send_event', answer('text')]),
  ...at(
    'desk.zoho.com desk.zoho.eu desk.zoho.in',
    ['POST', '/sendReply', answer('content')],
    ['POST', '/tickets', ticket],
    ['PATCH', '/tickets', ticketChange],
    ['GET', '', reads],
  ),
  ...at(
    '*.atlassian.net',
    ['POST', '/comment', ticketChange],
    ['POST', '/search', reads],
    ['POST', '/issue', ticket],
    ['PUT', '/issue', ticketChange],
    ['GET', '', reads],
    ['', '', writes],
  ),
];
