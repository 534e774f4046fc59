import type { Case, Catalogue } from './entry.ts';
import {
  always,
  books,
  cancelsBooking,
  deletes,
  each,
  internal,
  looksUpBooking,
  reads,
  rebooks,
  recordSystem,
  sends,
  sendsAndWaits,
  types,
  writes,
} from './verbs.ts';

/** `channel` is a text in the first version and a locator later; `select` says whether a person is meant. */
const slackTo = ['channelId', 'channel', 'user', 'options.channelId', 'options.channelIds'];
const slack = {
  to: slackTo,
  body: ['text', 'blocksUi', 'message', 'attachments', 'otherOptions.blocks'],
};
const teams = {
  to: ['channelId', 'chatId', 'userId', 'teamId'],
  body: ['message', 'messageText', 'text'],
};
const discord = { to: ['channelId', 'userId', 'sendTo'], body: ['content', 'message', 'embeds', 'text'] };
/** The address is in the credentials or in `webhookUri`, the same for every message. */
const discordHook = sends('chat', {
  to: ['webhookUri'],
  recipient: 'list',
  body: ['content', 'text', 'embeds', 'options.embeds', 'options.payloadJson'],
});
const byHook: Case = { parameter: 'authentication', is: ['webhook'], does: discordHook };

const reactions = internal('a reaction or a star carries no words');

/** Workplace chats: who writes and who reads are people of the business. */
export const chats: Catalogue = {
  ...types('slack', {
    needsParameters: true,
    keepsRecords: true,
    operations: {
      'message.post': sends('chat', slack),
      'message.postEphemeral': sends('chat', { ...slack, to: ['user', ...slackTo] }),
      'message.schedule': sends('chat', slack),
      'message.sendAndWait': sendsAndWaits('chat', slack),
      'message.update': sends('chat', slack),
      'message.deleteScheduled': deletes,
      'file.upload': sends('chat', {
        to: slackTo,
        body: ['options.initialComment', 'options.title', 'fileContent'],
        wordless: true,
      }),
      'reaction.add': reactions,
      'reaction.remove': reactions,
      'star.add': reactions,
      'channel.history': reads,
      'channel.member': reads,
      'channel.replies': reads,
      'channel.invite': writes,
      'channel.setPurpose': writes,
      'channel.setTopic': writes,
    },
  }),
  ...types(
    'microsoftTeams',
    recordSystem({
      'channelMessage.create': sends('chat', teams),
      'channelMessage.reply': sends('chat', teams),
      'chatMessage.create': sends('chat', teams),
      'chatMessage.sendAndWait': sendsAndWaits('chat', teams),
      'channelMessage.softDeleteMessage': deletes,
      'chatMessage.softDeleteMessage': deletes,
      ...each('channelMessage.undoSoftDeleteMessage chatMessage.undoSoftDeleteMessage', writes),
      'onlineMeeting.create': books,
      'onlineMeeting.createOrGet': books,
      'onlineMeeting.update': rebooks,
      'onlineMeeting.deleteMeeting': cancelsBooking,
      'onlineMeeting.get': looksUpBooking,
    }),
  ),
  ...types('discord', {
    operation: 'sendLegacy',
    needsParameters: true,
    operations: {
      'message.send': { ...sends('chat', discord), cases: [byHook] },
      'message.sendAndWait': sendsAndWaits('chat', discord),
      'message.react': reactions,
      'message.get': reads,
      'message.getAll': reads,
      'message.deleteMessage': deletes,
      // A webhook has no resource, so the default one stands in for it.
      'channel.get': { ...reads, cases: [byHook] },
      'channel.getAll': { ...reads, cases: [byHook] },
      'channel.deleteChannel': { ...deletes, cases: [byHook] },
      'channel.*': { ...writes, cases: [byHook] },
      'member.getAll': reads,
      'member.*': writes,
      sendLegacy: discordHook,
    },
  }),
  ...types(
    'mattermost',
    recordSystem({
      'message.post': sends('chat', { to: ['channelId'], body: ['message', 'attachments'] }),
      'message.postEphemeral': sends('chat', { to: ['userId', 'channelId'], body: ['message'] }),
      'reaction.create': reactions,
      'reaction.delete': reactions,
      'user.invite': writes,
    }),
  ),
  ...types(
    'rocketchat',
    recordSystem({
      'chat.postMessage': sends('chat', {
        to: ['channel'],
        body: ['text', 'attachments', 'attachmentsJson'],
      }),
    }),
  ),
  ...types(
    'googleChat',
    recordSystem({
      'message.create': sends('chat', { to: ['spaceId'], body: ['messageUi', 'messageJson', 'message'] }),
      'message.update': sends('chat', { to: ['messageId'], body: ['updateFieldsUi', 'updateFieldsJson'] }),
      'message.sendAndWait': sendsAndWaits('chat', { to: ['spaceId'], body: ['message'] }),
    }),
  ),
  ...types(
    'ciscoWebex',
    recordSystem({
      'message.create': sends('chat', {
        to: ['roomId', 'toPersonEmail', 'toPersonId'],
        body: ['text', 'additionalFields.markdown'],
      }),
      'message.update': sends('chat', { to: ['messageId'], body: ['text', 'markdownText'] }),
      'meeting.create': books,
      'meeting.update': rebooks,
      'meeting.delete': cancelsBooking,
      'meeting.get': looksUpBooking,
      'meeting.getAll': looksUpBooking,
    }),
  ),
  ...types(
    'zulip',
    recordSystem({
      'message.sendPrivate': sends('chat', { to: ['to'], body: ['content'] }),
      'message.sendStream': sends('chat', { to: ['stream'], subject: ['topic'], body: ['content'] }),
      'message.update': sends('chat', { to: ['messageId'], body: ['updateFields.content'] }),
    }),
  ),
  ...types(
    'twist',
    recordSystem({
      'messageConversation.create': sends('chat', { to: ['conversationId'], body: ['content'] }),
      'messageConversation.update': sends('chat', { to: ['conversationId'], body: ['updateFields.content'] }),
      'comment.create': sends('chat', { to: ['threadId'], body: ['content'] }),
      'comment.update': sends('chat', { to: ['commentId'], body: ['updateFields.content'] }),
      'thread.create': sends('chat', { to: ['channelId'], subject: ['title'], body: ['content'] }),
      'thread.update': sends('chat', { to: ['threadId'], body: ['updateFields.content'] }),
    }),
  ),
  ...types('twake', always(sends('chat', { to: ['channelId'], body: ['content'] }))),
  ...types(
    'matrix',
    recordSystem({
      'message.create': sends('chat', { to: ['roomId'], body: ['text', 'fallbackText'] }),
      'media.upload': sends('chat', { to: ['roomId'], wordless: true, body: ['binaryPropertyName'] }),
      'room.invite': writes,
    }),
  ),
};
