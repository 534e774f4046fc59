import assert from 'node:assert/strict';
import type { FlowRef } from '../port.ts';
import { at, business, type ContractCase, flow, talks } from './samples.ts';

const names = (refs: readonly FlowRef[]): readonly string[] => refs.map(({ id, state }) => `${id} ${state}`);

export const conversations: readonly ContractCase[] = [
  {
    name: 'conversations of a flow are kept, replaced, and outlive its removal',
    run: async (store) => {
      await business(store, 'a');
      const kept = flow('1');
      await store.transaction('a', async (tx) => {
        await tx.putFlow(kept);
        await tx.putFlow(flow('silent'));
        await tx.putConversations(talks(kept, ['sms', 'email', 'sms'], ['line']));
        await tx.putConversations(talks(flow('silent'), []));
      });
      const noted = () => store.read('a', (view) => view.conversations('n8n', ['1', 'silent', 'nobody']));
      assert.deepEqual(await noted(), [talks(kept, ['email', 'sms'], ['line'])]);
      await store.transaction('a', async (tx) => {
        await tx.putConversations(talks(kept, [], ['email', 'email']));
        await tx.removeFlow(kept, at(9));
      });
      assert.deepEqual(await noted(), [talks(kept, [], ['email'])]);
      assert.deepEqual(await store.read('a', (view) => view.conversations('n8n-2', ['1'])), []);
    },
  },
  {
    name: 'listeners are published and current, the earliest kept first',
    run: async (store) => {
      await business(store, 'a');
      const listening = [
        flow('late', { createdAt: at(9) }),
        flow('b', { createdAt: at(3) }),
        flow('a', { createdAt: at(3) }),
        flow('draft', { state: 'draft', createdAt: at(1) }),
        flow('gone', { removedAt: at(8), createdAt: at(1) }),
        flow('elsewhere', { source: 'n8n-2', createdAt: at(1) }),
      ];
      const sender = flow('sender', { createdAt: at(1) });
      await store.transaction('a', async (tx) => {
        for (const each of [...listening, sender]) await tx.putFlow(each);
        for (const each of listening) await tx.putConversations(talks(each, ['sms'], ['email', 'line']));
        await tx.putConversations(talks(sender, ['email']));
      });
      const listeners = async (service: string, limit: number) =>
        names(await store.read('a', (view) => view.listeners('n8n', service, limit)));
      assert.deepEqual(await listeners('email', 9), ['a published', 'b published', 'late published']);
      assert.deepEqual(await listeners('email', 2), ['a published', 'b published']);
      assert.deepEqual(await listeners('sms', 9), []);
      const { workflow: _, ...head } = listening[2] ?? sender;
      assert.deepEqual(await store.read('a', (view) => view.listeners('n8n', 'line', 1)), [head]);
    },
  },
  {
    name: 'those whose messages are answered over a service are found, drafts too',
    run: async (store) => {
      await business(store, 'a');
      const both = flow('both');
      const draft = flow('both', { state: 'draft' });
      const mail = flow('mail', { state: 'draft' });
      const gone = flow('gone', { removedAt: at(8) });
      await store.transaction('a', async (tx) => {
        for (const each of [both, draft, mail, gone]) await tx.putFlow(each);
        await tx.putConversations(talks(both, ['email', 'sms']));
        await tx.putConversations(talks(draft, [], ['email']));
        await tx.putConversations(talks(mail, ['email']));
        await tx.putConversations(talks(gone, ['email']));
      });
      const found = async (...services: string[]) =>
        names(await store.read('a', (view) => view.answeredOver('n8n', services)));
      assert.deepEqual(await found('email', 'sms'), ['both published', 'mail draft']);
      assert.deepEqual(await found('sms'), ['both published']);
      assert.deepEqual(await found('line'), []);
      assert.deepEqual(await found(), []);
    },
  },
];
