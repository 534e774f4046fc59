import type { StoreView } from '@plumbline/store';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { isPrivateHost } from './private-address.ts';

/** Where messages may go: `http` or `https`, without a name and password in it. */
export const callUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be a whole address that begins with http:// or https://' })
  .max(2000)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && url.username === '' && url.password === '';
  }, 'without a user name and password');

/** May this address lie in a private network? Only where an admin registered its origin as one that may. */
export const mayBePrivate = async (
  view: Pick<StoreView, 'connections'>,
  address: string,
): Promise<boolean> => {
  const origin = URL.parse(address)?.origin;
  return (await view.connections()).some((each) => each.allowPrivate && each.origin === origin);
};

/** Throws `address-refused` for an address that could never be called. */
export const mustBeReachable = async (
  view: Pick<StoreView, 'connections'>,
  address: string,
): Promise<void> => {
  const url = new URL(address);
  if (!isPrivateHost(url) || (await mayBePrivate(view, address))) return;
  throw new Problem(
    'address-refused',
    `${url.host} lies in a private network. An admin can allow it: register a connection for ${url.origin} with \`allowPrivate\`.`,
  );
};
