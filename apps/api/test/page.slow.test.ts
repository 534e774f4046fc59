import { describe, expect, it } from 'vitest';
import { hostile } from './browsed-shop.ts';
import { faultsOf } from './page-faults.ts';
import { visiting } from './page-visit.ts';

const { shop, page, context, asked, heading, press, open } = visiting();

describe('the key', () => {
  it('is asked for once, kept in the tab, and forgotten when told to', async () => {
    await open();
    await heading('The Corner Bookshop').waitFor();
    await page().reload();
    await heading('The Corner Bookshop').waitFor();
    expect(await page().evaluate('JSON.stringify(localStorage)')).toBe('{}');
    expect(asked().filter((url) => url.includes('plb_'))).toEqual([]);
    await press('Forget the key');
    await heading('Which key do you have?').waitFor();
    expect(await page().evaluate('JSON.stringify(sessionStorage)')).toBe('{}');
    expect(await page().locator('main').textContent()).not.toContain('Repairs');
  });

  it('is refused in words where it opens nothing, may not look, or is for another business', async () => {
    await page().goto(shop().page());
    await page().getByLabel('Key', { exact: true }).fill('plb_wrong');
    await page().keyboard.press('Enter');
    await page().getByText('This key does not open anything here').waitFor();
    await page().getByLabel('Key', { exact: true }).fill('plb_“quoted”');
    await page().keyboard.press('Enter');
    await page().getByText('This key does not open anything here').waitFor();
    await page()
      .getByLabel('Key', { exact: true })
      .fill(await shop().keyFor('decide'));
    await page().keyboard.press('Enter');
    await page().getByText('This key may not do that. This needs the scope').waitFor();
    await press('Forget the key');
    await page().goto(shop().page({ business: 'another' }));
    await page()
      .getByLabel('Key', { exact: true })
      .fill(await shop().keyFor('read', 'write'));
    await page().keyboard.press('Enter');
    await page().getByText('This link is about another business').waitFor();
  });

  it('of an admin opens every business', async () => {
    await page().goto(`${shop().running.url}/`);
    await page()
      .getByLabel('Key', { exact: true })
      .fill(shop().running.adminKey ?? '');
    await page().keyboard.press('Enter');
    await page().getByRole('link', { name: 'The Corner Bookshop' }).click();
    await heading('Your automations').waitFor();
  });
});

describe('automations', () => {
  it('stand there worst first, and lead on to each', async () => {
    await open();
    const names = page().getByRole('region', { name: 'Your automations' }).getByRole('heading', { level: 3 });
    await names.first().waitFor();
    expect(await names.allTextContents()).toEqual([`Chat ${hostile}`, 'Repairs', 'Florist on WhatsApp']);
    await page().getByRole('link', { name: 'Repairs' }).click();
    await heading('What you are asked').waitFor();
    expect(await page().locator('main code').allTextContents()).toContain('Hand over to the shop');
  });

  it('say what is broken and what to do, and their alert can be acknowledged once', async () => {
    await open({ flow: 'n8n/chat' });
    await heading('What is broken, and what to do').waitFor();
    await page().getByText('Because you said “A customer can always reach one of us”').waitFor();
    // The step's name turns no writing round.
    expect(await page().locator('.step').allTextContents()).toContain(`\ufffdHelper ${hostile}`);
    await press('I have seen it');
    await page().getByText('Say who you are first').waitFor();
    await page().getByLabel('Your name').fill('Maria');
    await page().getByLabel('Comment').fill(hostile);
    await press('I have seen it');
    await page().getByText(`Maria has seen it: ${hostile}`).waitFor();
    await page().getByRole('status').getByText('Noted that you have seen it.').waitFor();
    expect(await page().getByRole('button', { name: 'I have seen it' }).count()).toBe(0);
  });

  it('that are gone, and a server that is, are told in words', async () => {
    await open({ flow: 'n8n/none' });
    await page().getByText('There is nothing here that this key may see').waitFor();
    await context().setOffline(true);
    await press('Try again');
    await page().getByText('Plumbline cannot be reached').waitFor();
    await context().setOffline(false);
    await page().goto(shop().page({ flow: 'n8n/florist' }));
    await page().getByText('It keeps what you promised.').waitFor();
  });
});

describe('what waits for a yes', () => {
  it('is read and approved by the keyboard, with a key that only answers', async () => {
    const approval = await shop().approval();
    await open({ approval }, await shop().keyFor('read', 'answer'));
    await page().getByText('the new books are here.').first().waitFor();
    await page().getByLabel('Your name').focus();
    await page().keyboard.type('Maria');
    // Enter in a field decides nothing.
    await page().keyboard.press('Enter');
    await page().getByRole('button', { name: 'Approve', exact: true }).focus();
    await page().keyboard.press('Enter');
    await page().getByText('It was approved.').waitFor();
    await page().getByRole('status').getByText('You have approved it.').waitFor();
    expect(await shop().ask('GET', `/v1/businesses/shop/approvals/${approval}`)).toMatchObject({
      state: 'approved',
      answeredBy: 'Maria',
    });
  });

  it('goes out as it was changed, by one of those who may', async () => {
    const approval = await shop().approval(['Maria', 'Tom']);
    await open({ approval });
    const text = page().getByLabel('Text, as it should go out');
    expect(await text.isVisible()).toBe(false);
    await press('Change the text first');
    expect(await page().getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    await text.fill('Dear reader, better so.');
    await press('Reject');
    await page().getByText('Say who you are first').waitFor();
    await page().getByLabel('Your name').selectOption('Tom');
    await page().getByLabel('Comment').fill('Shorter.');
    await press('Approve the changed text');
    await page().getByText('It was approved with changes.').waitFor();
    expect(await shop().ask('GET', `/v1/businesses/shop/approvals/${approval}`)).toMatchObject({
      state: 'edited',
      answeredBy: 'Tom',
      comment: 'Shorter.',
      edited: { subject: `News ${hostile}`, text: 'Dear reader, better so.' },
    });
  });

  it('says so where somebody else was quicker', async () => {
    const approval = await shop().approval();
    await open({ approval });
    await page().getByLabel('Your name').fill('Tom');
    await shop().ask('POST', `/v1/businesses/shop/approvals/${approval}/answer`, {
      answer: 'reject',
      by: 'Maria',
      comment: 'Not today.',
    });
    await press('Approve');
    await page().getByText('It was rejected. Nothing goes out.').waitFor();
    await page().getByText('Not today.').waitFor();
    await page()
      .getByRole('status')
      .getByText('Your answer did not count. It was rejected already.')
      .waitFor();
  });

  it('is not answered with a key that only reads', async () => {
    await open({ approval: await shop().approval() }, await shop().keyFor('read'));
    await page().getByText('Your key may look, not answer').waitFor();
    expect(await page().getByRole('button').allTextContents()).toEqual(['Forget the key']);
  });
});

it('shows a conversation that was handed over, and closes it', async () => {
  const handover = await shop().handover();
  await open({ handover });
  await page().getByText('My cake came broken.').waitFor();
  await page().getByText(`Asks ${hostile}`).waitFor();
  await page().getByLabel('Your name').fill('Maria');
  await press('Close it: somebody has seen to it');
  await heading('Somebody has seen to it').waitFor();
  expect(await shop().ask('GET', `/v1/businesses/shop/handovers/${handover}`)).toMatchObject({
    state: 'closed',
    closedBy: 'Maria',
  });
});

it('keeps what somebody has accepted apart from what is broken', async () => {
  const flow = '/v1/businesses/shop/flows/n8n/chat';
  const { findings } = (await shop().ask('GET', flow)) as {
    readonly findings: readonly { readonly occurrences: readonly { readonly key: string }[] }[];
  };
  const keys = findings.flatMap(({ occurrences }) => occurrences.map(({ key: place }) => place));
  const until = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
  await shop().ask('POST', `${flow}/waivers`, { by: hostile, reason: 'for now', keys, until });
  await shop().running.idle();
  await open({ flow: 'n8n/chat' });
  await heading('What is accepted for now').waitFor();
  expect(await heading('What is broken, and what to do').count()).toBe(0);
  await page().getByText(`${hostile} accepted something for now, until`).waitFor();
});

it.each(['light', 'dark'] as const)('can be read on a phone, %s', async (colorScheme) => {
  await page().emulateMedia({ colorScheme });
  await page().setViewportSize({ width: 320, height: 640 });
  await open();
  await heading('Your automations').waitFor();
  for (const what of [
    {},
    { flow: 'n8n/chat' },
    { approval: await shop().approval() },
    { handover: await shop().handover() },
  ]) {
    await page().goto(shop().page(what));
    await page().getByRole('heading', { level: 2 }).first().waitFor();
    for (const summary of await page().locator('summary').all()) await summary.click();
    expect(await page().evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await faultsOf(page())).toEqual([]);
  }
});
