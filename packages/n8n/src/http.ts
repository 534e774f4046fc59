import { type Message, replaceExpressions, type Text } from '@plumbline/core';
import type { Does } from './catalogue/entry.ts';
import { hostEntry } from './catalogue/hosts.ts';
import { internal, sends } from './catalogue/verbs.ts';
import { fieldsOf, isRecord, type Json, textsOf, valueAt } from './parameters.ts';
import { readPart, readText } from './text.ts';

export interface OutsideCall {
  /** `api.example.com/v1/messages`; a host that an expression chooses is `?`. */
  readonly address: string;
  readonly method: string;
  readonly does: Does | null;
}

/** Host and path as far as the file gives them literally. */
const addressOf = (url: Text | undefined): string => {
  if (url === undefined) return '';
  const literal = replaceExpressions(url.source, '?')
    .trim()
    .replace(/^\?(?=[a-z])/i, '?/');
  const match = /^(?:https?:\/\/)?([^/\s]*)((?:\/\S*)?)$/i.exec(literal);
  if (match === null) return '';
  const host = match[1]?.toLowerCase() ?? '';
  const known = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(host);
  return `${known ? host : '?'}${match[2] ?? ''}`;
};

const readReceipt = internal('shows that a message was read');

/** WhatsApp takes receipts where it takes messages. */
const marksAsRead = (parameters: Json): boolean =>
  byKeys(parameters, ['status']).some((text) => text.source.startsWith('read'));

export const readCall = (parameters: Json): OutsideCall => {
  const address = addressOf(textsOf(valueAt(parameters, 'url'))[0]);
  const given = valueAt(parameters, 'method') ?? valueAt(parameters, 'requestMethod');
  // A request that carries a body was meant to be a POST, whatever the editor's default says.
  const meant = parameters['sendBody'] === true ? 'POST' : 'GET';
  const method = typeof given === 'string' ? given.toUpperCase() : meant;
  const does =
    address === '' ? null : (hostEntry(address, method) ?? looksLikeSending(address, method, parameters));
  if (does?.channel === 'messenger' && marksAsRead(parameters)) return { address, method, does: readReceipt };
  return { address, method, does };
};

const sendingPath = /(?:\/|^|[-_.])(?:send|whatsapp|sms|messages?|mail|e-?mails?|notify)/i;
const recipientKeys = [
  'to',
  'number',
  'phone',
  'chat_id',
  'chatId',
  'recipient',
  'receiver',
  'phoneNumber',
  'phone_number',
  'remoteJid',
  'mobile',
  'email',
  'wa_id',
  'jid',
];
const wordsKeys = [
  'text',
  'message',
  'body',
  'content',
  'html',
  'msg',
  'caption',
  'templateName',
  'template',
  'template_name',
  'components',
  'variables',
];
const unlisted: Does = { ...sends('messenger', { to: recipientKeys, body: wordsKeys }) };
const unlistedMail: Does = {
  ...sends('email', {
    to: recipientKeys,
    subject: ['subject'],
    body: ['html', 'text', 'content', 'message', 'body'],
  }),
};

/**
 * A service that the host table does not list, called by a path that sends, with a recipient and words in the body:
 * gateways for messages are many and most run at an address of their own.
 */
const looksLikeSending = (address: string, method: string, parameters: Json): Does | null => {
  if (method !== 'POST' || !sendingPath.test(address.slice(address.indexOf('/') + 1))) return null;
  if (byKeys(parameters, recipientKeys).length === 0 || byKeys(parameters, wordsKeys).length === 0)
    return null;
  return byKeys(parameters, ['subject']).length > 0 ? unlistedMail : unlisted;
};

/** An internal note in a help desk: colleagues read it, the customer does not. */
const privateNote = /["']?\bprivate["']?\s*:\s*(?:true|"true")/;

const bodyParameters = [
  'jsonBody',
  'body',
  'bodyParametersJson',
  'bodyParameters',
  'bodyParametersUi',
  'queryParameters',
  'queryParametersUi',
  'queryParametersJson',
  'jsonQuery',
  'parametersBody',
  'rawBody',
];

/** `{name: 'to', value: ...}` lists, as the editor's key-value form writes them. */
const fromPairs = (value: unknown, key: string): readonly Text[] => {
  if (Array.isArray(value)) return value.flatMap((item) => fromPairs(item, key));
  if (!isRecord(value)) return [];
  if (value['name'] === key) return textsOf(value['value']);
  return Object.values(value).flatMap((item) => (typeof item === 'object' ? fromPairs(item, key) : []));
};

/** A body with more values of one key is data for a machine, not a message. */
const mostValues = 100;
const valueEnd = /\r?\n|,\s{0,40}["'][\w.]{1,80}["']\s{0,40}:|\}\s{0,40}\}?\s{0,40}$/;

/** What is left of an empty text, and of a list or an object in which only empty texts stand. */
const innerKey = /["'][\w.]{1,80}["']\s{0,40}:/g;
const nothing = /^[[\]{}"',\s]*$/;

const markers = new Map<string, RegExp>();
/** Keys come from our own tables, so there are few. */
const markerOf = (key: string): RegExp => {
  const known = markers.get(key) ?? new RegExp(`["']?\\b${key}\\b["']?\\s*:\\s*`, 'g');
  markers.set(key, known);
  return known;
};

/** `"key": value` in a body written as text; the value reaches to the end of its line or to the next key. */
const fromText = (source: string, dynamic: boolean, key: string): readonly Text[] => {
  const found: Text[] = [];
  const marker = markerOf(key);
  marker.lastIndex = 0;
  for (let match = marker.exec(source); match !== null; match = marker.exec(source)) {
    const rest = source.slice(marker.lastIndex, marker.lastIndex + 20_000);
    const end = valueEnd.exec(rest);
    // What stands inside the value is read with it, not once more.
    marker.lastIndex += end === null ? rest.length : end.index;
    const value = (end === null ? rest : rest.slice(0, end.index))
      .trim()
      .replace(/,$/, '')
      .replace(/^["']|["']$/g, '');
    if (!nothing.test(value.replace(innerKey, ''))) found.push(dynamic ? readPart(value) : readText(value));
    if (found.length >= mostValues) break;
  }
  return found;
};

/** `?key=value&` in the address; an expression in the value may hold any sign. */
const fromAddress = (parameters: Json, key: string): readonly Text[] => {
  const url = textsOf(valueAt(parameters, 'url'))[0];
  if (url === undefined) return [];
  const { source } = url;
  const at = Math.max(source.indexOf(`?${key}=`), source.indexOf(`&${key}=`));
  if (at === -1) return [];
  const start = at + key.length + 2;
  let end = start;
  while (end < source.length && source[end] !== '&') {
    const close = source.startsWith('{{', end) ? source.indexOf('}}', end) : -1;
    end = close === -1 ? end + 1 : close + 2;
  }
  const value = source.slice(start, end);
  if (value === '') return [];
  return [url.dynamic ? readPart(value) : readText(value)];
};

const byKeys = (parameters: Json, keys: readonly string[] | undefined): readonly Text[] => {
  for (const key of keys ?? []) {
    for (const name of bodyParameters) {
      const value = parameters[name];
      if (value === undefined) continue;
      if (typeof value === 'string') {
        const text = readText(value);
        const found = fromText(text.source, text.dynamic, key);
        if (found.length > 0) return found;
      } else {
        const found = fromPairs(value, key);
        if (found.length > 0) return found;
      }
    }
  }
  for (const key of keys ?? []) {
    const found = fromAddress(parameters, key);
    if (found.length > 0) return found;
  }
  return [];
};

/** Everything the request carries; what is said when the body is built elsewhere and handed on whole. */
const wholeBody = (parameters: Json): readonly Text[] =>
  bodyParameters.flatMap((name) => fieldsOf(parameters[name]).map((field) => field.text));

/** The message that an outside call carries, by the keys that the host table names. */
export const messageOfCall = (parameters: Json, does: Does): Message | null => {
  if (does.channel === undefined) return null;
  const to = byKeys(parameters, does.to);
  const whole = wholeBody(parameters);
  const body = byKeys(parameters, does.body);
  const handedOn = whole.filter((text) => text.dynamic);
  const recipient = does.recipient;
  if (recipient === 'origin' && whole.some((text) => privateNote.test(text.source))) {
    return {
      channel: 'chat',
      to: { kind: 'list', texts: [] },
      from: [],
      subject: [],
      body: body.length > 0 ? body : whole,
      bodyState: 'given',
      merge: [],
    };
  }
  return {
    channel: does.channel,
    to:
      recipient === 'origin' || recipient === 'public'
        ? { kind: recipient }
        : to.length > 0
          ? { kind: recipient === 'list' ? 'list' : 'given', texts: to }
          : recipient === 'list'
            ? { kind: 'list', texts: [] }
            : handedOn.length > 0
              ? { kind: 'given', texts: handedOn }
              : { kind: 'missing' },
    from: byKeys(parameters, does.from),
    subject: byKeys(parameters, does.subject),
    // A post is made of several fields; whichever a model wrote, it goes out.
    body: recipient === 'public' ? [...body, ...handedOn] : body.length > 0 ? body : whole,
    bodyState:
      does.template === true ? 'elsewhere' : whole.length > 0 || body.length > 0 ? 'given' : 'missing',
    merge: byKeys(parameters, does.merge),
  };
};
