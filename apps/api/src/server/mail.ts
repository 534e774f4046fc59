import type { Letter, Mail, Sent } from '@plumbline/service';
import { createTransport } from 'nodemailer';

export interface MailSettings {
  /** Address of the mail server, with user and password if need be: `smtp://host:587`, `smtps://user:word@host`. */
  readonly smtpUrl: string;
  /** Who the letters come from, e.g. `Plumbline <plumbline@shop.example>`. */
  readonly from: string;
}

/** Milliseconds for each step of talking to the server. */
const patience = 10_000;

const replyOf = (error: unknown): number | null =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : null;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

const failed = (error: unknown): Sent => {
  const reply = replyOf(error);
  // From 500 on the server says that trying again will not help; its words may hold addresses and are left out.
  if (reply !== null)
    return { ok: false, refused: reply >= 500, reason: `the mail server answered ${reply}` };
  return { ok: false, refused: false, reason: `no mail server: ${codeOf(error)}` };
};

/** Letters over SMTP. Files and addresses named in a letter are never read; subject and addresses hold no line breaks. */
export const createMail = ({ smtpUrl, from }: MailSettings): Mail => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ id, to, subject, text, html }: Letter) => {
    try {
      await transport.sendMail({
        from,
        to: to.map((address) => ({ name: '', address })),
        subject,
        text,
        html,
        messageId: `<${id}@plumbline>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { ok: true, status: 250 };
    } catch (error) {
      return failed(error);
    }
  };
};
