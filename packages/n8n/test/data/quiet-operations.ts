/**
 * Operations whose name promises more than they do, as `type operation` -> why. Everything else with such a name has
 * to say whom it reaches.
 */
const mailboxOnly = 'labels are seen by the owner of the mailbox only';
const inServiceOwnWords = 'colleagues get access; what the service mails them about it is its own text';
const reaction = 'a reaction carries no words';
const looksUp = 'looks an address up and writes to nobody';

export const quietOnPurpose: Readonly<Record<string, string>> = {
  'n8n-nodes-base.gmail message.addLabels': mailboxOnly,
  'n8n-nodes-base.gmail message.removeLabels': mailboxOnly,
  'n8n-nodes-base.gmail thread.removeLabels': mailboxOnly,
  'n8n-nodes-base.gmail messageLabel.add': mailboxOnly,
  'n8n-nodes-base.gmail messageLabel.remove': mailboxOnly,
  'n8n-nodes-base.mattermost reaction.delete': reaction,
  'n8n-nodes-base.slack reaction.remove': reaction,
  'n8n-nodes-base.rabbitmq deleteMessage': 'takes a message off the queue that the flow has read already',
  'n8n-nodes-base.telegram message.pinChatMessage': 'the message is there already; it only moves to the top',
  'n8n-nodes-base.telegram message.unpinChatMessage': 'the message stays; it only leaves the top',
  'n8n-nodes-base.telegram message.sendChatAction': 'shows that the bot is typing; no words',
  '@n8n/n8n-nodes-langchain.openAi conversation.create':
    'the memory of a model at its provider, not a chat with a person',
  'n8n-nodes-base.box file.share': inServiceOwnWords,
  'n8n-nodes-base.box folder.share': inServiceOwnWords,
  'n8n-nodes-base.googleDrive file.share': inServiceOwnWords,
  'n8n-nodes-base.googleDrive folder.share': inServiceOwnWords,
  'n8n-nodes-base.microsoftOneDrive file.share': inServiceOwnWords,
  'n8n-nodes-base.microsoftOneDrive folder.share': inServiceOwnWords,
  'n8n-nodes-base.nextCloud file.share': inServiceOwnWords,
  'n8n-nodes-base.nextCloud folder.share': inServiceOwnWords,
  'n8n-nodes-base.github user.invite': inServiceOwnWords,
  'n8n-nodes-base.matrix room.invite': inServiceOwnWords,
  'n8n-nodes-base.mattermost user.invite': inServiceOwnWords,
  'n8n-nodes-base.slack channel.invite': inServiceOwnWords,
  'n8n-nodes-base.trello boardMember.invite': inServiceOwnWords,
  'n8n-nodes-base.misp event.publish': 'shares a finding about an attack with other security teams',
  'n8n-nodes-base.hunter emailFinder': looksUp,
  'n8n-nodes-base.hunter emailVerifier': looksUp,
  'n8n-nodes-base.oneSimpleApi utility.validateEmail': looksUp,
};
