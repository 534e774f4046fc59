import { deletes, internal, reads, sends, writes } from '../verbs.ts';
import { at, type HostEntry, hand, type Rule } from './rule.ts';

const whatsApp = sends('messenger', {
  to: ['to', 'recipient'],
  body: ['body', 'text', 'message', 'components', 'link', 'caption'],
});
const sms = sends('sms', {
  to: ['to', 'recipients', 'number', 'phone', 'msisdn', 'phoneNumber', 'destinations'],
  from: ['from', 'sender', 'originator'],
  body: ['body', 'text', 'message', 'content'],
});
/** A fixed address for one channel; who reads there is set up in the chat. */
const channelHook = (...body: readonly string[]) => sends('chat', { recipient: 'list', body });
const gateway = sends('messenger', {
  to: [
    'chatId',
    'number',
    'phone',
    'to',
    'jid',
    'receiver',
    'destination',
    'whatsappNumber',
    'to_number',
    'subscriber_id',
  ],
  body: ['text', 'message', 'body', 'caption', 'content', 'parameters', 'templateParams', 'template'],
});
const sendsOnly: readonly Rule[] = [
  ['POST', '', gateway],
  ['GET', '', reads],
];

/** Messengers, text messages and workplace chats. */
export const messengerHosts: readonly HostEntry[] = [
  ...at(
    'api.telegram.org',
    ['', '/sendChatAction', internal('shows that the bot is typing')],
    ['', '/send', sends('messenger', { to: ['chat_id'], body: ['text', 'caption', 'media'] })],
    ['', '/forwardMessage', sends('messenger', { to: ['chat_id'], body: ['message_id'] })],
    ['', '/copyMessage', sends('messenger', { to: ['chat_id'], body: ['message_id'] })],
    ['', '/editMessage', sends('messenger', { to: ['chat_id'], body: ['text', 'caption'] })],
    ['', '/deleteMessage', deletes],
    ['', '/createForumTopic', hand],
    ['', '/get', reads],
    ['', '/answerCallbackQuery', internal('confirms the press of a button')],
    ['POST', '', writes],
  ),
  // WhatsApp through Meta's partners, and gateways that are rented
  ...at(
    'waba.360dialog.io waba-v2.360dialog.io api.kapso.ai',
    ['POST', '/messages', whatsApp],
    ['GET', '', reads],
  ),
  ...at(
    '*.green-api.com *.greenapi.com',
    ['POST', '/send', gateway],
    ['', '/receive', reads],
    ['GET', '', reads],
  ),
  ...at('*.wati.io', ['POST', '/send', gateway], ['GET', '', reads], ['', '', writes]),
  ...at('api.manychat.com', ['POST', '/sending/', gateway], ['GET', '', reads], ['', '', writes]),
  ...at(
    'api.z-api.io *.uazapi.com api.maytapi.com',
    ['POST', '/send', gateway],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...at(
    'api.ultramsg.com gate.whapi.cloud api.wassenger.com',
    ['POST', '/messages', gateway],
    ['GET', '', reads],
  ),
  ...at('api.gupshup.io', ['POST', '/msg', gateway], ['GET', '', reads]),
  ...at(
    'backend.aisensy.com backend.api-wa.co api.interakt.ai wasenderapi.com www.wasenderapi.com',
    ...sendsOnly,
  ),
  ...at('api.respond.io', ['POST', '/message', gateway], ['GET', '', reads], ['', '', writes]),
  ...at('whin2.p.rapidapi.com', ['POST', '/send', gateway]),
  ...at('chatapi.viber.com', [
    'POST',
    '/send_message',
    sends('messenger', { to: ['receiver'], body: ['text'] }),
  ]),
  ...at(
    'api.line.me',
    ['POST', '/message/reply', sends('messenger', { recipient: 'origin', body: ['messages'] })],
    ['POST', '/message/', sends('messenger', { to: ['to'], body: ['messages'] })],
    ['GET', '', reads],
  ),
  // Text messages
  ...at(
    'api.twilio.com',
    [
      'POST',
      '/Messages',
      sends('sms', { to: ['To'], from: ['From', 'MessagingServiceSid'], body: ['Body'] }),
    ],
    ['POST', '/Calls', sends('voice', { to: ['To'], from: ['From'], body: ['Twiml', 'Url'] })],
    ['GET', '', reads],
  ),
  ...at('conversations.twilio.com', [
    'POST',
    '/Messages',
    sends('messenger', { recipient: 'origin', body: ['Body'] }),
  ]),
  ...at(
    'api.telnyx.com rest.messagebird.com api.openphone.com api.quo.com',
    ['POST', '/messages', sms],
    ['GET', '', reads],
  ),
  ...at(
    'rest.nexmo.com api.nexmo.com gateway.seven.io rest.clicksend.com',
    ['POST', '/sms', sms],
    ['POST', '/messages', sms],
  ),
  ...at('api.plivo.com', ['POST', '/Message', sends('sms', { to: ['dst'], from: ['src'], body: ['text'] })]),
  ...at('platform.ringcentral.com', ['POST', '/sms', sms]),
  ...at('textbelt.com', ['POST', '/text', sms]),
  ...at('*.api.infobip.com', ['POST', '/sms', sms], ['POST', '/whatsapp', gateway]),
  // Workplace chats
  ...at(
    'slack.com',
    ['POST', '/api/chat.delete', deletes],
    ['POST', '/api/chat.', sends('chat', { to: ['channel'], body: ['text', 'blocks', 'attachments'] })],
    [
      'POST',
      '/api/files.',
      sends('chat', { to: ['channels', 'channel_id'], body: ['initial_comment', 'content'] }),
    ],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...at('hooks.slack.com', ['', '', channelHook('text', 'blocks', 'attachments')]),
  ...at(
    'discord.com discordapp.com',
    ['POST', '/webhooks/', channelHook('content', 'embeds')],
    ['POST', '/messages', sends('chat', { to: ['channel_id'], body: ['content', 'embeds'] })],
    ['GET', '', reads],
  ),
  ...at('chat.googleapis.com', ['POST', '', channelHook('text', 'cardsV2', 'cards')], ['GET', '', reads]),
  ...at(
    'open.feishu.cn open.larksuite.com',
    ['POST', '/bot/v2/hook', channelHook('text', 'content', 'card')],
    ['POST', '/im/v1/messages', sends('messenger', { to: ['receive_id'], body: ['content'] })],
    ['POST', '/search', reads],
    ['POST', '/auth/', internal('fetches a key for the calls that follow')],
    ['GET', '', reads],
    ['', '', writes],
  ),
  ...at('qyapi.weixin.qq.com', ['POST', '/webhook/send', channelHook('content')]),
  ...at('oapi.dingtalk.com', ['POST', '/robot/send', channelHook('content', 'text', 'markdown')]),
  ...at('*.webhook.office.com *.logic.azure.com', [
    'POST',
    '',
    channelHook('text', 'sections', 'attachments'),
  ]),
  ...at('ntfy.sh', ['POST', '', sends('push', { recipient: 'list', body: ['message'] })]),
  ...at('api.pushover.net api.pushbullet.com', [
    'POST',
    '',
    sends('push', { recipient: 'list', body: ['message', 'body'] }),
  ]),
];
