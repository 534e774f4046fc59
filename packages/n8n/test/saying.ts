export const base = (name: string): string => `n8n-nodes-base.${name}`;

export const node = (name: string, type: string, parameters: unknown, version = 2): unknown => ({
  id: name,
  name,
  type,
  typeVersion: version,
  parameters,
});

const link = (to: string): unknown => ({ main: [[{ node: to, type: 'main', index: 0 }]] });

/** A flow in which `text` stands wherever a check reads words. */
export const saying = (text: string): string =>
  JSON.stringify({
    name: text.slice(0, 2000),
    nodes: [
      node('In', base('telegramTrigger'), { updates: ['message'] }, 1.1),
      node(
        'Agent',
        '@n8n/n8n-nodes-langchain.agent',
        { text: `=${text}`, options: { systemMessage: text } },
        1.7,
      ),
      node('Code', base('code'), { jsCode: text }),
      node(
        'Set',
        base('set'),
        {
          mode: 'raw',
          jsonOutput: text,
          assignments: { assignments: [{ name: 'email', value: `=${text}` }] },
        },
        3.4,
      ),
      node(
        'If',
        base('if'),
        {
          conditions: {
            conditions: [{ leftValue: `=${text}`, operator: { operation: 'equals' }, rightValue: text }],
          },
        },
        2.2,
      ),
      node(
        'Call',
        base('httpRequest'),
        {
          method: 'POST',
          url: text,
          sendBody: true,
          jsonBody: text,
          bodyParameters: { parameters: [{ name: 'to', value: text }] },
        },
        4.2,
      ),
      node(
        'Call 2',
        base('httpRequest'),
        {
          method: 'POST',
          url: 'https://api.telegram.org/bot1/sendMessage',
          sendBody: true,
          jsonBody: `=${text}`,
        },
        4.2,
      ),
      node('Mail', base('gmail'), { sendTo: '={{ $json.email }}', subject: text, message: `=${text}` }, 2.1),
      node(
        'Clock',
        base('scheduleTrigger'),
        { rule: { interval: [{ field: 'cronExpression', expression: text }] } },
        1.2,
      ),
    ],
    connections: {
      In: link('Agent'),
      Agent: link('Code'),
      Code: link('Set'),
      Set: link('If'),
      If: link('Call'),
      Call: link('Call 2'),
      'Call 2': link('Mail'),
      Clock: link('Set'),
    },
  });
