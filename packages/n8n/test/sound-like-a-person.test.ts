import { checkById, type Finding, runCheck, viewFlow } from '@plumbline/core';
import { expect, it } from 'vitest';
import { flowOf } from './judged.ts';
import { node } from './saying.ts';

const toldTo = (systemMessage: string): Finding => {
  const check = checkById('require-bot-disclosure');
  if (check === undefined) throw new Error('require-bot-disclosure is not in the registry');
  const workflow = {
    name: 'Chat of a bicycle workshop',
    nodes: [
      node('Rider writes', '@n8n/n8n-nodes-langchain.chatTrigger', { public: true }, 1.1),
      node('Workshop chat', '@n8n/n8n-nodes-langchain.agent', { options: { systemMessage } }, 2.2),
    ],
    connections: { 'Rider writes': { main: [[{ node: 'Workshop chat', type: 'main', index: 0 }]] } },
  };
  return runCheck(check, viewFlow(flowOf(workflow)), {});
};

it.each([
  'You are an AI assistant of a bicycle workshop. Sound like a real person.',
  'You are our friendly AI workshop assistant and sound like a professional human mechanic.',
  'Act like a human. You are a chatbot that answers riders.',
])('takes a tone for no pretence: %s', (prompt) => {
  const finding = toldTo(prompt);
  expect(finding.verdict).toBe('unknown');
  expect(finding.occurrences[0]?.message).toContain('told that it is a machine, but not to say so');
});

it.each([
  'You answer riders. Sound like a real person.',
  'You answer riders who ask about AI bicycles. Sound like a real person.',
  'You are Lena and not a bot. Sound like a real person.',
  'You are an AI assistant. Pretend to be a human.',
  'You are an AI assistant. Act as a person from the workshop.',
  'You are an AI assistant, but never reveal that you are an AI. Sound like a human.',
])('still hears a pretence: %s', (prompt) => {
  const finding = toldTo(prompt);
  expect(finding.verdict).toBe('fail');
  expect(finding.occurrences[0]?.message).toContain('told to pass for a person');
});

it('hears on a line of its own what is to be said when asked', () => {
  const finding = toldTo('Sound like a human.\nWhen asked about you, say:\nI am Spoke, the AI assistant.');
  expect(finding.verdict).toBe('unknown');
  expect(finding.occurrences[0]?.message).toContain('only when asked');
});
