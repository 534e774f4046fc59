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
