import type { Catalogue } from './entry.ts';
import { internal, sends, sendsAndWaits, types, unless } from './verbs.ts';

const answer = sends('reply', {
  recipient: 'origin',
  body: ['responseBody', 'redirectURL', 'payload'],
});
const formPage = sends('reply', {
  recipient: 'origin',
  body: ['options.formTitle', 'options.formDescription', 'formFields', 'jsonOutput'],
});
const formEnd = sends('reply', {
  recipient: 'origin',
  body: ['completionTitle', 'completionMessage', 'responseText', 'redirectUrl'],
});
const chatAnswer = sends('reply', { recipient: 'origin', body: ['message'] });

/** Steps that answer whoever started the flow, in place. */
export const answers: Catalogue = {
  ...types('respondToWebhook', {
    needsParameters: true,
    operations: {
      '*': unless(answer, 'respondWith', ['nodata'], internal('confirms receipt without a word')),
    },
  }),
  ...types('@n8n/n8n-nodes-langchain.chat', {
    operation: 'send',
    needsParameters: true,
    operations: {
      send: chatAnswer,
      sendAndWait: sendsAndWaits('reply', { recipient: 'origin', body: ['message'] }),
    },
  }),
  ...types('form', {
    operation: 'page',
    needsParameters: true,
    operations: { completion: formEnd, page: formPage },
  }),
};
