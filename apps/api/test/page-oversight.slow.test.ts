import { expect, it } from 'vitest';
import { hostile } from './browsed-shop.ts';
import { visiting } from './page-visit.ts';
import { chatbot, handsOver, reachable } from './shop.ts';

const { shop, page, heading, press, open } = visiting();

const at = '/v1/businesses/shop';
const unfold = (words: string) => page().getByText(words, { exact: true }).first().click();
const name = (given: string) => page().getByLabel('Your name').fill(given);

it('answers what the automation cannot tell, and takes it back', async () => {
  await open({ flow: 'n8n/desk' });
  await heading('What you are asked').waitFor();
  await unfold('Answer this');
  await press('The promise is kept here');
  await page().getByText('Say who you are first').waitFor();
  await name('Ruth');
  await page().getByLabel('Your answer, in your words').fill(hostile);
  await press('The promise is kept here');
  await page().getByText('It keeps what you promised.').waitFor();
  expect(await heading('What you are asked').count()).toBe(0);
  expect(await shop().ask('GET', `${at}/oversight`)).toMatchObject({
    items: [{ kind: 'attestation', by: 'Ruth', comment: hostile, holds: true, state: 'holds' }],
  });
  await page().getByText('Ruth answered that a promise is kept.').waitFor();
  await page().getByText(hostile).waitFor();
  await unfold('Take it back');
  await page().getByRole('button', { name: 'Take it back' }).click();
  await heading('What you are asked').waitFor();
  await unfold('Answer this');
  // Who has answered before need not say it again.
  await press('It is not kept');
  await heading('What is broken, and what to do').waitFor();
  expect(await shop().ask('GET', `${at}/flows/n8n/desk`)).toMatchObject({ standing: 'blocked' });
});

it('accepts what is broken until a day, with a reason', async () => {
  await open({ flow: 'n8n/chat' });
  await unfold('Accept it for now');
  const card = page().getByRole('region', { name: 'What is broken, and what to do' });
  await card.getByLabel('Your name').fill('Maria');
  await press('Accept it until then');
  await card.getByText('Say first why it is accepted.').waitFor();
  await card.getByLabel('Why it is accepted').fill('Until the new line is in');
  await card.getByLabel('Until the end of').fill('');
  await press('Accept it until then');
  await card.getByText('Say first until when.').waitFor();
  const day = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await card.getByLabel('Until the end of').fill(day);
  await press('Accept it until then');
  await heading('What is accepted for now').waitFor();
  const until = new Date(`${day}T23:59:59`).toISOString();
  expect(await shop().ask('GET', `${at}/oversight?kind=waiver`)).toMatchObject({
    items: [{ by: 'Maria', comment: 'Until the new line is in', until, state: 'lapses-soon' }],
  });
});

it('signs off what was looked at, and nothing else', async () => {
  await open({ flow: 'n8n/florist' });
  await page().getByText('Nobody has signed it off yet.').waitFor();
  await unfold('Sign it off as it stands');
  await name('Maria');
  const workflow = {
    ...reachable('florist'),
    name: 'Florist on WhatsApp',
    settings: { timezone: 'Europe/Rome' },
  };
  await shop().ask('PUT', `${at}/flows/n8n/florist`, { workflow, state: 'published' });
  await shop().running.idle();
  await press('Sign off');
  await page().getByText('What you looked at is not what stands there now.').waitFor();
  expect(await shop().ask('GET', `${at}/oversight?kind=sign-off`)).toMatchObject({ items: [] });
  await unfold('Sign it off as it stands');
  await press('Sign off');
  await page().getByText('Nobody has changed it since.').waitFor();
  await page().getByText('Maria signed it off on').waitFor();
  expect(await shop().ask('GET', `${at}/drift`)).toMatchObject({ items: [] });
  await shop().ask('PUT', `${at}/flows/n8n/florist`, {
    workflow: { ...workflow, settings: { timezone: 'Europe/Oslo' } },
    state: 'published',
  });
  await shop().running.idle();
  await page().reload();
  await page().getByText('Somebody has changed it since.').waitFor();
  await unfold('Take the sign-off back');
  await press('Take it back');
  await page().getByText('Nobody has signed it off yet.').waitFor();
});

it('signs a draft off that stands beside what runs', async () => {
  const workflow = {
    ...reachable('florist'),
    name: 'Florist on WhatsApp',
    settings: { timezone: 'Europe/Paris' },
  };
  await shop().ask('PUT', `${at}/flows/n8n/florist`, { workflow, state: 'draft' });
  await shop().running.idle();
  await open({ flow: 'n8n/florist' });
  await unfold('Sign this draft off');
  await name('Maria');
  await press('Sign off');
  await page().getByRole('status').getByText('You have signed it off.').waitFor();
  expect(await shop().ask('GET', `${at}/flows/n8n/florist`)).toMatchObject({
    signedOff: null,
    draft: { signedOff: { by: 'Maria' } },
  });
});

it('vouches for what only people can see to', async () => {
  await open({ flow: 'n8n/florist' });
  await heading('What people have to see to').waitFor();
  await unfold('Vouch for it');
  await name('Tom');
  await press('I vouch for it');
  await page().getByRole('status').getByText('Noted that you vouch for it.').waitFor();
  await heading('What people have to see to').waitFor({ state: 'detached' });
  expect(await shop().ask('GET', `${at}/oversight?kind=practice`)).toMatchObject({
    items: [{ by: 'Tom', about: ['voice'], state: 'holds' }],
  });
});

it('puts an alert off', async () => {
  await shop().ask('PUT', `${at}/flows/n8n/other`, { workflow: chatbot('other'), state: 'published' });
  await shop().running.idle();
  await open({ flow: 'n8n/other' });
  await heading('The alert about it').waitFor();
  await name('Maria');
  await page().getByLabel('Comment').fill(hostile);
  await press('Put it off for a week');
  await page().getByText('Maria has put it off: nobody is told again before').waitFor();
  await page().getByText(hostile).waitFor();
});

it('offers nothing of it to a key that only looks', async () => {
  const key = await shop().keyFor('read');
  for (const flow of ['n8n/desk', 'n8n/chat', 'n8n/florist', 'n8n/other']) {
    await page().goto('about:blank');
    await page().goto(shop().page({ flow }));
    if ((await page().getByLabel('Key', { exact: true }).count()) > 0) {
      await page().getByLabel('Key', { exact: true }).fill(key);
      await page().keyboard.press('Enter');
    }
    await heading('What changed lately').waitFor();
    expect(await page().locator('details').count()).toBe(0);
    expect(await page().getByRole('button').allTextContents()).toEqual(['Forget the key']);
  }
});

it('offers to a key that answers what can be answered, and nothing that changes what holds', async () => {
  const key = await shop().keyFor('read', 'answer');
  await shop().ask('PUT', `${at}/flows/n8n/second`, {
    workflow: handsOver('second').workflow,
    state: 'published',
  });
  await shop().running.idle();
  await open({ flow: 'n8n/second' }, key);
  await heading('What you are asked').waitFor();
  expect(await page().locator('summary').allTextContents()).toEqual(['Answer this']);
  await unfold('Answer this');
  await name('Tom');
  await press('It is not kept');
  await heading('What is broken, and what to do').waitFor();
  expect(await page().locator('summary').allTextContents()).toEqual([]);
});
