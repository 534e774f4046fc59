import { BlockList, isIP } from 'node:net';

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

const localNames = ['.localhost', '.local', '.internal', '.lan', '.home.arpa'];

/**
 * Names that cannot lie in the public internet, to say so early: the guard itself looks the name up when it calls.
 * `url` is one that `URL` has parsed.
 */
export const isPrivateHost = ({ hostname }: URL): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) !== 0) return isPrivate(host);
  return !host.includes('.') || localNames.some((end) => host.endsWith(end));
};
