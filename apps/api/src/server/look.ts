import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPrivate, type Look, type Looked } from '@plumbline/service';
import { codeOf, publicOnly, refusal } from './send.ts';

/** Milliseconds for the whole answer: n8n with thousands of workflows takes its time over a page. */
const patience = 30_000;
/** Bytes of one answer; a page of ordinary workflows is a twentieth of it. */
const mostBytes = 256 * 1024 * 1024;

const read = (answer: IncomingMessage, done: (looked: Looked) => void): void => {
  const parts: Buffer[] = [];
  let bytes = 0;
  answer.on('data', (part: Buffer) => {
    bytes += part.length;
    parts.push(part);
    if (bytes > mostBytes) answer.destroy(Object.assign(new Error(), { code: 'too much at once' }));
  });
  answer.on('end', () =>
    done({
      ok: true,
      status: answer.statusCode ?? 0,
      retryAfter: answer.headers['retry-after'] ?? null,
      body: Buffer.concat(parts).toString('utf8'),
    }),
  );
  answer.on('error', (error) => done({ ok: false, why: 'cut', reason: `it broke off: ${codeOf(error)}` }));
};

/** Gets over Node's own client: no redirects, no proxy, no cookies, and public addresses only unless allowed. */
export const look: Look = ({ url: text, headers, allowPrivate, signal }): Promise<Looked> =>
  new Promise((resolve) => {
    const url = new URL(text);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const failed = (reason: string): void => resolve({ ok: false, why: 'unreachable', reason });
    if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) {
      failed(refusal);
      return;
    }
    const call = (url.protocol === 'https:' ? overHttps : overHttp)(
      url,
      {
        headers,
        signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal === undefined ? [] : [signal])]),
        agent: false,
        ...(allowPrivate ? {} : { lookup: publicOnly }),
      },
      (answer) => read(answer, resolve),
    );
    call.on('error', (error) => {
      const code = codeOf(error);
      failed(code === 'REFUSED' ? refusal : `no answer: ${code}`);
    });
    call.end();
  });
