import type { ProfileInput } from '@plumbline/core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ok } from './http.ts';
import { business } from './run-plumbline.ts';
import { type ScriptedModel, startScriptedModel } from './scripted-model.ts';
import { openShop, type Shop } from './shop.ts';
import { node, webhook, workflow } from './workflow.ts';

const profile: ProfileInput = {
  profile: 1,
  name: 'The Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'no-means-no',
          promise: 'We write to nobody who asked us not to',
          enforcement: 'block',
          rules: [{ rule: 'respect-opt-out' }],
        },
      ],
    },
  ],
};

let shop: Shop;
let model: ScriptedModel;
beforeAll(async () => {
  // Asks the tool first, and then says what the tool told it to do.
  model = await startScriptedModel((said, answers, tool) => {
    const to = /[\w.]+@[\w.]+/.exec(said)?.[0] ?? 'nobody';
    if (answers.length === 0) return { name: tool, arguments: { to, words: 'Dear reader, new books.' } };
    const next = /\\*"next\\*":\s*\\*"([a-z-]+)\\*"/.exec(answers.at(-1) ?? '')?.[1];
    return `Plumbline says ${next ?? `something else: ${answers.at(-1)}`}`;
  });
  shop = await openShop(inject('n8n'), inject('nodes'), profile);
  ok(
    await shop.plumbline.admin('POST', `/v1/businesses/${business}/suppressions`, {
      address: 'tom@example.org',
      scope: 'all',
    }),
  );
  const key = await shop.credential('Model', 'openAiApi', { apiKey: 'none', url: model.url });
  const nodes = [
    webhook('assistant', 'lastNode'),
    node('Assistant', '@n8n/n8n-nodes-langchain.agent', 2.2, {
      promptType: 'define',
      text: '={{ $json.body.wish }}',
      options: {},
    }),
    node(
      'Model',
      '@n8n/n8n-nodes-langchain.lmChatOpenAi',
      1.2,
      { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
      { credentials: { openAiApi: key } },
    ),
    node(
      'Ask Plumbline',
      'n8n-nodes-plumbline.plumblineTool',
      1,
      {
        operation: 'message',
        channel: 'email',
        recipient: "={{ $fromAI('to', 'whom it reaches', 'string') }}",
        text: "={{ $fromAI('words', 'what would go out', 'string') }}",
        purpose: 'marketing',
        writtenBy: 'model',
      },
      { credentials: { plumblineApi: shop.account } },
    ),
  ];
  const flow = workflow('Assistant', nodes, { Webhook: [['Assistant']] });
  const to = (type: string) => ({ [type]: [[{ node: 'Assistant', type, index: 0 }]] });
  await shop.publish({
    ...flow,
    connections: { ...flow.connections, Model: to('ai_languageModel'), 'Ask Plumbline': to('ai_tool') },
  });
});
afterAll(async () => {
  await shop?.close();
  await model?.close();
});

const asked = () => shop.plumbline.requests().filter(({ route }) => route.includes('/decisions'));

it('is offered to the model with what it has to fill in', async () => {
  const answer = await shop.call('assistant', { wish: 'Write to ann@example.org about the new books' });
  expect(answer).toMatchObject({ status: 200 });
  const [tool, ...more] = model.requests()[0]?.tools ?? [];
  expect(more).toEqual([]);
  expect(tool?.function.parameters).toMatchObject({
    properties: { to: { type: 'string' }, words: { type: 'string' } },
  });
  expect(answer.text).toContain('Plumbline says go');
  expect(asked()).toHaveLength(1);
});

it('tells the model to stop', async () => {
  const answer = await shop.call('assistant', { wish: 'Write to tom@example.org about the new books' });
  expect(answer.text).toContain('Plumbline says stop');
  expect(asked()).toHaveLength(2);
});
