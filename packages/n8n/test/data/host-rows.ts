import { base, type Row } from './message-row.ts';

const post = (
  name: string,
  url: string,
  body: Readonly<Record<string, unknown>>,
  due: Omit<Row, 'name' | 'type' | 'parameters'>,
): Row => ({
  name,
  type: base('httpRequest'),
  version: 4.2,
  parameters: {
    method: 'POST',
    url,
    sendBody: true,
    specifyBody: 'json',
    jsonBody: JSON.stringify(body, null, 2),
  },
  ...due,
});

/** Calls over the web, one or more a family of hosts. */
export const hostRows: readonly Row[] = [
  post(
    'WhatsApp Cloud API',
    'https://graph.facebook.com/v20.0/123/messages',
    { messaging_product: 'whatsapp', to: '+15550100', text: { body: 'Hello' } },
    { channel: 'messenger', to: '+15550100', body: 'Hello' },
  ),
  post(
    'Outlook over Graph sends',
    'https://graph.microsoft.com/v1.0/me/sendMail',
    {
      message: {
        subject: 'A guest asks',
        body: { contentType: 'Text', content: 'Please answer' },
        toRecipients: [{ emailAddress: { address: 'maria@corner.example' } }],
      },
    },
    { channel: 'email', to: 'maria@corner.example', subject: 'A guest asks', body: 'Please answer' },
  ),
  post(
    'Outlook over Graph forwards',
    'https://graph.microsoft.com/v1.0/me/messages/AAMk1/forward',
    { comment: 'Please look', toRecipients: [{ emailAddress: { address: 'maria@corner.example' } }] },
    {
      channel: 'email',
      to: 'maria@corner.example',
      body: 'elsewhere',
      traits: ['calls:http', 'sends:email'],
    },
  ),
  post(
    'Outlook over Graph forwards to nobody yet',
    'https://graph.microsoft.com/v1.0/me/messages/AAMk1/forward',
    { toRecipients: [{ emailAddress: { address: '' } }] },
    { channel: 'email', to: 'missing', body: 'elsewhere' },
  ),
  post(
    'Outlook over Graph leaves a forward as a draft',
    'https://graph.microsoft.com/v1.0/me/messages/AAMk1/createForward',
    { toRecipients: [{ emailAddress: { address: 'maria@corner.example' } }] },
    {
      channel: 'email',
      to: 'maria@corner.example',
      body: 'elsewhere',
      traits: ['calls:http', 'drafts:email'],
    },
  ),
  post(
    'Outlook over Graph sends a draft',
    'https://graph.microsoft.com/v1.0/me/messages/AAMk1/send',
    {},
    { channel: 'email', to: 'missing', body: 'elsewhere', traits: ['calls:http', 'sends:email'] },
  ),
  post(
    'Telegram',
    'https://api.telegram.org/bot1:x/sendMessage',
    { chat_id: '5', text: 'Hello' },
    { channel: 'messenger', to: '5', body: 'Hello' },
  ),
  post(
    'Evolution at an own address',
    'https://evo.corner.example/message/sendText/shop',
    { number: '15550100', text: 'Hello' },
    { channel: 'messenger', to: '15550100', body: 'Hello' },
  ),
  post(
    'WAHA at an address in a variable',
    '={{ $env.WAHA }}/api/sendText',
    { chatId: '1@c.us', text: 'Hello' },
    { channel: 'messenger', to: '1@c.us', body: 'Hello' },
  ),
  post(
    'Green API',
    'https://7103.api.green-api.com/waInstance1/sendMessage/key',
    { chatId: '1@c.us', message: 'Hello' },
    { channel: 'messenger', to: '1@c.us', body: 'Hello' },
  ),
  post(
    'Slack webhook',
    'https://hooks.slack.com/services/T/B/x',
    { text: 'New lead' },
    { channel: 'chat', to: 'list', body: 'New lead' },
  ),
  post(
    'Resend',
    'https://api.resend.com/emails',
    { from: 'shop@corner.example', to: 'ana@corner.example', subject: 'Hi', html: '<p>Hi</p>' },
    { channel: 'email', to: 'ana@corner.example', subject: 'Hi', body: '<p>Hi</p>' },
  ),
  post(
    'Brevo',
    'https://api.brevo.com/v3/smtp/email',
    { to: 'ana@corner.example', subject: 'Hi', htmlContent: '<p>Hi</p>' },
    { channel: 'email', to: 'ana@corner.example', body: '<p>Hi</p>' },
  ),
  post(
    'Instantly',
    'https://api.instantly.ai/api/v2/leads',
    { email: 'ana@corner.example', campaign: 'c1' },
    { channel: 'email', to: 'list', body: 'elsewhere', traits: ['calls:http', 'sends:campaign'] },
  ),
  post(
    'Chatwoot answer',
    'https://desk.corner.example/api/v1/accounts/1/conversations/2/messages',
    { content: 'Hello', message_type: 'outgoing' },
    { channel: 'reply', to: 'origin', body: 'Hello' },
  ),
  post(
    'Freshdesk answer',
    'https://corner.freshdesk.com/api/v2/tickets/1/reply',
    { body: 'It is on its way.' },
    { channel: 'reply', to: 'origin', body: 'It is on its way.' },
  ),
  post(
    'Intercom answer',
    'https://api.intercom.io/conversations/1/reply',
    { message_type: 'comment', body: 'Hello' },
    { channel: 'reply', to: 'origin', body: 'Hello' },
  ),
  post(
    'telephone agent',
    'https://api.vapi.ai/call',
    { assistantId: 'a', customer: '+15550100' },
    { channel: 'voice', to: '+15550100', body: 'elsewhere' },
  ),
  post(
    'Twilio',
    'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json',
    { To: '+15550100', From: '+15550101', Body: 'Hello' },
    { channel: 'sms', to: '+15550100', body: 'Hello', from: '+15550101' },
  ),
  post(
    'LinkedIn',
    'https://api.linkedin.com/rest/posts',
    { author: 'urn:li:person:1', commentary: 'We are open' },
    { channel: 'social', to: 'public', body: 'We are open' },
  ),
  post(
    'X',
    'https://api.x.com/2/tweets',
    { text: 'We are open' },
    { channel: 'social', to: 'public', body: 'We are open' },
  ),
  post(
    'several platforms in one call',
    'https://app.ayrshare.com/api/post',
    { post: 'We are open', platforms: ['instagram'] },
    { channel: 'social', to: 'public', body: 'We are open' },
  ),
  post(
    'WordPress at an own address',
    'https://corner.example/wp-json/wp/v2/posts',
    { title: 'News', content: 'We are open' },
    { channel: 'web', to: 'public', body: 'News' },
  ),
];

/** Calls that carry no words: method, address, what they do. */
export const quietHostRows: readonly (readonly [method: string, url: string, traits: readonly string[]])[] = [
  ['GET', 'https://api.telegram.org/bot1:x/getFile', ['reads:records']],
  ['POST', 'https://api.telegram.org/bot1:x/sendChatAction', ['internal']],
  ['POST', 'https://desk.corner.example/api/v1/accounts/1/conversations/2/toggle_status', ['assigns:person']],
  ['POST', 'https://corner.zendesk.com/api/v2/tickets', ['opens:ticket']],
  ['POST', 'https://api.cal.com/v2/bookings', ['books:create']],
  ['POST', 'https://api.cal.com/v2/bookings/x/cancel', ['books:cancel']],
  ['GET', 'https://api.calendly.com/scheduled_events', ['books:read']],
  ['POST', 'https://www.googleapis.com/calendar/v3/calendars/primary/events', ['books:create']],
  ['DELETE', 'https://graph.microsoft.com/v1.0/me/events/1', ['books:cancel']],
  ['POST', 'https://api.stripe.com/v1/refunds', ['moves:money']],
  ['POST', 'https://api.stripe.com/v1/customers', ['writes:records']],
  ['POST', 'https://api.hubapi.com/crm/v3/objects/contacts/search', ['reads:records']],
  ['POST', 'https://api.hubapi.com/crm/v3/objects/contacts', ['writes:records']],
  ['PATCH', 'https://x.supabase.co/rest/v1/orders', ['writes:records']],
  ['DELETE', 'https://api.airtable.com/v0/app/tbl/rec', ['deletes:records']],
  ['POST', 'https://openrouter.ai/api/v1/chat/completions', ['generates:text']],
  ['POST', 'https://llm.corner.example/v1/chat/completions', ['generates:text']],
  ['POST', 'https://api.openai.com/v1/images/generations', ['generates:media']],
  ['POST', 'https://queue.fal.run/fal-ai/flux', ['generates:media']],
  ['POST', 'https://api.tavily.com/search', ['reads:records']],
  ['POST', 'https://api.assemblyai.com/v2/transcript', ['transforms']],
];
