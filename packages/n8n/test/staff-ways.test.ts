import { checkById, type Finding, type Flow, runCheck, viewFlow } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { flowOf } from './judged.ts';
import { base, node } from './saying.ts';

const link = (type: string, to: string): unknown => ({ [type]: [[{ node: to, type, index: 0 }]] });

const verdictOn = (flow: Flow, others: readonly Flow[] = []): Finding => {
  const check = checkById('require-human-escalation');
  if (check === undefined) throw new Error('require-human-escalation is not in the registry');
  const flows = [flow, ...others];
  return runCheck(check, viewFlow(flow, { flows, find: (id) => flows.find((each) => each.id === id) }), {});
};

/** Mail that a model answers, and one step after it. */
const mailThen = (step: { readonly name: string }): Flow =>
  flowOf({
    name: 'Guesthouse mail',
    nodes: [
      node('A guest writes', base('microsoftOutlookTrigger'), { output: 'raw' }, 1),
      node('Write an answer', '@n8n/n8n-nodes-langchain.agent', { text: '={{ $json.body.content }}' }, 2.2),
      node('Answer', base('microsoftOutlook'), {
        operation: 'reply',
        messageId: { __rl: true, mode: 'id', value: "={{ $('A guest writes').item.json.id }}" },
        message: '={{ $json.output }}',
      }),
      step,
    ],
    connections: {
      'A guest writes': link('main', 'Write an answer'),
      'Write an answer': link('main', 'Answer'),
      Answer: link('main', step.name),
    },
  });

const request = (name: string, url: string, jsonBody: string): { readonly name: string } => ({
  name,
  ...(node(
    name,
    base('httpRequest'),
    { method: 'POST', url, sendBody: true, specifyBody: 'json', jsonBody },
    4.2,
  ) as object),
});

describe('a mail forwarded over Microsoft Graph', () => {
  const url = "=https://graph.microsoft.com/v1.0/me/messages/{{ $('A guest writes').item.json.id }}/forward";
  const to = (address: string): string =>
    `={ "comment": "Please look", "toRecipients": [ { "emailAddress": { "address": "${address}" } } ] }`;

  it('is a way to a person', () => {
    const finding = verdictOn(mailThen(request('Pass it on', url, to('ruth@guesthouse.example'))));
    expect(finding).toMatchObject({ verdict: 'pass', evidence: 'proven' });
    expect(finding.occurrences[0]?.message).toContain('`Pass it on` makes it a message to your team');
  });

  it('is a question where nobody is named', () => {
    const finding = verdictOn(mailThen(request('Pass it on', url, to(''))));
    expect(finding.verdict).toBe('unknown');
    expect(finding.occurrences[0]?.question).toContain('Who receives what `Pass it on` sends');
  });
});

/** A chat of a guesthouse whose assistant has one tool that calls another flow. */
const chatWith = (
  tool: { readonly name: string; readonly description?: string; readonly calls?: string },
  more: { readonly id?: string; readonly start?: true } = {},
): Flow =>
  flowOf({
    ...(more.id === undefined ? {} : { id: more.id }),
    name: 'Guesthouse chat',
    nodes: [
      node('A guest writes', '@n8n/n8n-nodes-langchain.chatTrigger', { public: true }, 1.1),
      node(
        'Host',
        '@n8n/n8n-nodes-langchain.agent',
        { options: { systemMessage: 'You answer guests.' } },
        2.2,
      ),
      node(
        tool.name,
        '@n8n/n8n-nodes-langchain.toolWorkflow',
        {
          description: tool.description ?? 'Use this',
          workflowId: { __rl: true, mode: 'id', value: tool.calls ?? 'elsewhere' },
        },
        2.2,
      ),
      ...(more.start === true
        ? [
            node('Called', base('executeWorkflowTrigger'), { inputSource: 'passthrough' }, 1.1),
            node('Write it down', base('googleSheets'), { operation: 'append' }, 4.5),
          ]
        : []),
    ],
    connections: {
      'A guest writes': link('main', 'Host'),
      [tool.name]: link('ai_tool', 'Host'),
      ...(more.start === true ? { Called: link('main', 'Write it down') } : {}),
    },
  });

const called = (id: string, step: unknown): Flow =>
  flowOf({
    id,
    name: id,
    nodes: [node('Called', base('executeWorkflowTrigger'), { inputSource: 'passthrough' }, 1.1), step],
    connections: { Called: link('main', (step as { name: string }).name) },
  });

describe('a tool that calls a flow which is not at hand', () => {
  it.each([
    'Get help',
    'get_help',
    'GetHelp',
    'Get in touch',
    'Get Ruth',
    'Fetch Ruth',
    'Read out to team',
    'Find someone',
    'Call Get Assistance',
    'Listen',
    'Look after guest',
    'Generate alert',
    'Helper',
    'Ask Maria',
    'Prices',
    'create_request',
    'execute_query_tool',
  ])('%s may lead to a person', (name) => {
    const finding = verdictOn(chatWith({ name }));
    expect(finding.verdict).toBe('unknown');
    expect(finding.occurrences[0]?.question).toContain(`Does \`${name}\` bring a customer`);
  });

  it.each([
    'Look up prices',
    'get_room_prices',
    'Call "Search bookings"',
    'List tables tool',
    'Search',
    'check availability',
    'Generate image',
    'Translate',
  ])('%s is taken for a look-up, and that proves nothing', (name) => {
    const finding = verdictOn(chatWith({ name }));
    expect(finding).toMatchObject({ verdict: 'fail', evidence: 'inferred' });
    expect(finding.occurrences[0]?.message).toContain(`It is only supposed that nothing behind \`${name}\``);
  });

  it('is no look-up where its description speaks of somebody who wants a person', () => {
    const description = 'Use this when the guest is unhappy';
    expect(verdictOn(chatWith({ name: 'Look up prices', description })).verdict).toBe('unknown');
  });

  it('is read, whatever its name, once its flow is at hand', () => {
    const post = node(
      'Tell Ruth',
      base('slack'),
      { select: 'channel', channelId: 'C1', text: '={{ $json.query }}' },
      2.3,
    );
    const chat = chatWith({ name: 'Look up prices' });
    expect(verdictOn(chat, [called('elsewhere', post)])).toMatchObject({ verdict: 'pass' });
    const note = node('Read prices', base('googleSheets'), { operation: 'read' }, 4.5);
    expect(verdictOn(chat, [called('elsewhere', note)])).toMatchObject({
      verdict: 'fail',
      evidence: 'proven',
    });
  });
});

describe('a tool that calls a flow, in a file that holds a flow to be called', () => {
  const tool = { name: 'Hand on', description: 'Sends the text to another workflow' };

  it('proves nothing where the file does not say which flow it is', () => {
    const finding = verdictOn(chatWith(tool, { start: true }));
    expect(finding).toMatchObject({ verdict: 'fail', evidence: 'inferred' });
    expect(finding.occurrences[0]?.message).toContain('what is called there was not at hand');
  });

  it('is a question where the file is another flow than the one called', () => {
    expect(verdictOn(chatWith(tool, { id: 'guesthouse', start: true })).verdict).toBe('unknown');
  });

  it.each([
    ['by its id', { ...tool, calls: 'guesthouse' }],
    ['by an expression', { ...tool, calls: '={{ $workflow.id }}' }],
  ])('proves a fail where it calls itself %s', (_, itself) => {
    expect(verdictOn(chatWith(itself, { id: 'guesthouse', start: true }))).toMatchObject({
      verdict: 'fail',
      evidence: 'proven',
    });
  });
});

describe('a request to an address that an expression gives', () => {
  const said = "={{ JSON.stringify({ text: $('A guest writes').item.json.body.content }) }}";
  const hook = "={{ $('Settings').first().json.hook }}";

  it('is a question, for it may be the chat of the team', () => {
    const finding = verdictOn(mailThen(request('Ping the house', hook, said)));
    expect(finding.verdict).toBe('unknown');
    expect(finding.occurrences[0]?.question).toContain('get what goes out by `Ping the house` to an address');
  });

  it('is a way to a person where the file names the chat', () => {
    const url = 'https://hooks.slack.com/services/T1/B1/x';
    expect(verdictOn(mailThen(request('Ping the house', url, said)))).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['carries nothing', request('Ping', hook, '{"ping": true}')],
    ['only looks something up', request('Get room prices', hook, said)],
    ['lets a waiting run go on', request('Go on', '={{ $json.resumeUrl }}', said)],
    ['only reads', node('Read', base('httpRequest'), { url: hook }, 4.2) as { name: string }],
  ])('is none where it %s', (_, step) => {
    expect(verdictOn(mailThen(step)).verdict).toBe('fail');
  });
});
