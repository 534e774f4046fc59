import type { Catalogue } from './entry.ts';
import { always, deletes, internal, makesMedia, reads, recordSystem, recordVerbs, sends, sendsAndWaits, starts, writes } from './verbs.ts';

const slack = {
  to: ['channelId', 'user', 'channel', 'channel.value'],
  body: ['text', 'blocksUi', 'message', 'attachments', 'otherOptions.blocks'],
};
const teams = { to: ['channelId', 'chatId', 'userId', 'teamId'], body: ['message', 'messageText', 'text'] };
const discord = { to: ['channelId', 'userId', 'webhookUri'], body: ['content', 'text', 'message', 'embeds'] };
const telegram = { to: ['chatId'], body: ['text', 'message', 'additionalFields.caption', 'file'] };
const whatsApp = {
  to: ['recipientPhoneNumber'],
  body: ['textBody', 'message', 'mediaCaption', 'mediaLink', 'additionalFields.mediaCaption', 'interactive'],
};
const bookkeeping = internal('changes how a chat is shown or who is in it; no new message');

/** Workplace chats, messengers, text messages, calls and push notifications. */
export const messaging: Catalogue = {
  'n8n-nodes-base.slack': {
    resource: 'message',
    operation: 'post',
    needsParameters: true,
    operations: {
      'message.post': sends('chat', slack),
      'message.postEphemeral': sends('chat', slack),
      'message.sendAndWait': sendsAndWaits('chat', slack),
      'message.update': sends('chat', slack),
      'message.delete': deletes,
      'message.getPermalink': reads,
      'message.search': reads,
      'file.upload': sends('chat', { to: ['channelId', 'options.channelId', 'options.channelIds'], body: ['fileContent', 'options.initialComment'] }),
      'reaction.*': bookkeeping,
      'star.*': bookkeeping,
      'channel.history': reads,
      'channel.get': reads,
      'channel.getAll': reads,
      'channel.member': reads,
      'channel.replies': reads,
      'channel.*': bookkeeping,
      'user.*': reads,
      'userGroup.*': bookkeeping,
      'userProfile.*': bookkeeping,
      'file.*': reads,
    },
  },
  'n8n-nodes-base.microsoftTeams': recordSystem(
    { resource: 'channel', operation: 'create' },
    {
      'channelMessage.create': sends('chat', teams),
      'chatMessage.create': sends('chat', teams),
      'chatMessage.sendAndWait': sendsAndWaits('chat', teams),
    },
  ),
  'n8n-nodes-base.discord': {
    resource: 'channel',
    operation: 'create',
    needsParameters: true,
    operations: {
      'message.send': sends('chat', discord),
      'message.sendAndWait': sendsAndWaits('chat', discord),
      'message.react': bookkeeping,
      'channel.*': bookkeeping,
      'member.*': bookkeeping,
      'message.get': reads,
      'message.getAll': reads,
      'message.deleteMessage': deletes,
      sendLegacy: sends('chat', discord),
      '*': sends('chat', discord),
    },
  },
  'n8n-nodes-base.mattermost': recordSystem(
    { resource: 'message', operation: 'post' },
    {
      'message.post': sends('chat', { to: ['channelId'], body: ['message'] }),
      'message.postEphemeral': sends('chat', { to: ['userId', 'channelId'], body: ['message'] }),
    },
  ),
  'n8n-nodes-base.rocketchat': recordSystem(
    { resource: 'chat', operation: 'postMessage' },
    { 'chat.postMessage': sends('chat', { to: ['channel'], body: ['text', 'options.text'] }) },
  ),
  'n8n-nodes-base.googleChat': recordSystem(
    { resource: 'message', operation: 'create' },
    {
      'message.create': sends('chat', { to: ['spaceId'], body: ['messageUi', 'messageJson', 'message'] }),
      'message.sendAndWait': sendsAndWaits('chat', { to: ['spaceId'], body: ['message'] }),
    },
  ),
  'n8n-nodes-base.ciscoWebex': recordSystem(
    { resource: 'message', operation: 'create' },
    { 'message.create': sends('chat', { to: ['roomId', 'toPersonId', 'toPersonEmail'], body: ['text', 'additionalFields.markdown'] }) },
  ),
  'n8n-nodes-base.zulip': recordSystem(
    { resource: 'message', operation: 'sendPrivate' },
    {
      'message.sendPrivate': sends('chat', { to: ['to'], body: ['content'] }),
      'message.sendStream': sends('chat', { to: ['stream'], body: ['content'] }),
    },
  ),
  'n8n-nodes-base.twist': recordSystem(
    { resource: 'messageConversation', operation: 'create' },
    { create: sends('chat', { to: ['conversationId', 'channelId'], body: ['content'] }) },
  ),
  'n8n-nodes-base.twake': always(sends('chat', { to: ['channelId'], body: ['content'] })),
  'n8n-nodes-base.matrix': recordSystem(
    { resource: 'message', operation: 'create' },
    { 'message.create': sends('chat', { to: ['roomId'], body: ['text'] }) },
  ),
  'n8n-nodes-base.telegram': {
    resource: 'message',
    operation: 'sendMessage',
    needsParameters: true,
    operations: {
      'message.sendAndWait': sendsAndWaits('messenger', telegram),
      'message.editMessageText': sends('messenger', telegram),
      'message.deleteMessage': bookkeeping,
      'message.sendChatAction': bookkeeping,
      'message.pinChatMessage': bookkeeping,
      'message.unpinChatMessage': bookkeeping,
      'message.*': sends('messenger', telegram),
      'callback.*': internal('answers the press of a button; no new message'),
      'chat.*': bookkeeping,
      'file.*': reads,
    },
  },
  'n8n-nodes-base.whatsApp': {
    resource: 'message',
    operation: 'send',
    needsParameters: true,
    operations: {
      'message.send': sends('messenger', whatsApp),
      'message.sendAndWait': sendsAndWaits('messenger', whatsApp),
      'message.sendTemplate': sends('messenger', { to: ['recipientPhoneNumber'], template: true, merge: ['components', 'bodyParameters'] }),
      'media.*': reads,
    },
  },
  '@devlikeapro/n8n-nodes-waha.WAHA': recordSystem(
    {},
    {
      'Send Text': sends('messenger', { to: ['chatId'], body: ['text'] }),
      'Send Image': sends('messenger', { to: ['chatId'], body: ['caption'] }),
      'Send Voice': sends('messenger', { to: ['chatId'], body: ['file'] }),
      'Send File': sends('messenger', { to: ['chatId'], body: ['caption'] }),
      'Send Seen': bookkeeping,
      'Start Typing': bookkeeping,
      'Stop Typing': bookkeeping,
    },
  ),
  'n8n-nodes-evolution-api.evolutionApi': recordSystem(
    {},
    Object.fromEntries(
      ['sendText', 'send-text', 'sendImage', 'send-image', 'sendAudio', 'send-audio', 'sendMedia', 'sendVideo', 'sendDocument'].map((operation) => [
        operation,
        sends('messenger', { to: ['remoteJid', 'number'], body: ['messageText', 'text', 'caption'] }),
      ]),
    ),
  ),
  'n8n-nodes-rapiwa.rapiwa': always(sends('messenger', { to: ['number', 'to', 'phone'], body: ['message', 'text'] })),
  'n8n-nodes-chatwork.chatwork': always(sends('chat', { to: ['roomId'], body: ['body', 'message'] })),
  'n8n-nodes-base.line': always(sends('messenger', { to: ['to'], body: ['message'] })),
  'n8n-nodes-base.twilio': {
    resource: 'sms',
    operation: 'send',
    needsParameters: true,
    operations: {
      'sms.send': sends('sms', { to: ['to'], from: ['from'], body: ['message'] }),
      'call.make': sends('voice', { to: ['to'], from: ['from'], body: ['message'] }),
    },
  },
  'n8n-nodes-base.vonage': always(sends('sms', { to: ['to'], from: ['from'], body: ['message'] })),
  'n8n-nodes-base.messageBird': always(sends('sms', { to: ['recipients'], from: ['originator'], body: ['message'] })),
  'n8n-nodes-base.plivo': {
    resource: 'sms',
    operation: 'send',
    needsParameters: true,
    operations: {
      'sms.send': sends('sms', { to: ['to'], from: ['from'], body: ['message'] }),
      'mms.send': sends('sms', { to: ['to'], from: ['from'], body: ['message'] }),
      'call.make': sends('voice', { to: ['to'], body: ['answer_url'] }),
    },
  },
  'n8n-nodes-base.msg91': always(sends('sms', { to: ['to'], from: ['from'], body: ['message'] })),
  'n8n-nodes-base.mocean': {
    resource: 'sms',
    operation: 'send',
    needsParameters: true,
    operations: {
      'sms.send': sends('sms', { to: ['to'], from: ['from'], body: ['message'] }),
      'voice.send': sends('voice', { to: ['to'], body: ['message'] }),
    },
  },
  'n8n-nodes-base.sms77': {
    resource: 'sms',
    operation: 'send',
    needsParameters: true,
    operations: {
      'sms.send': sends('sms', { to: ['to'], from: ['from', 'options.from'], body: ['message'] }),
      'voice.send': sends('voice', { to: ['to'], body: ['message'] }),
    },
  },
  'n8n-nodes-base.gotify': recordSystem({ resource: 'message', operation: 'create' }, { 'message.create': sends('push', { recipient: 'list', body: ['message'] }) }),
  'n8n-nodes-base.pushover': always(sends('push', { to: ['userKey'], body: ['message'] })),
  'n8n-nodes-base.pushbullet': recordSystem({ resource: 'push', operation: 'create' }, { 'push.create': sends('push', { to: ['value'], body: ['body'] }) }),
  'n8n-nodes-base.pushcut': always(sends('push', { recipient: 'list', body: ['additionalFields.text'] })),
  'n8n-nodes-base.signl4': { operation: 'send', resource: 'alert', needsParameters: true, operations: { 'alert.send': sends('push', { recipient: 'list', body: ['message'] }), 'alert.resolve': writes } },
  'n8n-nodes-base.pagerDuty': recordSystem({ resource: 'incident', operation: 'create' }, { 'incident.create': { traits: ['opens:ticket', 'assigns:person'] } }),
  'n8n-nodes-base.philipsHue': recordSystem(),
  'n8n-nodes-base.n8nTrainingCustomerMessenger': always(sends('messenger', { to: ['customerId'], body: ['message'] })),
  'n8n-nodes-base.homeAssistant': recordSystem(),
  // Whoever started the flow is answered in place.
  'n8n-nodes-base.respondToWebhook': always(sends('reply', { recipient: 'origin', body: ['responseBody', 'redirectURL'] }), false),
  '@n8n/n8n-nodes-langchain.chat': {
    operation: 'send',
    needsParameters: false,
    operations: {
      send: sends('reply', { recipient: 'origin', body: ['message'] }),
      sendAndWait: sendsAndWaits('reply', { recipient: 'origin', body: ['message'] }),
    },
  },
  'n8n-nodes-base.form': always({ ...sends('reply', { recipient: 'origin', body: ['completionTitle', 'completionMessage', 'formFields', 'jsonOutput'] }) }, false),
  '@elevenlabs/n8n-nodes-elevenlabs.elevenLabs': always(makesMedia),
  'n8n-nodes-elevenlabs.elevenLabs': always(makesMedia),
  '@devlikeapro/n8n-nodes-chatwoot.chatWoot': recordSystem(
    {},
    { ...recordVerbs, 'Create A New Message In A Conversation': sends('reply', { recipient: 'origin', body: ['content'] }) },
  ),
  '@devlikeapro/n8n-nodes-waha.wahaTrigger': starts('starts:chat'),
};
