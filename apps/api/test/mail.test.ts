import type { AddressInfo } from 'node:net';
import { addAlertTarget, listDeliveries } from '@plumbline/service';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMail } from '../src/server/mail.ts';
import { business, openToldShop, turned } from './told-shop.ts';

interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

let arrived: Arrived[];
/** What the server says to a recipient, 250 unless told otherwise. */
let refuse: number | null;
let server: SMTPServer;
let smtpUrl: string;

beforeEach(async () => {
  arrived = [];
  refuse = null;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => {
      if (refuse === null) done();
      else done(Object.assign(new Error('not this one'), { responseCode: refuse }));
    },
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope;
        arrived.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text,
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

const from = 'Plumbline <plumbline@shop.example>';
const letter = {
  id: 'msg_1',
  to: ['maria@shop.example', 'tom@shop.example'],
  subject: 'Chat now breaks a promise',
  text: 'Plain words – with a dash.\n',
  html: '<p>Words.</p>',
};

it('hands a letter to a real mail server, for everybody it is for', async () => {
  expect(await createMail({ smtpUrl, from })(letter)).toEqual({ ok: true, status: 250 });
  expect(arrived).toMatchObject([{ from: 'plumbline@shop.example', to: letter.to }]);
  const [{ text }] = arrived as [Arrived];
  expect(text).toContain('Message-ID: <msg_1@plumbline>');
  expect(text).toContain('Auto-Submitted: auto-generated');
  expect(text).toContain('Subject: Chat now breaks a promise');
});

it('lets no line into the headers that somebody put into a subject or an address', async () => {
  const subject = 'Chat\r\nBcc: eve@evil.example\r\n\r\nClick here';
  await createMail({ smtpUrl, from })({ ...letter, subject });
  expect(arrived[0]?.to).toEqual(letter.to);
  const [head = ''] = (arrived[0]?.text ?? '').split('\r\n\r\n');
  expect(head).not.toMatch(/^bcc:/im);
  expect(head.match(/^subject:/gim)).toHaveLength(1);
  const to = ['maria@shop.example>\r\nRCPT TO:<eve@evil.example'];
  await createMail({ smtpUrl, from })({ ...letter, to });
  expect(arrived.flatMap((each) => each.to)).not.toContain('eve@evil.example');
});

it.each([
  [450, false],
  [550, true],
])('takes %i of the server for what it means', async (reply, refused) => {
  refuse = reply;
  const sent = await createMail({ smtpUrl, from })(letter);
  expect(sent).toEqual({ ok: false, refused, reason: `the mail server answered ${reply}` });
});

it('says in a word that there is no server', async () => {
  const sent = await createMail({ smtpUrl: 'smtp://127.0.0.1:9', from })(letter);
  expect(sent).toMatchObject({ ok: false, refused: false, reason: 'no mail server: ESOCKET' });
});

it('writes to the owner, in words, and once', async () => {
  const shop = await openToldShop(createMail({ smtpUrl, from }));
  const place = { channel: 'email' as const, to: ['maria@shop.example'] };
  await addAlertTarget({ ctx: shop.ctx, input: { business, name: 'Maria', place } });
  const name = 'Chat\r\nBcc: eve@evil.example <b>now</b>';
  await shop.tell(turned('t1', { name }));
  await shop.tend(shop.worker(), shop.worker());
  expect(arrived.map(({ to }) => to)).toEqual([['maria@shop.example']]);
  const text = (arrived[0]?.text ?? '').replaceAll('=\r\n', '');
  expect(text).toContain('What to do: Add a hand-over to one of you.');
  expect(text).toContain('<strong>Which promise:</strong>');
  expect(text).not.toContain('<b>now</b></h2>');
  expect(text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  const { items } = await listDeliveries({ ctx: shop.ctx, input: { business } });
  expect(items).toMatchObject([{ state: 'delivered', lastResult: 'answered 250' }]);
  await shop.store.close();
});

it('takes no address with a line break or a second one in it', async () => {
  const shop = await openToldShop(createMail({ smtpUrl, from }));
  for (const to of ['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', 'A <a@b.example>']) {
    const place = { channel: 'email' as const, to: [to] };
    const adding = addAlertTarget({ ctx: shop.ctx, input: { business, name: 'x', place } });
    await expect(adding).rejects.toMatchObject({ code: 'invalid-input' });
  }
  await shop.store.close();
});
