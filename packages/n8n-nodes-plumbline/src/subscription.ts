import { type IHookFunctions, NodeApiError } from 'n8n-workflow';
import { here } from './ask.ts';
import { exchange, exchangeOnce, isRecord } from './exchange.ts';
import { senderOf } from './send.ts';

/** What is remembered of a subscription in the workflow's static data. */
interface Subscription {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly secret: string;
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** The subscription that is remembered; undefined where there is none. */
export const subscriptionIn = (kept: Readonly<Record<string, unknown>>): Subscription | undefined => {
  const value = kept['subscription'];
  if (!isRecord(value)) return undefined;
  const { id, url, secret } = value;
  if (typeof id !== 'string' || typeof url !== 'string' || typeof secret !== 'string') return undefined;
  return { id, url, secret, events: texts(value['events']) };
};

const pathOf = (id: string): string => `${here}/subscriptions/${encodeURIComponent(id)}`;

const wantedBy = (context: IHookFunctions) => ({
  url: context.getNodeWebhookUrl('default') ?? '',
  events: [...texts(context.getNodeParameter('events'))].sort(),
});

const faultOf = (context: IHookFunctions, message: string, description = ''): NodeApiError =>
  new NodeApiError(context.getNode(), { message }, { message, description });

/** Whether Plumbline knows of exactly what this node wants. */
export const isSubscribed = async (context: IHookFunctions): Promise<boolean> => {
  const now = subscriptionIn(context.getWorkflowStaticData('node'));
  const wanted = wantedBy(context);
  if (now === undefined || now.url !== wanted.url || now.events.join() !== wanted.events.join()) return false;
  const result = await exchange(senderOf(context), { method: 'GET', path: pathOf(now.id) });
  if (result.kind === 'none') throw faultOf(context, result.why);
  return result.kind === 'answered';
};

/** Takes the subscription away; false where that could not be told to Plumbline. */
export const unsubscribe = async (context: IHookFunctions): Promise<boolean> => {
  const kept = context.getWorkflowStaticData('node');
  const now = subscriptionIn(kept);
  if (now === undefined) return true;
  const result = await exchange(senderOf(context), { method: 'DELETE', path: pathOf(now.id) });
  const gone = result.kind === 'answered' || (result.kind === 'refused' && result.problem.status === 404);
  if (gone) delete kept['subscription'];
  return gone;
};

/** Subscribes, and remembers the secret that is told this once. Throws where Plumbline does not take it. */
export const subscribe = async (context: IHookFunctions): Promise<boolean> => {
  // Of an earlier address or other events.
  await unsubscribe(context);
  const wanted = wantedBy(context);
  // Once only: repeated, it might be there twice, and nobody would know the other one's secret.
  const result = await exchangeOnce(senderOf(context), {
    method: 'POST',
    path: `${here}/subscriptions`,
    body: wanted,
  });
  if (result.kind === 'refused') {
    const { title, detail, fix } = result.problem;
    throw faultOf(context, `${title}: ${detail}`, fix);
  }
  const body = result.kind === 'answered' && isRecord(result.body) ? result.body : {};
  const made = subscriptionIn({ subscription: { ...body, ...wanted } });
  if (made === undefined) {
    throw faultOf(
      context,
      result.kind === 'none' ? result.why : 'What Plumbline answered is no subscription.',
    );
  }
  context.getWorkflowStaticData('node')['subscription'] = { ...made };
  return true;
};
