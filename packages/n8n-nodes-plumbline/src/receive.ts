import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isRecord } from './exchange.ts';
import { firstTime } from './seen.ts';
import { isSigned, type SignedCall } from './signature.ts';
import { subscriptionIn } from './subscription.ts';

const headerOf = (headers: Readonly<Record<string, unknown>>, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

const bytesOf = (request: unknown): Uint8Array => {
  const raw: unknown =
    typeof request === 'object' && request !== null ? Reflect.get(request, 'rawBody') : undefined;
  return raw instanceof Uint8Array ? raw : new Uint8Array();
};

const answer = (context: IWebhookFunctions, status: number, message: string): IWebhookResponseData => {
  context.getResponseObject().status(status).json({ message });
  return { noWebhookResponse: true };
};

/** An event as it starts the flow; undefined where the bytes are none. */
const eventIn = (call: SignedCall): IDataObject | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(call.body).toString('utf8'));
    return isRecord(value) && typeof value['type'] === 'string' ? { ...value, id: call.id } : undefined;
  } catch {
    return undefined;
  }
};

/** Starts the flow with an event that Plumbline signed, and with each event once. */
export const receive = async (context: IWebhookFunctions): Promise<IWebhookResponseData> => {
  const kept = context.getWorkflowStaticData('node');
  const subscription = subscriptionIn(kept);
  const headers: Readonly<Record<string, unknown>> = { ...context.getHeaderData() };
  const call: SignedCall = {
    id: headerOf(headers, 'webhook-id'),
    timestamp: headerOf(headers, 'webhook-timestamp'),
    signature: headerOf(headers, 'webhook-signature'),
    body: bytesOf(context.getRequestObject()),
  };
  if (subscription === undefined || !isSigned(call, subscription.secret, Math.floor(Date.now() / 1000)))
    return answer(context, 401, 'This was not signed by Plumbline.');
  const event = eventIn(call);
  if (event === undefined) return answer(context, 400, 'This is no event.');
  if (!firstTime(kept, call.id)) return answer(context, 200, 'This event has started the flow already.');
  // Answered here and now: n8n would start the run before it answers, and by that forgets what was noted above.
  return { ...answer(context, 200, 'Taken.'), workflowData: [[{ json: event }]] };
};
