import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Outgoing, Send, Sent } from '@plumbline/service';

/** Addresses that are not of the public internet: RFC 6890 and its successors, IPv4 and IPv6. */
const special: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const blocked = new BlockList();
for (const [net, bits, family] of special) blocked.addSubnet(net, bits, family);
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** In a private, local or otherwise special network. */
export const isPrivate = (address: string): boolean => {
  const four = mapped.exec(address)?.[1] ?? address;
  const family = isIP(four);
  if (family === 0) return true;
  return blocked.check(four, family === 4 ? 'ipv4' : 'ipv6');
};

const refusal = 'The address lies in a private network, which this connection does not allow.';

/** Looks a name up and lets only public addresses through, so that what was checked is what is connected to. */
const publicOnly: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const fine = error === null ? found.filter(({ address }) => !isPrivate(address)) : [];
    const [first] = fine;
    if (error !== null || first === undefined) {
      done(error ?? Object.assign(new Error(refusal), { code: 'REFUSED' }), [], 0);
    } else if (options.all === true) done(null, fine);
    else done(null, first.address, first.family);
  });
};

const codeOf = (error: Error): string =>
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
