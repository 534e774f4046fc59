import type { Does } from './entry.ts';
import {
  deletes,
  internal,
  makesMedia,
  money,
  outside,
  publishes,
  reads,
  sends,
  writes,
  writesText,
} from './verbs.ts';

/**
 * Web APIs that an HTTP Request step may call, recognised by host. In `to`, `body` and the like, names are keys
 * anywhere in the request body or query (`chat_id`), not parameter paths.
 */
export interface HostEntry extends Does {
  /** Exact host, `*.example.com` for any subdomain, or `*` for software that everybody hosts at an address of their own. */
  readonly host: string;
  /** Substring of the path, expressions replaced by `?`; the first entry that fits counts. */
  readonly path?: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
}

type Method = NonNullable<HostEntry['method']>;
type Rule = readonly [method: Method | '', path: string, does: Does];

const at = (host: string, ...rules: readonly Rule[]): readonly HostEntry[] =>
  rules.map(([method, path, does]) => ({
    ...does,
    host,
    ...(path === '' ? {} : { path }),
    ...(method === '' ? {} : { method }),
  }));

const eachAt = (names: string, ...rules: readonly Rule[]): readonly HostEntry[] =>
  names.split(' ').flatMap((host) => at(host, ...rules));

const hand: Does = { traits: ['assigns:person'] };
const people: Does = { traits: ['writes:list'] };
const campaign: Does = { traits: ['sends:campaign'], channel: 'email', recipient: 'list', template: true };
const whatsApp = sends('messenger', { to: ['to'], body: ['body', 'text', 'components', 'link', 'caption'] });
const call = sends('voice', {
  to: ['number', 'customer', 'to_number', 'phone_number', 'to'],
  template: true,
});
const records: readonly Rule[] = [
  ['GET', '', reads],
  ['DELETE', '', deletes],
  ['', '', writes],
];
const books: Does = { traits: ['books:create'] };

export const hosts: readonly HostEntry[] = [
  // Messengers and workplace chats
  ...at(
    'graph.facebook.com',
    ['POST', '/messages', whatsApp],
    ['POST', '/media_publish', publishes('social', 'caption')],
    ['POST', '/feed', publishes('social', 'message')],
    ['POST', '/photos', publishes('social', 'caption', 'message')],
    ['POST', '/videos', publishes('social', 'description')],
    ['POST', '/comments', publishes('social', 'message')],
    ['POST', '/replies', publishes('social', 'message')],
    ['GET', '', reads],
    ['DELETE', '', deletes],
  ),
  ...at(
    'graph.instagram.com',
    ['POST', '/messages', whatsApp],
    ['POST', '/media_publish', publishes('social', 'caption')],
    ['POST', '/replies', publishes('social', 'message')],
    ['GET', '', reads],
  ),
  ...at(
    'api.telegram.org',
    ['', '/sendChatAction', internal('shows that the bot is typing')],
    ['', '/send', sends('messenger', { to: ['chat_id'], body: ['text', 'caption'] })],
    ['', '/forwardMessage', sends('messenger', { to: ['chat_id'], body: ['message_id'] })],
    ['', '/copyMessage', sends('messenger', { to: ['chat_id'], body: ['message_id'] })],
    ['', '/editMessage', sends('messenger', { to: ['chat_id'], body: ['text'] })],
    ['', '/createForumTopic', hand],
    ['', '/get', reads],
  ),
  ...at(
    'slack.com',
    ['POST', '/api/chat.', sends('chat', { to: ['channel'], body: ['text', 'blocks'] })],
    ['', '', reads],
  ),
  ...at('hooks.slack.com', ['', '', sends('chat', { recipient: 'list', body: ['text', 'blocks'] })]),
  ...eachAt(
    'discord.com discordapp.com',
    ['POST', '/webhooks/', sends('chat', { recipient: 'list', body: ['content', 'embeds'] })],
    ['POST', '/messages', sends('chat', { to: ['channel_id'], body: ['content'] })],
  ),
  ...at('chat.googleapis.com', ['POST', '', sends('chat', { recipient: 'list', body: ['text'] })]),
  ...at(
    'open.feishu.cn',
    ['POST', '/bot/v2/hook', sends('chat', { recipient: 'list', body: ['text', 'content'] })],
    ['POST', '/im/v1/messages', sends('messenger', { to: ['receive_id'], body: ['content'] })],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...at('qyapi.weixin.qq.com', [
    'POST',
    '/webhook/send',
    sends('chat', { recipient: 'list', body: ['content'] }),
  ]),
  ...at('oapi.dingtalk.com', [
    'POST',
    '/robot/send',
    sends('chat', { recipient: 'list', body: ['content', 'text'] }),
  ]),
  ...at('*.webhook.office.com', ['POST', '', sends('chat', { recipient: 'list', body: ['text'] })]),
  ...at(
    'api.line.me',
    ['POST', '/message/reply', sends('messenger', { recipient: 'origin', body: ['messages'] })],
    ['POST', '/message/', sends('messenger', { to: ['to'], body: ['messages'] })],
  ),
  ...at(
    'api.twilio.com',
    ['POST', '/Messages', sends('sms', { to: ['To'], from: ['From'], body: ['Body'] })],
    ['POST', '/Calls', sends('voice', { to: ['To'], body: ['Twiml', 'Url'] })],
  ),
  // E-mail
  ...at(
    'api.sendgrid.com',
    [
      'POST',
      '/mail/send',
      sends('email', { to: ['to', 'email'], subject: ['subject'], body: ['value', 'content', 'html'] }),
    ],
    ['GET', '', { traits: ['reads:list'] }],
    ['', '', people],
  ),
  ...at('api.resend.com', [
    'POST',
    '/emails',
    sends('email', { to: ['to'], from: ['from'], subject: ['subject'], body: ['html', 'text'] }),
  ]),
  ...eachAt(
    'api.brevo.com api.sendinblue.com',
    [
      'POST',
      '/smtp/email',
      sends('email', {
        to: ['to', 'email'],
        subject: ['subject'],
        body: ['htmlContent', 'textContent', 'templateId'],
      }),
    ],
    ['POST', '/emailCampaigns', campaign],
    ['GET', '', { traits: ['reads:list'] }],
    ['', '', people],
  ),
  ...at('api.mailgun.net', [
    'POST',
    '/messages',
    sends('email', { to: ['to'], from: ['from'], subject: ['subject'], body: ['html', 'text'] }),
  ]),
  ...at('api.postmarkapp.com', [
    'POST',
    '/email',
    sends('email', { to: ['To'], from: ['From'], subject: ['Subject'], body: ['HtmlBody', 'TextBody'] }),
  ]),
  ...at(
    'graph.microsoft.com',
    [
      'POST',
      '/sendMail',
      sends('email', { to: ['address', 'toRecipients'], subject: ['subject'], body: ['content'] }),
    ],
    ['POST', '/events', books],
    ...records,
  ),
  ...at(
    'gmail.googleapis.com',
    ['POST', '/messages/send', sends('email', { to: ['to'], body: ['raw'] })],
    ['POST', '/drafts', { ...sends('email', { to: ['to'], body: ['raw'] }), traits: ['drafts:email'] }],
    ['GET', '', reads],
  ),
  ...at('api.instantly.ai', ['POST', '/lead', campaign], ['GET', '', reads], ['', '', people]),
  ...eachAt(
    'api.lemlist.com api.smartlead.ai server.smartlead.ai api.reply.io',
    ['POST', '', campaign],
    ['GET', '', reads],
  ),
  ...at('api.mailerlite.com', ['GET', '', { traits: ['reads:list'] }], ['', '', people]),
  ...at('connect.mailerlite.com', ['GET', '', { traits: ['reads:list'] }], ['', '', people]),
  // Help desks: any host, since most are hosted by their users
  ...at('*', ['', '/assignments', hand], ['', '/toggle_status', hand]),
  ...at('*', ['POST', '/api/v1/accounts/', sends('reply', { recipient: 'origin', body: ['content'] })]),
  ...at(
    '*',
    ['POST', '/message/sendText', sends('messenger', { to: ['number'], body: ['text'] })],
    ['POST', '/message/sendMedia', sends('messenger', { to: ['number'], body: ['caption'] })],
    ['POST', '/api/sendText', sends('messenger', { to: ['chatId'], body: ['text'] })],
    [
      'POST',
      '/api/webhooks/send-message',
      sends('messenger', { to: ['to', 'phone'], body: ['message', 'text'] }),
    ],
  ),
  ...eachAt(
    '*.zendesk.com',
    ['POST', '/tickets', { traits: ['opens:ticket'] }],
    ['PUT', '/tickets', { traits: ['opens:ticket', 'writes:records'] }],
    ['GET', '', reads],
  ),
  // Telephone agents
  ...eachAt('api.vapi.ai', ['POST', '/call', call], ['GET', '', reads], ['', '', writes]),
  ...eachAt(
    'api.retellai.com',
    ['POST', '/create-phone-call', call],
    ['POST', '/v2/create-phone-call', call],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...eachAt('api.bland.ai', ['POST', '/calls', call], ['GET', '', reads]),
  // Public platforms
  ...at(
    'api.linkedin.com',
    ['POST', '/rest/posts', publishes('social', 'commentary')],
    ['POST', '/ugcPosts', publishes('social', 'text')],
    ['POST', '/comments', publishes('social', 'text')],
    ['POST', '/shares', publishes('social', 'text')],
    ['GET', '', reads],
  ),
  ...eachAt(
    'api.twitter.com api.x.com',
    ['POST', '/tweets', publishes('social', 'text')],
    ['GET', '', reads],
  ),
  ...at('backend.blotato.com', ['POST', '/posts', publishes('social', 'text')], ['POST', '/media', writes]),
  ...at('api.postiz.com', ['POST', '/posts', publishes('social', 'content')], ['POST', '/upload', writes]),
  ...at('api.upload-post.com', ['POST', '', publishes('social', 'title', 'caption')]),
  ...at(
    'api.pinterest.com',
    ['POST', '/pins', publishes('social', 'title', 'description')],
    ['GET', '', reads],
  ),
  ...at('open.tiktokapis.com', ['POST', '/publish', publishes('social', 'title')]),
  ...at('api.bufferapp.com', ['POST', '', publishes('social', 'text')]),
  ...at(
    '*',
    ['POST', '/wp-json/wp/v2/posts', publishes('web', 'title', 'content')],
    ['POST', '/wp-json/wp/v2/media', writes],
  ),
  ...at('api.medium.com', ['POST', '/posts', publishes('web', 'title', 'content')]),
  // Calendars and booking services
  ...at(
    'api.cal.com',
    ['POST', '/reschedule', { traits: ['books:change'] }],
    ['POST', '/cancel', { traits: ['books:cancel'] }],
    ['POST', '/bookings', books],
    ['GET', '', { traits: ['books:read'] }],
    ['DELETE', '', { traits: ['books:cancel'] }],
    ['PATCH', '', { traits: ['books:change'] }],
  ),
  ...at(
    'api.calendly.com',
    ['POST', '/cancellation', { traits: ['books:cancel'] }],
    ['', '', { traits: ['books:read'] }],
  ),
  ...at(
    'www.googleapis.com',
    ['POST', '/calendar/v3/freeBusy', { traits: ['books:read'] }],
    ['POST', '/calendar/v3', books],
    ['PATCH', '/calendar/v3', { traits: ['books:change'] }],
    ['PUT', '/calendar/v3', { traits: ['books:change'] }],
    ['DELETE', '/calendar/v3', { traits: ['books:cancel'] }],
    ['GET', '/calendar/v3', { traits: ['books:read'] }],
    ['GET', '', reads],
    ['POST', '/upload/youtube', publishes('social', 'title')],
  ),
  // Models
  ...at(
    'api.openai.com',
    ['', '/images', makesMedia],
    ['', '/audio/speech', makesMedia],
    ['', '/videos', makesMedia],
    ['', '/embeddings', internal('turns text into numbers')],
    ['', '/audio/transcriptions', { traits: ['transforms'] }],
    ['POST', '', writesText],
    ['GET', '', reads],
  ),
  ...eachAt(
    'openrouter.ai api.deepseek.com api.anthropic.com api.groq.com api.perplexity.ai api.mistral.ai api.cohere.ai api.cohere.com api.together.xyz api.x.ai',
    ['POST', '', writesText],
    ['GET', '', reads],
  ),
  ...at(
    'generativelanguage.googleapis.com',
    ['', 'image', makesMedia],
    ['POST', ':generateContent', writesText],
    ['', '', outside],
  ),
  ...at('*.openai.azure.com', ['POST', '', writesText]),
  ...at('*', ['POST', '/v1/chat/completions', writesText], ['POST', '/api/generate', writesText]),
  ...eachAt(
    'api.kie.ai queue.fal.run fal.run api.elevenlabs.io api.heygen.com api.replicate.com api.novita.ai api.atlascloud.ai api.geminigen.ai api.runwayml.com api.d-id.com api.stability.ai',
    ['GET', '', reads],
    ['', '', makesMedia],
  ),
  ...at('image.pollinations.ai', ['', '', makesMedia]),
  // Money
  ...at(
    'api.stripe.com',
    ['POST', '/refunds', money],
    ['POST', '/charges', money],
    ['POST', '/payment_intents', money],
    ...records,
  ),
  ...eachAt(
    'api.paypal.com api-m.paypal.com',
    ['POST', '/refund', money],
    ['POST', '/payouts', money],
    ['GET', '', reads],
  ),
  // Records
  ...eachAt(
    'api.airtable.com api.notion.com api.hubapi.com api.xero.com api.todoist.com sheets.googleapis.com docs.googleapis.com www.zohoapis.com api.pandadoc.com services.leadconnectorhq.com',
    ...records,
  ),
  ...at('*.supabase.co', ...records),
  ...eachAt('*.myshopify.com *.salesforce.com', ...records),
  ...eachAt(
    'api.apify.com api.tavily.com serpapi.com api.firecrawl.dev r.jina.ai maps.googleapis.com api.openweathermap.org api.brightdata.com rss.app ' +
      'app.dumplingai.com api.cloud.llamaindex.ai api.phantombuster.com api.hunter.io api.apollo.io www.virustotal.com google.serper.dev api.search.brave.com',
    ['', '', reads],
  ),
];
