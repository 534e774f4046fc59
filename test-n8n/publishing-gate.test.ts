import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importable, type Workflow } from './example-flows.ts';
import { type Gate, openGate } from './gate.ts';
import { ok } from './http.ts';
import { bothVersions } from './versions.ts';
import { until } from './wait.ts';

const words = /Not published: “A customer can always reach one of us” \(you set this to block\)/;

describe.each(bothVersions())('on %s', (_, installed) => {
  let gate: Gate;
  beforeAll(async () => {
    gate = await openGate(installed);
  });
  afterAll(() => gate?.close());

  describe('a chatbot with no way to a person', () => {
    let id: string;
    let live: string | null;

    it('is saved, and reported as a draft', async () => {
      id = (await gate.create(gate.chatbot, 'Chat')).id;
      const flow = await gate.known(id, ({ evaluation }) => evaluation.state === 'done');
      expect(flow).toMatchObject({ state: 'draft', standing: 'blocked' });
    });

    it('is refused in words by the public API', async () => {
      const answer = await gate.publishByApi(id);
      expect(answer.status).toBe(400);
      expect((answer.json as { message: string }).message).toMatch(words);
      expect((await gate.kept(id)).activeVersionId).toBeNull();
    });

    it('is refused in words in the editor', async () => {
      const answer = await gate.publishInEditor(id);
      expect(answer.status).toBe(400);
      expect((answer.json as { message: string }).message).toMatch(words);
      expect((await gate.kept(id)).activeVersionId).toBeNull();
    });

    it('is published once it is repaired', async () => {
      ok(await gate.save(id, gate.mended));
      const answer = await gate.publishInEditor(id);
      expect(`${answer.status} ${answer.text.slice(0, 300)}`).toMatch(/^200 /);
      live = (await gate.kept(id)).activeVersionId;
      expect(live).not.toBeNull();
      expect(await gate.chatOpen()).toBe(200);
      const flow = await gate.known(
        id,
        ({ state, evaluation }) => state === 'published' && evaluation.state === 'done',
      );
      expect(flow).toMatchObject({ standing: 'aligned', draft: null });
    });

    /** The older n8n stops it before it asks, and the hook has it started again. */
    const stillLive = (): Promise<string | null> =>
      until(
        'that the old version is live',
        async () => (await gate.kept(id)).activeVersionId,
        (now) => now === live,
      );

    it('is refused again when an edit takes the way away, and the old version stays live', async () => {
      ok(await gate.save(id, gate.chatbot));
      for (const publish of [gate.publishInEditor, gate.publishByApi]) {
        const answer = await publish(id);
        expect(answer.status).toBe(400);
        expect(answer.text).toMatch(/A customer can always reach one of us/);
        await stillLive();
      }
      const changed = importable({ ...gate.chatbot, name: 'Chat' });
      const byApi = await gate.n8n.api('PUT', `/workflows/${id}`, changed);
      expect(byApi.status).toBe(400);
      await stillLive();
      expect(await gate.chatOpen()).toBe(200);
      expect(await gate.known(id, ({ draft }) => draft !== null)).toMatchObject({ state: 'published' });
    });

    it('is still live after n8n was started anew', async () => {
      await gate.n8n.restart();
      expect((await gate.kept(id)).activeVersionId).toBe(live);
      expect(await gate.chatOpen()).toBe(200);
      ok(await gate.n8n.api('POST', `/workflows/${id}/deactivate`));
    });
  });

  describe('a flow that was live before the promise was made', () => {
    let id: string;
    let live: string | null;

    it('stays live when n8n is started anew', async () => {
      await gate.promise('warn');
      id = (await gate.create(gate.chatbot, 'Chat from before')).id;
      ok(await gate.publishByApi(id));
      await gate.known(id, ({ state }) => state === 'published');
      await gate.promise('block');
      live = (await gate.kept(id)).activeVersionId;
      await gate.n8n.restart();
      expect(live).not.toBeNull();
      expect((await gate.kept(id)).activeVersionId).toBe(live);
      expect(await gate.chatOpen()).toBe(200);
    });

    it('may be edited where that makes nothing worse', async () => {
      const friendlier = JSON.parse(
        JSON.stringify(gate.chatbot).replace('Be friendly and short', 'Be friendly'),
      ) as Workflow;
      ok(await gate.save(id, friendlier));
      ok(await gate.publishInEditor(id));
      expect((await gate.kept(id)).activeVersionId).not.toBe(live);
    });
  });

  describe('while Plumbline is down', () => {
    let id: string;

    it('is published and reported later, where that was chosen', async () => {
      ok(await gate.n8n.api('POST', `/workflows/${await firstLive()}/deactivate`));
      await gate.closePlumbline();
      id = (await gate.create(gate.chatbot, 'Chat at night')).id;
      ok(await gate.publishByApi(id));
      await gate.openPlumbline();
      const flow = await gate.known(
        id,
        ({ state, evaluation }) => state === 'published' && evaluation.state === 'done',
      );
      expect(flow).toMatchObject({ standing: 'blocked' });
      ok(await gate.n8n.api('POST', `/workflows/${id}/deactivate`));
    });

    it('is refused in words, where that was chosen, and saving goes on', async () => {
      await gate.writeHook('refuse');
      await gate.n8n.restart();
      await gate.closePlumbline();
      ok(await gate.save(id, gate.mended));
      const answer = await gate.publishInEditor(id);
      expect(answer.status).toBe(400);
      expect((answer.json as { message: string }).message).toMatch(
        /Plumbline gave no verdict \(ECONNREFUSED\)/,
      );
      await gate.openPlumbline();
      ok(await gate.publishInEditor(id));
    });

    const firstLive = async (): Promise<string> => {
      const list = ok(await gate.n8n.api('GET', '/workflows?active=true')) as { data: { id: string }[] };
      const [first] = list.data;
      if (first === undefined) throw new Error('nothing is live');
      return first.id;
    };
  });
});
