import { anywhereHosts } from './hosts/anywhere.ts';
import { bookingHosts } from './hosts/bookings.ts';
import { helpDeskHosts } from './hosts/help-desks.ts';
import { mailHosts } from './hosts/mail.ts';
import { messengerHosts } from './hosts/messengers.ts';
import { modelHosts } from './hosts/models.ts';
import { moneyHosts } from './hosts/money.ts';
import { publishingHosts } from './hosts/publishing.ts';
import { recordHosts } from './hosts/records.ts';
import type { HostEntry } from './hosts/rule.ts';
import { voiceHosts } from './hosts/voice.ts';

export type { HostEntry } from './hosts/rule.ts';

/** Everything Plumbline knows about web APIs, one file a family; of two that fit, the earlier counts. */
const hosts: readonly HostEntry[] = [
  ...messengerHosts,
  ...mailHosts,
  ...helpDeskHosts,
  ...voiceHosts,
  ...publishingHosts,
  ...bookingHosts,
  ...moneyHosts,
  ...modelHosts,
  ...recordHosts,
  ...anywhereHosts,
];

const exact = new Map<string, HostEntry[]>();
const subdomains: HostEntry[] = [];
const anywhere: HostEntry[] = [];
for (const entry of hosts) {
  if (entry.host === '*') anywhere.push(entry);
  else if (entry.host.startsWith('*.')) subdomains.push(entry);
  else exact.set(entry.host, [...(exact.get(entry.host) ?? []), entry]);
}

const fits = (entry: HostEntry, path: string, method: string): boolean =>
  (entry.path === undefined || path.includes(entry.path)) &&
  (entry.method === undefined || entry.method === method);

/** Entry of an address (`api.example.com/v1/messages`), or `null`. The host itself, then its domain, then any host. */
export const hostEntry = (address: string, method: string): HostEntry | null => {
  const slash = address.indexOf('/');
  const host = slash === -1 ? address : address.slice(0, slash);
  const path = slash === -1 ? '' : address.slice(slash);
  return (
    exact.get(host)?.find((entry) => fits(entry, path, method)) ??
    subdomains.find((entry) => host.endsWith(entry.host.slice(1)) && fits(entry, path, method)) ??
    anywhere.find((entry) => fits(entry, path, method)) ??
    null
  );
};
