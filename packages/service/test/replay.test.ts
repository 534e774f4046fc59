import { expect, it } from 'vitest';
import { eraseRecipient, keepHouse, putProfile, replayDecision } from '../src/index.ts';
import { day, message, openDesk, policy, strictPolicy, written } from './shop-policy.ts';

const business = 'shop';

it('gives the recorded answer again, and says what is different today', async () => {
  const { service, ask } = await openDesk(strictPolicy());
  const replay = (id: string | null) =>
    replayDecision({ ctx: service.as('shop', 'read'), input: { business, decision: id ?? '' } });
  const asked = [
    await ask(message('ann@example.org')),
    await ask(message('ann@example.org', { facts: written })),
    await ask(message('ann@example.org')),
    await ask(message('ann@example.org', { recipient: null })),
    await ask({ caller: 'c', action: 'record.delete' }),
  ];
  expect(asked.map((each) => each.answer)).toEqual([
    'allow',
    'needs-human',
    'block',
    'needs-human',
    'no-policy',
  ]);
  for (const { id, answer } of asked) {
    expect(await replay(id)).toMatchObject({
      sameRules: true,
      recorded: { answer },
      again: { answer, same: true, differences: [], revision: 1 },
      today: { answer, same: true, revision: 1 },
    });
  }
  service.pass(3 * day);
  await putProfile({ ctx: service.system, input: { business, profile: policy('warn') } });
  const unread = await replay(asked[1]?.id ?? '');
  expect(unread.again).toMatchObject({ answer: 'needs-human', same: true, revision: 1 });
  expect(unread.today).toMatchObject({
    answer: 'allow',
    same: false,
    revision: 2,
    differences: ['`allow` instead of `needs-human`', 'no more: read: `reviewed-ai-text` (needs-human)'],
  });
  expect((await replay(asked[2]?.id ?? '')).today).toMatchObject({ answer: 'allow', revision: 2 });
});

it('cannot give it again once the content is gone, and says so', async () => {
  const { service, ask } = await openDesk();
  const [first, second, bare] = [
    await ask(message('ann@example.org')),
    await ask(message('bob@example.org')),
    await ask(message('ann@example.org', { content: null })),
  ];
  const replay = (id: string | null) =>
    replayDecision({ ctx: service.as('shop', 'read'), input: { business, decision: id ?? '' } });
  await eraseRecipient({ ctx: service.system, input: { business, address: 'bob@example.org' } });
  await expect(replay(second.id)).rejects.toMatchObject({ code: 'content-expired' });
  service.pass(30 * day - 1);
  await keepHouse({ ctx: service.system, input: { business } });
  expect(await replay(first.id)).toMatchObject({ again: { same: true } });
  service.pass(2);
  expect(await keepHouse({ ctx: service.system, input: { business } })).toMatchObject({ dropped: 1 });
  await expect(replay(first.id)).rejects.toMatchObject({ code: 'content-expired' });
  // Without content there is nothing to expire.
  expect(await replay(bare.id)).toMatchObject({ again: { same: true } });
  await expect(replay('dec_none')).rejects.toMatchObject({ code: 'not-found' });
});
