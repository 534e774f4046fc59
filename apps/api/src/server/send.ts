import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivate, type Outgoing, type Send, type Sent } from '@plumbline/service';

export const refusal = 'The address lies in a private network, which no admin has allowed.';

/** Looks a name up and lets only public addresses through, so that what was checked is what is connected to. */
export const publicOnly: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const fine = error === null ? found.filter(({ address }) => !isPrivate(address)) : [];
    const [first] = fine;
    if (error !== null || first === undefined) {
      done(error ?? Object.assign(new Error(refusal), { code: 'REFUSED' }), [], 0);
    } else if (options.all === true) done(null, fine);
    else done(null, first.address, first.family);
  });
};

export const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;

/** Milliseconds for the whole call. */
const patience = 10_000;

/** Posts over Node's own client: no redirects, no proxy, no cookies, and the answer's body is not read. */
export const send: Send = ({ url: text, headers, body, allowPrivate }: Outgoing): Promise<Sent> =>
  new Promise((resolve) => {
    const url = new URL(text);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) {
      resolve({ ok: false, refused: true, reason: refusal });
      return;
    }
    const call = (url.protocol === 'https:' ? overHttps : overHttp)(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(patience),
        agent: false,
        ...(allowPrivate ? {} : { lookup: publicOnly }),
      },
      (answer) => {
        answer.destroy();
        resolve({ ok: true, status: answer.statusCode ?? 0 });
      },
    );
    call.on('error', (error) => {
      const refused = codeOf(error) === 'REFUSED';
      resolve({ ok: false, refused, reason: refused ? refusal : `no answer: ${codeOf(error)}` });
    });
    call.end(body);
  });
