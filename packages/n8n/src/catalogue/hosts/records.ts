import {
  books,
  campaign,
  cancelsBooking,
  deletes,
  internal,
  looksUpBooking,
  money,
  outside,
  publishes,
  reads,
  rebooks,
  sends,
  ticket,
  writes,
} from '../verbs.ts';
import { at, type HostEntry, keepsRecords } from './rule.ts';

/** A CRM that also writes to its contacts: text message, mail or messenger, chosen in the body. */
const crmMessage = sends('messenger', {
  to: ['contactId', 'to', 'phone', 'emailTo'],
  subject: ['subject'],
  body: ['message', 'html', 'body'],
});

/** CRMs, databases, shops, files, task lists, and what looks things up. */
export const recordHosts: readonly HostEntry[] = [
  ...at(
    'services.leadconnectorhq.com rest.gohighlevel.com',
    ['POST', '/conversations/messages', crmMessage],
    ['GET', '/free-slots', looksUpBooking],
    ['GET', '/calendars', looksUpBooking],
    ['POST', '/appointments', books],
    ['PUT', '/appointments', rebooks],
    ['DELETE', '/appointments', cancelsBooking],
    ['DELETE', '/calendars/events', cancelsBooking],
    ...keepsRecords,
  ),
  ...at(
    'api.hubapi.com api.hubspot.com',
    ['POST', '/transactional', sends('email', { to: ['to'], template: true })],
    ['POST', '/conversations', sends('reply', { recipient: 'origin', body: ['text', 'richText'] })],
    ['POST', '/objects/tickets/search', reads],
    ['POST', '/objects/tickets', ticket],
    ...keepsRecords,
  ),
  ...at(
    '*.myshopify.com',
    ['POST', '/refunds', money],
    ['POST', '/articles', publishes('web', 'title', 'body_html')],
    ...keepsRecords,
  ),
  ...at(
    'www.zohoapis.com www.zohoapis.eu www.zohoapis.in',
    ['POST', '/send_mail', sends('email', { to: ['to'], subject: ['subject'], body: ['content'] })],
    ...keepsRecords,
  ),
  ...at(
    'www.googleapis.com',
    ['POST', '/calendar/v3/freeBusy', looksUpBooking],
    ['POST', '/calendar/v3', books],
    ['PATCH', '/calendar/v3', rebooks],
    ['PUT', '/calendar/v3', rebooks],
    ['DELETE', '/calendar/v3', cancelsBooking],
    ['GET', '/calendar/v3', looksUpBooking],
    ['POST', '/gmail/v1/users/me/messages/send', sends('email', { to: ['to'], body: ['raw'] })],
    ['POST', '/upload/youtube', publishes('social', 'title')],
    ['POST', '/youtube/v3/comment', publishes('social', 'textOriginal')],
    ['PUT', '/youtube/v3/videos', publishes('social', 'title', 'description')],
    ...keepsRecords,
  ),
  ...at('oauth2.googleapis.com accounts.google.com login.microsoftonline.com', [
    '',
    '',
    internal('fetches a key for the calls that follow'),
  ]),
  ...at(
    'api.airtable.com api.notion.com api.xero.com api.todoist.com sheets.googleapis.com docs.googleapis.com slides.googleapis.com ' +
      'tasks.googleapis.com drive.googleapis.com api.pandadoc.com api.pipedrive.com api.attio.com api.close.com api.copper.com ' +
      'api.clickup.com api.trello.com app.asana.com api.github.com gitlab.com api.clockify.me api.dropboxapi.com api.followupboss.com ' +
      'api.jotform.com api.typeform.com api.contentful.com api.woocommerce.com api.monday.com firestore.googleapis.com',
    ...keepsRecords,
  ),
  ...at('*.supabase.co', ['POST', '/functions/', outside], ['POST', '/rpc/match', reads], ...keepsRecords),
  ...at(
    '*.salesforce.com *.my.salesforce.com *.pipedrive.com *.kommo.com *.myfreshworks.com *.bubbleapps.io',
    ...keepsRecords,
  ),
  ...at('*.qdrant.io', ['PUT', '', writes], ['POST', '/delete', deletes], ['', '', reads]),
  ...at('api.apollo.io', ['POST', '/emailer_campaigns', campaign], ['', '', reads]),
  ...at('api.phantombuster.com', ['POST', '/launch', outside], ['', '', reads]),
  ...at(
    'api.apify.com api.tavily.com serpapi.com api.firecrawl.dev r.jina.ai maps.googleapis.com api.openweathermap.org api.brightdata.com ' +
      'rss.app app.dumplingai.com api.cloud.llamaindex.ai api.hunter.io www.virustotal.com ' +
      'google.serper.dev api.search.brave.com api.scrapingdog.com app.scrapingbee.com api.scrapingbee.com api.zenrows.com api.scraperapi.com ' +
      'api.exa.ai newsapi.org gnews.io pro-api.coinmarketcap.com api.coingecko.com places.googleapis.com routes.googleapis.com ' +
      'nominatim.openstreetmap.org searchconsole.googleapis.com analyticsdata.googleapis.com api.anymailfinder.com api.prospeo.io ' +
      'api.collegefootballdata.com api.langsearch.com en.wikipedia.org api.millionverifier.com api.dropcontact.com',
    ['', '', reads],
  ),
  ...at('api.imgbb.com tmpfiles.org api.cloudinary.com', ['GET', '', reads], ['', '', writes]),
];
