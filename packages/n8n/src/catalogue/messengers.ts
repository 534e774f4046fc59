import type { Catalogue } from './entry.ts';
import { deletes, each, internal, reads, sends, sendsAndWaits, types, unless, writes } from './verbs.ts';

const typing = internal('shows that the bot is typing or has read; no words');

const telegram = {
  to: ['chatId'],
  body: ['text', 'message', 'richMessageText', 'additionalFields.caption'],
};
const telegramFile = {
  to: ['chatId'],
  wordless: true,
  body: ['additionalFields.caption', 'file', 'media', 'additionalFields.title'],
} as const;
const whatsApp = {
  to: ['recipientPhoneNumber'],
  wordless: true,
  body: [
    'textBody',
    'additionalFields.mediaCaption',
    'mediaCaption',
    'mediaLink',
    'name',
    'additionalFields.nameAndAddress',
    'interactive',
  ],
} as const;

/** Messengers in which customers write: Telegram, WhatsApp. */
export const messengers: Catalogue = {
  ...types('telegram', {
    needsParameters: true,
    operations: {
      ...each(
        'message.sendMessage message.sendMessageDraft message.sendRichMessage message.sendRichMessageDraft message.editMessageText',
        sends('messenger', telegram),
      ),
      ...each(
        'message.sendPhoto message.sendVideo message.sendAudio message.sendAnimation message.sendDocument message.sendSticker ' +
          'message.sendMediaGroup message.sendLocation',
        sends('messenger', telegramFile),
      ),
      'message.sendAndWait': sendsAndWaits('messenger', { to: ['chatId'], body: ['message'] }),
      'message.deleteMessage': deletes,
      'message.sendChatAction': typing,
      'message.pinChatMessage': internal('pins a message that is there already'),
      'message.unpinChatMessage': internal('unpins a message that is there already'),
      'callback.answerQuery': unless(
        internal('confirms the press of a button; no words'),
        'additionalFields.text',
        undefined,
        sends('reply', { recipient: 'origin', body: ['additionalFields.text'] }),
      ),
      'callback.answerInlineQuery': sends('reply', { recipient: 'origin', body: ['results'] }),
      ...each('chat.get chat.administrators chat.member', reads),
      'chat.*': writes,
      'file.*': reads,
    },
  }),
  ...types('whatsApp', {
    needsParameters: true,
    operations: {
      'message.send': sends('messenger', whatsApp),
      'message.sendAndWait': sendsAndWaits('messenger', { to: whatsApp.to, body: ['message'] }),
      'message.sendTemplate': sends('messenger', {
        to: whatsApp.to,
        template: true,
        merge: ['components', 'bodyParameters'],
      }),
      'media.mediaUpload': writes,
      'media.mediaDelete': deletes,
      'media.*': reads,
    },
  }),
};
