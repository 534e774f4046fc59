import type { Step, Text } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../src/index.ts';
import { chatRows } from './data/chat-rows.ts';
import { hostRows, quietHostRows } from './data/host-rows.ts';
import { mailRows } from './data/mail-rows.ts';
import { base, type Row } from './data/message-row.ts';

const stepOf = (
  type: string,
  version: number | undefined,
  parameters: Readonly<Record<string, unknown>>,
): Step => {
  const node = {
    id: 'a',
    name: 'A',
    type,
    parameters,
    ...(version === undefined ? {} : { typeVersion: version }),
  };
  const read = readWorkflow({ nodes: [node], connections: {} });
  const step = read.ok ? read.flow.steps[0] : undefined;
  if (step === undefined) throw new Error('the step was not read');
  return step;
};

const said = (texts: readonly Text[]): string => texts.map((text) => text.source).join('|');

const seen = (row: Row): Omit<Row, 'name' | 'type' | 'version' | 'parameters'> => {
  const step = stepOf(row.type, row.version, row.parameters);
  const { message } = step;
  if (message === null)
    throw new Error(`${row.type} carries no message: ${step.knowledge}, ${step.traits.join(' ')}`);
  return {
    channel: message.channel,
    to: message.to.kind === 'given' ? said(message.to.texts) : message.to.kind,
    body: message.bodyState === 'given' ? said(message.body) : message.bodyState,
    ...(row.subject === undefined ? {} : { subject: said(message.subject) }),
    ...(row.from === undefined ? {} : { from: said(message.from) }),
    ...(row.merge === undefined ? {} : { merge: said(message.merge) }),
    ...(row.traits === undefined ? {} : { traits: [...step.traits].sort() }),
    ...(row.asks === undefined ? {} : { asks: (step.question !== null) as true }),
  };
};

const due = ({ name: _, type: __, version: ___, parameters: ____, ...rest }: Row) => ({
  ...rest,
  ...(rest.traits === undefined ? {} : { traits: [...rest.traits].sort() }),
});

describe.each([
  ['mail', mailRows],
  ['chats, messengers, help desks and platforms', chatRows],
  ['calls over the web', hostRows],
])('%s', (_, rows) => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', (__, row) => {
    expect(seen(row)).toEqual(due(row));
  });
});

it.each(quietHostRows)('%s %s', (method, url, traits) => {
  const step = stepOf(base('httpRequest'), 4.2, { method, url });
  expect(step.message).toBeNull();
  expect(step.traits).toEqual([...traits, 'calls:http']);
});

it('does not take a read receipt for a message', () => {
  const jsonBody = '{"messaging_product": "whatsapp", "status": "read", "message_id": "1"}';
  const url = 'https://graph.facebook.com/v20.0/1/messages';
  expect(
    stepOf(base('httpRequest'), 4.2, { method: 'POST', url, sendBody: true, jsonBody }).message,
  ).toBeNull();
});

describe('what a step does when n8n leaves a parameter out', () => {
  it.each([
    ['Airtable 1 appends', base('airtable'), 1, { operation: 'append', table: 't' }, ['writes:records']],
    ['Airtable 1 lists', base('airtable'), 1, { operation: 'list', table: 't' }, ['reads:records']],
    ['HubSpot 1 reads', base('hubspot'), 1, { resource: 'contact', operation: 'getAll' }, ['reads:records']],
    ['Wait for a time', base('wait'), 1.1, { amount: 5 }, ['waits:time']],
    [
      'a store that is filled',
      '@n8n/n8n-nodes-langchain.vectorStoreQdrant',
      1,
      { mode: 'insert' },
      ['writes:records'],
    ],
    [
      'an old mail draft that is deleted',
      base('gmail'),
      1,
      { operation: 'delete', messageId: 'x' },
      ['deletes:records'],
    ],
    [
      'a note in a ticket',
      base('zendesk'),
      1,
      { operation: 'update', updateFields: { internalNote: 'n' } },
      ['opens:ticket', 'writes:records'],
    ],
    ['an empty answer', base('respondToWebhook'), 1.1, { respondWith: 'noData' }, ['internal']],
    [
      'a page of Webflow that stays a draft',
      base('webflow'),
      2,
      { operation: 'create', fieldsUi: { fieldValues: [{ fieldValue: 'x' }] } },
      ['drafts:web'],
    ],
    ['an operation that an expression chooses', base('gmail'), 2.1, { operation: '={{ $json.what }}' }, []],
  ])('%s', (_, type, version, parameters, traits) => {
    expect(stepOf(type, version, parameters).traits).toEqual(traits);
  });

  it('calls a step uncatalogued rather than guess what an unknown operation does', () => {
    for (const type of ['gmail', 'emailSend', 'slack', 'telegram', 'form']) {
      expect(stepOf(base(type), 2.1, { operation: 'teleport' }).knowledge).toBe('uncatalogued');
    }
    expect(stepOf(base('notion'), 2.2, { operation: 'sendSmoke' }).knowledge).toBe('uncatalogued');
    expect(stepOf(base('notion'), 2.2, { operation: 'getSomethingNew' }).traits).toEqual(['reads:records']);
  });
});
