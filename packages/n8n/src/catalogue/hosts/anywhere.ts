import {
  books,
  cancelsBooking,
  deletes,
  internal,
  looksUpBooking,
  publishes,
  reads,
  sends,
  writes,
  writesText,
} from '../verbs.ts';
import { at, type HostEntry, hand } from './rule.ts';

const gateway = (...to: readonly string[]) =>
  sends('messenger', { to, body: ['text', 'message', 'caption', 'textMessage', 'media', 'body', 'Body'] });

/** Software that everybody hosts at an address of their own, known by its paths. Asked last. */
export const anywhereHosts: readonly HostEntry[] = at(
  '*',
  // Chatwoot
  ['', '/assignments', hand],
  ['', '/toggle_status', hand],
  ['POST', '/api/v1/accounts/', sends('reply', { recipient: 'origin', body: ['content'] })],
  ['POST', '/public/api/v1/inboxes/', sends('reply', { recipient: 'origin', body: ['content'] })],
  // Gateways to messengers: Evolution, WAHA, WPPConnect, wuzapi, uazapi, Z-API, Green API
  ['POST', '/message/send', gateway('number', 'remoteJid', 'to')],
  ['POST', '/api/sendSeen', internal('shows that a message was read')],
  ['POST', '/api/startTyping', internal('shows that the bot is typing')],
  ['POST', '/api/stopTyping', internal('shows that the bot is typing')],
  ['POST', '/api/send', gateway('chatId', 'to', 'phone', 'number')],
  ['POST', '/chat/send/', gateway('Phone', 'phone', 'number')],
  ['POST', '/send/text', gateway('number', 'phone', 'to')],
  ['POST', '/send/media', gateway('number', 'phone', 'to')],
  ['POST', '/waInstance', gateway('chatId')],
  ['POST', '/api/webhooks/send-message', gateway('to', 'phone')],
  // WordPress and its shop
  ['POST', '/wp-json/wp/v2/posts', publishes('web', 'title', 'content')],
  ['POST', '/wp-json/wp/v2/pages', publishes('web', 'title', 'content')],
  ['POST', '/wp-json/wp/v2/comments', publishes('web', 'content')],
  ['GET', '/wp-json/', reads],
  ['', '/wp-json/', writes],
  // Mastodon
  ['POST', '/api/v1/statuses', publishes('social', 'status')],
  // Models run at home
  ['POST', '/v1/chat/completions', writesText],
  ['POST', '/v1/responses', writesText],
  ['POST', ':generateContent', writesText],
  ['POST', '/api/generate', writesText],
  ['POST', '/embeddings', internal('turns text into numbers')],
  // Supabase, Qdrant, calendars
  ['GET', '/rest/v1/', reads],
  ['POST', '/rest/v1/rpc/match', reads],
  ['DELETE', '/rest/v1/', deletes],
  ['', '/rest/v1/', writes],
  ['POST', '/points/search', reads],
  ['POST', '/points/query', reads],
  ['POST', '/points/scroll', reads],
  ['POST', '/points/count', reads],
  ['PUT', '/points', writes],
  ['PUT', '/remote.php/dav/calendars/', books],
  ['DELETE', '/remote.php/dav/calendars/', cancelsBooking],
  ['', '/remote.php/dav/calendars/', looksUpBooking],
);
