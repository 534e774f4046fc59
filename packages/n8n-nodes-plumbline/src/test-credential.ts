import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { isRecord, wordsOf } from './exchange.ts';
import { whoseKey } from './whose-key.ts';

/** Milliseconds to wait for whoever answers at the address. */
const patience = 5_000;

/** Tries a credential: names the business whose key it is, or says what is wrong. */
export const testCredential = async (
  context: ICredentialTestFunctions,
  { data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> => {
  const base = String(data?.['baseUrl'] ?? '').replace(/\/+$/, '');
  try {
    const reply: unknown = await context.helpers.request({
      method: 'GET',
      uri: `${base}/v1/me`,
      headers: { authorization: `Bearer ${String(data?.['apiKey'] ?? '')}`, accept: 'application/json' },
      json: true,
      timeout: patience,
      followRedirect: false,
      simple: false,
      resolveWithFullResponse: true,
    });
    const { statusCode, body } = isRecord(reply) ? reply : {};
    const { good, message } = whoseKey({ status: Number(statusCode ?? 0), body });
    return { status: good ? 'OK' : 'Error', message };
  } catch (error) {
    return { status: 'Error', message: `Nothing answers at ${base}: ${wordsOf(error)}` };
  }
};
