import type { KeyScope } from '@plumbline/store';
import * as service from '../src/index.ts';
import { message } from './shop-policy.ts';
import { profileAt, wayToAPerson } from './start.ts';

export type Run = (ctx: service.Context, business: string) => Promise<unknown>;

export const flow = { source: 'n8n', id: '1' };
export const connection = { name: 'n8n', origin: 'https://n8n.example.org', path: '/webhook-waiting/**' };

/** Ids of what is in the business that the cases work on. */
export const ids = {
  decision: '',
  approval: '',
  handover: '',
  delivery: '',
  suppressed: '',
  connected: '',
  source: '',
};

export type Cases = Readonly<Record<string, { readonly scope: KeyScope; readonly run: Run }>>;

/** Every use case that works on one business, with the scope it asks for. */
export const inBusiness: Cases = {
  getBusiness: { scope: 'read', run: (ctx, business) => service.getBusiness({ ctx, input: { business } }) },
  getProfile: { scope: 'read', run: (ctx, business) => service.getProfile({ ctx, input: { business } }) },
  getFlow: { scope: 'read', run: (ctx, business) => service.getFlow({ ctx, input: { business, ...flow } }) },
  listFlows: { scope: 'read', run: (ctx, business) => service.listFlows({ ctx, input: { business } }) },
  getProgress: {
    scope: 'read',
    run: (ctx, business) => service.getProgress({ ctx, input: { business } }),
  },
  getMatrix: { scope: 'read', run: (ctx, business) => service.getMatrix({ ctx, input: { business } }) },
  putProfile: {
    scope: 'write',
    run: (ctx, business) => service.putProfile({ ctx, input: { business, profile: profileAt('block') } }),
  },
  putFlow: {
    scope: 'write',
    run: (ctx, business) =>
      service.putFlow({
        ctx,
        input: { business, ...flow, workflow: wayToAPerson('1'), state: 'published', wait: 1 },
      }),
  },
  deleteFlow: {
    scope: 'write',
    run: (ctx, business) => service.deleteFlow({ ctx, input: { business, ...flow } }),
  },
  retryFlow: {
    scope: 'write',
    run: (ctx, business) => service.retryFlow({ ctx, input: { business, ...flow } }),
  },
  gateFlow: {
    scope: 'gate',
    run: (ctx, business) =>
      service.gateFlow({ ctx, input: { business, ...flow, workflow: wayToAPerson('1') } }),
  },
  reportFlow: {
    scope: 'gate',
    run: (ctx, business) =>
      service.reportFlow({ ctx, input: { business, ...flow, live: null, draft: wayToAPerson('1') } }),
  },
  evaluateMissing: {
    scope: 'write',
    run: (ctx, business) => service.evaluateMissing({ ctx, input: { business } }),
  },
};

export const inDecisions: typeof inBusiness = {
  askDecision: {
    scope: 'decide',
    run: (ctx, business) =>
      service.askDecision({
        ctx,
        input: { business, ...service.decisionBodySchema.parse(message('ann@example.org')) },
      }),
  },
  askDecisions: {
    scope: 'decide',
    run: (ctx, business) =>
      service.askDecisions({
        ctx,
        input: service.askDecisionsInput.parse({ business, requests: [message('ann@example.org')] }),
      }),
  },
  releaseContact: {
    scope: 'decide',
    run: (ctx, business) => service.releaseContact({ ctx, input: { business, decision: ids.decision } }),
  },
  getDecision: {
    scope: 'read',
    run: (ctx, business) => service.getDecision({ ctx, input: { business, decision: ids.decision } }),
  },
  listDecisions: {
    scope: 'read',
    run: (ctx, business) => service.listDecisions({ ctx, input: { business } }),
  },
  replayDecision: {
    scope: 'read',
    run: (ctx, business) => service.replayDecision({ ctx, input: { business, decision: ids.decision } }),
  },
  exportDecisions: {
    scope: 'read',
    run: (ctx, business) => service.exportDecisions({ ctx, input: { business } }),
  },
  recordOutcomes: {
    scope: 'decide',
    run: (ctx, business) =>
      service.recordOutcomes({
        ctx,
        input: { business, outcomes: [{ indicator: 'retention', value: 1, at: '2026-01-01T00:00:00Z' }] },
      }),
  },
  recordUnanswered: {
    scope: 'decide',
    run: (ctx, business) => {
      const { content: _, ...request } = message('ann@example.org');
      const actions = [{ id: 'a', at: '2026-01-01T00:00:00Z', why: 'unreachable', request }];
      return service.recordUnanswered({
        ctx,
        input: service.recordUnansweredInput.parse({ business, actions }),
      });
    },
  },
  outcomeSeries: {
    scope: 'read',
    run: (ctx, business) => service.outcomeSeries({ ctx, input: { business } }),
  },
  eraseRecipient: {
    scope: 'write',
    run: (ctx, business) => service.eraseRecipient({ ctx, input: { business, address: 'ann@example.org' } }),
  },
  previewProfile: {
    scope: 'read',
    run: (ctx, business) => service.previewProfile({ ctx, input: { business, profile: profileAt('block') } }),
  },
  addSubscription: {
    scope: 'decide',
    run: (ctx, business) =>
      service.addSubscription({
        ctx,
        input: { business, url: 'https://n8n.example.org/webhook/2', events: ['flow.drifted'] },
      }),
  },
  listDeliveries: {
    scope: 'read',
    run: (ctx, business) => service.listDeliveries({ ctx, input: { business } }),
  },
  replayDelivery: {
    scope: 'write',
    run: (ctx, business) => service.replayDelivery({ ctx, input: { business, delivery: ids.delivery } }),
  },
  openHandover: {
    scope: 'decide',
    run: (ctx, business) =>
      service.openHandover({ ctx, input: { business, conversation: [], reason: 'Asks for a person' } }),
  },
  listHandovers: {
    scope: 'read',
    run: (ctx, business) => service.listHandovers({ ctx, input: { business } }),
  },
  getHandover: {
    scope: 'read',
    run: (ctx, business) => service.getHandover({ ctx, input: { business, handover: ids.handover } }),
  },
  closeHandover: {
    scope: 'answer',
    run: (ctx, business) => service.closeHandover({ ctx, input: { business, handover: ids.handover } }),
  },
  listApprovals: {
    scope: 'read',
    run: (ctx, business) => service.listApprovals({ ctx, input: { business } }),
  },
  getApproval: {
    scope: 'read',
    run: (ctx, business) => service.getApproval({ ctx, input: { business, approval: ids.approval } }),
  },
  answerApproval: {
    scope: 'answer',
    run: (ctx, business) =>
      service.answerApproval({
        ctx,
        input: { business, approval: ids.approval, answer: { answer: 'approve', by: 'Maria' } },
      }),
  },
  suppress: {
    scope: 'write',
    run: (ctx, business) => service.suppress({ ctx, input: { business, address: 'bob@example.org' } }),
  },
  listSuppressions: {
    scope: 'read',
    run: (ctx, business) => service.listSuppressions({ ctx, input: { business } }),
  },
  unsuppress: {
    scope: 'write',
    run: (ctx, business) => service.unsuppress({ ctx, input: { business, recipient: ids.suppressed } }),
  },
  listSources: {
    scope: 'read',
    run: (ctx, business) => service.listSources({ ctx, input: { business } }),
  },
  getSource: {
    scope: 'read',
    run: (ctx, business) => service.getSource({ ctx, input: { business, from: ids.source } }),
  },
  listConnections: {
    scope: 'read',
    run: (ctx, business) => service.listConnections({ ctx, input: { business } }),
  },
  deliverDue: { scope: 'write', run: (ctx, business) => service.deliverDue({ ctx, input: { business } }) },
  keepHouse: { scope: 'write', run: (ctx, business) => service.keepHouse({ ctx, input: { business } }) },
};
