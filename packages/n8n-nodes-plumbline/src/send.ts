import type { IExecuteFunctions, IHookFunctions, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import type { Reply, Send } from './exchange.ts';

const credential = 'plumblineApi';

/** Milliseconds that one request may take. */
const patience = 2_000;

type Context = IExecuteFunctions | IHookFunctions | IWebhookFunctions;

interface Full {
  readonly statusCode: number;
  readonly body: unknown;
}

/** Requests to where the node's credential says: two seconds each, no redirects, and any status is a reply. */
export const senderOf =
  (context: Context): Send =>
  async ({ method, path, body }): Promise<Reply> => {
    const options: IHttpRequestOptions = {
      method,
      url: path,
      headers: { accept: 'application/json' },
      json: true,
      timeout: patience,
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
      ...(body === undefined ? {} : { body }),
    };
    const full = (await context.helpers.httpRequestWithAuthentication.call(
      context,
      credential,
      options,
    )) as Full;
    return { status: full.statusCode, body: full.body };
  };
