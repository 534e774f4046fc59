/** Small importable n8n workflows for the tests of the command line. */

const node = (id: string, name: string, type: string, parameters: object, version = 1): object => ({
  id,
  name,
  type,
  typeVersion: version,
  position: [0, 0],
  parameters,
});

const chain = (...names: readonly string[]): object =>
  Object.fromEntries(
    names
      .slice(0, -1)
      .map((name, at) => [name, { main: [[{ node: names[at + 1], type: 'main', index: 0 }]] }]),
  );

/** A customer chat that nobody of the shop ever sees. */
export const chatWithoutPerson = (name = 'Website chat', id = 'chat-1'): object => ({
  id,
  name,
  nodes: [
    node(
      'trigger',
      'Chat Trigger',
      '@n8n/n8n-nodes-langchain.chatTrigger',
      { public: true, options: {} },
      1.1,
    ),
    node(
      'agent',
      'Shop assistant',
      '@n8n/n8n-nodes-langchain.agent',
      { options: { systemMessage: 'You answer questions of our customers.' } },
      1.7,
    ),
    node('model', 'Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', { model: 'gpt-4o', options: {} }),
  ],
  connections: {
    ...chain('Chat Trigger', 'Shop assistant'),
    Model: { ai_languageModel: [[{ node: 'Shop assistant', type: 'ai_languageModel', index: 0 }]] },
  },
  settings: {},
});

/** Copies rows from a table to another; nobody outside is concerned. */
export const backOffice = (name = 'Copy orders', id = 'orders-1'): object => ({
  id,
  name,
  nodes: [
    node(
      'start',
      'Every night',
      'n8n-nodes-base.scheduleTrigger',
      { rule: { interval: [{ field: 'days' }] } },
      1.2,
    ),
    node(
      'set',
      'Pick fields',
      'n8n-nodes-base.set',
      { assignments: { assignments: [{ id: 'a', name: 'x', value: '1', type: 'string' }] }, options: {} },
      3.4,
    ),
  ],
  connections: chain('Every night', 'Pick fields'),
  settings: {},
});

export const profileText = (enforcement: string): string => `profile: 1
name: Corner Books
values:
  - id: customer-intimacy
    title: Customer intimacy
    commitments:
      - id: reach-a-person
        promise: A customer can always reach one of us
        enforcement: ${enforcement}
        checks:
          - check: require-human-escalation
`;
