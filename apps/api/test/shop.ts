import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileInput } from '@plumbline/core';
import {
  addAlertTarget,
  addConnection,
  addSource,
  addSubscription,
  askDecision,
  attestPractice,
  createBusiness,
  createKey,
  decisionBodySchema,
  getFlow,
  listAlerts,
  listDeliveries,
  openHandover,
  putFlow,
  putProfile,
  recordOutcomes,
  suppress,
} from '@plumbline/service';
import type { Api } from './start-api.ts';

const examples = join(
  import.meta.dirname,
  '../../../packages/core/src/checks/require-human-escalation/examples',
);

export type Workflow = Record<string, unknown>;

/** A chatbot without a way to a person, as n8n would export it under this id. */
export const chatbot = (id: string, name = 'Chat on the website'): Workflow => ({
  ...(JSON.parse(readFileSync(join(examples, 'fail-no-way-out.json'), 'utf8')) as Workflow),
  id,
  name,
});

/** A chatbot that hands over in another flow, which nobody has here, and the place where that is asked. */
export const handsOver = (id: string): { readonly workflow: Workflow; readonly key: string } => {
  const file = readFileSync(join(examples, 'unknown-tool-in-another-flow.json'), 'utf8');
  const workflow: Workflow = { ...(JSON.parse(file) as Workflow), id };
  const nodes = workflow['nodes'] as readonly { readonly id: string; readonly name: string }[];
  const ids = ['Customer writes', 'Repair assistant'].map(
    (name) => nodes.find((node) => node.name === name)?.id ?? '',
  );
  return { workflow, key: `require-human-escalation:${ids.join('+')}` };
};

/** A chatbot that hands over to a person. */
export const reachable = (id: string): Workflow => ({
  ...(JSON.parse(readFileSync(join(examples, 'pass-agent-tool.json'), 'utf8')) as Workflow),
  id,
});

export const profile = (name: string): ProfileInput => ({
  profile: 1,
  name,
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'reach-a-person',
          promise: 'A customer can always reach one of us',
          enforcement: 'block',
          checks: [{ check: 'require-human-escalation' }],
          practices: [{ id: 'voice', title: 'Have the voice of the chatbot reviewed' }],
        },
        {
          id: 'not-too-much',
          promise: 'We write to nobody more often than they like',
          enforcement: 'block',
          rules: [
            { rule: 'contact-limit', options: { most: 2, days: 7 } },
            { rule: 'respect-opt-out' },
            { rule: 'no-placeholder' },
          ],
        },
        {
          id: 'read',
          promise: 'Nothing goes out unread',
          enforcement: 'approve',
          rules: [{ rule: 'reviewed-ai-text' }],
        },
      ],
    },
  ],
});

export const connection = {
  name: 'n8n of the shop',
  origin: 'https://n8n.example.org',
  path: '/webhook-waiting/**',
};

export const alertTarget = {
  name: 'The shop on Slack',
  place: { channel: 'slack' as const, url: 'https://hooks.slack.com/services/T0/B0/xyz' },
};

export const subscription = { url: 'https://n8n.example.org/webhook/1', events: ['flow.drifted'] };

export const n8nSource = { kind: 'n8n' as const, url: 'https://n8n.example.org', key: 'n8n_secret' };

/** A conversation, as an automation would hand it over. */
export const handover = {
  flow: { source: 'n8n', id: 'chat' },
  conversation: [
    { from: 'customer' as const, text: 'Can I talk to a person?', at: '2026-01-05T08:00:00Z' },
    { from: 'automation' as const, text: 'One of us will get back to you.' },
  ],
  reason: 'Asks for a person',
  recipient: { address: 'waits@example.org' },
};

/** A newsletter, as an automation would ask about it. */
export const question = (address: string, more: Record<string, unknown> = {}) => ({
  caller: 'zapier/news',
  action: 'message.send',
  channel: 'email',
  audience: 'customer',
  recipient: { address },
  content: { subject: 'News', text: 'Dear reader, the new books are here.' },
  facts: { aiGenerated: false, purpose: 'marketing' },
  ...more,
});

/** One business with everything in it; `mark` stands in every name, to be found again where it must not be. */
export interface Shop {
  readonly business: string;
  readonly flow: string;
  readonly etag: string;
  /** Id and secret of a key that may do all that a bound key may. */
  readonly keyId: string;
  readonly key: string;
  /** A decision that waits for a person. */
  readonly decision: string;
  readonly approval: string;
  /** A conversation that waits for a person. */
  readonly handover: string;
  /** An n8n that is read by itself. */
  readonly from: string;
  readonly suppressed: string;
  readonly connection: string;
  /** Key of the place where the flow has a fault. */
  readonly fault: string;
  /** Something that somebody has added: a practice that they vouch for. */
  readonly oversight: string;
  readonly subscription: string;
  /** One that waits to be sent to it. */
  readonly delivery: string;
  /** Where people are told, and what they are told of. */
  readonly target: string;
  readonly alert: string;
}

export const openShop = async ({ ctx, reconciler }: Api, business: string, mark: string): Promise<Shop> => {
  const flow = `${business}-flow`;
  await createBusiness({ ctx, input: { id: business, name: `${mark} shop` } });
  const { etag } = await putProfile({ ctx, input: { business, profile: profile(`${mark} profile`) } });
  const target = await addAlertTarget({
    ctx,
    input: { business, ...alertTarget, name: `${mark} target` },
  });
  await putFlow({
    ctx,
    input: {
      business,
      source: 'n8n',
      id: flow,
      workflow: chatbot(flow, `${mark} flow`),
      state: 'published',
      wait: 1,
    },
  });
  const { key, secret } = await createKey({
    ctx,
    input: { business, name: `${mark} key`, scopes: ['read', 'write', 'decide', 'gate'] },
  });
  await reconciler.idle();
  const judged = await getFlow({ ctx, input: { business, source: 'n8n', id: flow } });
  const vouched = { business, practice: 'voice', by: `${mark} person` };
  const oversight = (await attestPractice({ ctx, input: vouched })).id;
  const added = await addConnection({
    ctx,
    input: { business, ...connection, name: `${mark} connection` },
  });
  const subscribed = await addSubscription({
    ctx,
    input: { business, url: `https://n8n.example.org/webhook/${mark}`, events: ['approval.waiting'] },
  });
  const asked = question('waits@example.org', {
    caller: `${mark} caller`,
    content: { text: `${mark} words` },
    facts: { aiGenerated: true },
    approval: {
      who: [`${mark} person`, 'Maria'],
      resume: { connection: added.connection.id, url: 'https://n8n.example.org/webhook-waiting/1' },
    },
  });
  const decided = await askDecision({ ctx, input: { business, ...decisionBodySchema.parse(asked) } });
  const [alert] = (await listAlerts({ ctx, input: { business } })).items;
  const [delivery] = (await listDeliveries({ ctx, input: { business } })).items;
  const from = await addSource({ ctx, input: { ...n8nSource, business, name: mark.toLowerCase() } });
  const handedOver = await openHandover({
    ctx,
    input: { ...handover, business, reason: `${mark} reason`, idempotencyKey: 'first' },
  });
  const address = 'gone@example.org';
  const { recipient } = await suppress({ ctx, input: { business, address, source: `${mark} list` } });
  await recordOutcomes({
    ctx,
    input: {
      business,
      outcomes: [{ indicator: `${mark.toLowerCase()}/figure`, value: 1, at: '2026-01-04T10:00:00Z' }],
    },
  });
  return {
    decision: decided.id ?? '',
    approval: decided.approval?.id ?? '',
    handover: handedOver.id,
    from: from.id,
    suppressed: recipient,
    connection: added.connection.id,
    fault: judged.findings[0]?.occurrences[0]?.key ?? '',
    oversight,
    subscription: subscribed.id,
    delivery: delivery?.id ?? '',
    target: target.id,
    alert: alert?.id ?? '',
    business,
    flow,
    etag,
    keyId: key.id,
    key: secret,
  };
};
