import { isRecord, type Reply } from './exchange.ts';

export interface KeyVerdict {
  readonly good: boolean;
  /** For whoever fills in the credential. */
  readonly message: string;
}

const no = (message: string): KeyVerdict => ({ good: false, message });

/** What a reply to `GET /v1/me` says of a key: whose it is, or what is wrong with it. */
export const whoseKey = ({ status, body }: Reply): KeyVerdict => {
  if (status === 401) return no('Plumbline does not know this key. It may be mistyped, or revoked.');
  const key = isRecord(body) ? body['key'] : undefined;
  if (status !== 200 || !isRecord(body) || !isRecord(key) || !Array.isArray(key['scopes']))
    return no(`What answers at this address is not Plumbline (status ${status}).`);
  const business = body['business'];
  if (!isRecord(business) || typeof business['name'] !== 'string')
    return no('This is an admin key. Make a key of one business, with the scope decide.');
  const { name } = business;
  if (!key['scopes'].includes('decide'))
    return no(`This key of ${name} may not ask: it lacks the scope decide.`);
  return { good: true, message: `Connected to ${name}.` };
};
