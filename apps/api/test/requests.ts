import type { Route } from '../src/route.ts';
import {
  alertTarget,
  chatbot,
  connection,
  handover,
  n8nSource,
  profile,
  question,
  type Shop,
  subscription,
} from './shop.ts';
import type { Ask } from './start-api.ts';

/** Puts parameters into a described path. */
export const pathOf = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  );

/** Parameters that name what is in this shop. */
export const paramsOf = (shop: Shop): Readonly<Record<string, string>> => ({
  business: shop.business,
  source: 'n8n',
  id: shop.flow,
  key: shop.keyId,
  decision: shop.decision,
  approval: shop.approval,
  handover: shop.handover,
  from: shop.from,
  recipient: shop.suppressed,
  connection: shop.connection,
  oversight: shop.oversight,
  practice: 'voice',
  subscription: shop.subscription,
  delivery: shop.delivery,
  target: shop.target,
  alert: shop.alert,
});

/** A body that each route takes; routes that are not here take none. */
export const bodyFor = (route: Route, shop: Shop): Pick<Ask, 'json'> => {
  switch (route.id) {
    case 'createBusiness':
      return { json: { id: 'another', name: 'Another' } };
    case 'createKey':
      return { json: { name: 'a key', scopes: ['read'] } };
    case 'createAdminKey':
      return { json: { name: 'a key' } };
    case 'putProfile':
      return { json: profile('Changed') };
    case 'putFlow':
      return { json: { workflow: chatbot(shop.flow, 'Changed'), state: 'published' } };
    case 'gateFlow':
      return { json: { workflow: chatbot(shop.flow, 'Changed'), live: null } };
    case 'reportFlow':
      return { json: { live: null, draft: chatbot(shop.flow, 'Changed') } };
    case 'previewProfile':
      return { json: profile('Changed') };
    case 'askDecision':
      return { json: question('ann@example.org') };
    case 'askDecisions':
      return { json: { requests: [question('ann@example.org'), question('bob@example.org')] } };
    case 'recordUnanswered': {
      const { content: _, ...request } = question('ann@example.org');
      return { json: { actions: [{ id: 'a', at: '2026-01-05T08:00:00Z', why: 'unreachable', request }] } };
    }
    case 'seeApprovals':
      return { json: { ids: [shop.approval] } };
    case 'answerApproval':
      return { json: { answer: 'approve', by: 'Maria' } };
    case 'openHandover':
      return { json: handover };
    case 'closeHandover':
      return { json: { comment: 'Called her back.' } };
    case 'suppress':
    case 'eraseRecipient':
      return { json: { address: 'ann@example.org' } };
    case 'recordOutcomes':
      return { json: { indicator: 'retention', value: 1, at: '2026-01-04T10:00:00Z' } };
    case 'addSource':
      return { json: n8nSource };
    case 'setSourceKey':
      return { json: { key: 'n8n_other' } };
    case 'addConnection':
      return { json: connection };
    case 'addAlertTarget':
      return { json: alertTarget };
    case 'putAlertSettings':
      return { json: { digest: 'daily', dailyAt: '18:00', timeZone: 'Europe/Berlin' } };
    case 'acknowledgeAlert':
      return { json: { by: 'Maria' } };
    case 'snoozeAlert':
      return { json: { by: 'Maria', until: '2026-01-06T09:00:00Z' } };
    case 'addSubscription':
      return { json: subscription };
    case 'signOffFlow':
    case 'attestPractice':
      return { json: { by: 'Maria' } };
    case 'attestAnswer':
      return { json: { by: 'Maria', key: shop.fault, holds: true } };
    case 'waiveFault':
      return {
        json: { by: 'Maria', reason: 'for now', keys: [shop.fault], until: '2026-02-01T09:00:00Z' },
      };
    case 'checkWorkflow':
      return { json: { workflow: chatbot('f') } };
    default:
      if (route.body !== undefined) throw new Error(`No body is known for ${route.id}.`);
      return {};
  }
};
