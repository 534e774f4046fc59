import { flowCursor, type StoreTransaction } from '../port.ts';
import { approval, connection, decision, outcome, suppression } from './decision-samples.ts';
import { alert, alertTarget, delivery, event, subscription } from './event-samples.ts';
import { handover, handoverEnd } from './handovers.ts';
import { claim } from './judging.ts';
import { answer, at, auditRow, flow, key, profile, question, reading, talks } from './samples.ts';
import { source, sourceStatus } from './sources.ts';
import { trailCases } from './trail-cases.ts';

/** What stands in everything of business A, and in nothing of B. */
export const markA = 'only-of-a';
export const markB = 'only-of-b';
export const caller = flow('caller');
export const called = flow('called');
const wanted = { readers: ['reader-1'], questions: [question('a')] };

/** Key ids and hashes are unique over all scopes. */
let keys = 0;
const nextKey = (): number => {
  keys += 1;
  return keys;
};

export interface Isolation {
  /** How A's own handle proves that the case reaches A's data at all. */
  readonly proof: 'reveals' | 'changes';
  /** The method, called with what belongs to A. */
  readonly call: (tx: StoreTransaction) => Promise<unknown>;
}

const reveals = (call: Isolation['call']): Isolation => ({ proof: 'reveals', call });
const changes = (call: Isolation['call']): Isolation => ({ proof: 'changes', call });

/** One case for every method that a handle has. The type, and a test at run time, refuse a method without one. */
export const isolationCases: Readonly<Record<keyof StoreTransaction, Isolation>> = {
  ...trailCases,
  business: reveals((tx) => tx.business()),
  keys: reveals((tx) => tx.keys()),
  profileHead: reveals((tx) => tx.profileHead()),
  profile: reveals(async (tx) => [await tx.profile(), await tx.profile(1)]),
  flow: reveals((tx) => tx.flow(called)),
  flows: reveals((tx) => tx.flows({ limit: 10, after: flowCursor(called), removed: true })),
  heads: reveals((tx) => tx.heads('n8n', ['caller', 'called'])),
  callers: reveals((tx) => tx.callers('n8n', ['called'])),
  conversations: reveals((tx) => tx.conversations('n8n', ['caller', 'called'])),
  listeners: reveals((tx) => tx.listeners('n8n', 'email', 10)),
  answeredOver: reveals((tx) => tx.answeredOver('n8n', ['email'])),
  readings: reveals((tx) => tx.readings([caller, called])),
  answers: reveals((tx) => tx.answers([caller, called], [question('a')])),
  gists: reveals((tx) => tx.gists([caller, called], [question('a')])),
  wholeFlows: reveals((tx) => tx.wholeFlows([called])),
  parked: reveals((tx) => tx.parked(wanted, { limit: 10 })),
  claims: reveals((tx) => tx.claims()),
  troubles: reveals((tx) => tx.troubles()),
  run: reveals((tx) => tx.run()),
  missing: reveals((tx) => tx.missing(wanted, { limit: 10 })),
  progress: reveals(async (tx) => {
    // B keeps one flow less, see `populate`: the count itself tells whose it is.
    const { flows } = await tx.progress(wanted);
    return flows === 2 ? markA : flows;
  }),
  auditTrail: reveals((tx) => tx.auditTrail({ limit: 10 })),
  createBusiness: changes(async (tx) => {
    await tx.deleteBusiness();
    return tx.createBusiness({ name: 'somebody else', createdAt: at(9) });
  }),
  deleteBusiness: changes((tx) => tx.deleteBusiness()),
  addKey: changes((tx) => tx.addKey(key(`key-${nextKey()}`))),
  revokeKey: changes((tx) => tx.revokeKey(`key-${markA}`, at(9))),
  noteKeyUse: changes((tx) => tx.noteKeyUse(`key-${markA}`, at(9))),
  addProfile: changes((tx) =>
    tx.addProfile({ hash: 'new', profile: profile('new'), createdAt: at(9), createdBy: 'new' }),
  ),
  putFlow: changes((tx) => tx.putFlow(flow('caller', { name: 'taken over', references: [] }))),
  putConversations: changes((tx) => tx.putConversations(talks(caller, ['sms']))),
  setClosure: changes((tx) => tx.setClosure(caller, 'another')),
  removeFlow: changes((tx) => tx.removeFlow(caller, at(9))),
  putReading: changes((tx) => tx.putReading(reading(caller, 'taken over'))),
  putReadings: changes((tx) => tx.putReadings([reading(caller, 'taken over')])),
  putClaim: changes((tx) => tx.putClaim(claim('claim', { worker: 'taken over' }))),
  removeClaim: changes((tx) => tx.removeClaim('claim')),
  putTrouble: changes((tx) => tx.putTrouble({ source: 'n8n', id: 'caller', closure: 'x', times: 7 })),
  removeTroubles: changes((tx) => tx.removeTroubles([caller])),
  beginRun: changes(async (tx) => {
    await tx.endRun(at(8));
    await tx.beginRun(at(9));
  }),
  advanceRun: changes((tx) => tx.advanceRun(at(9), 1)),
  endRun: changes((tx) => tx.endRun(at(9))),
  putAnswers: changes((tx) => tx.putAnswers([answer(caller, question('a'), 'taken over')])),
  forget: changes((tx) => tx.forget(caller, 'all')),
  addAudit: changes((tx) => tx.addAudit(auditRow('audit-2', 'taken over'))),
  decision: reveals((tx) => tx.decision('decision')),
  decisions: reveals((tx) => tx.decisions({ limit: 10 })),
  decisionsByKey: reveals((tx) => tx.decisionsByKey([markA])),
  contactUse: reveals((tx) => tx.contactUse({ recipients: [markA], since: '', channels: null })),
  suppressions: reveals((tx) => tx.suppressions([markA])),
  suppressionList: reveals((tx) => tx.suppressionList({ limit: 10 })),
  approval: reveals((tx) => tx.approval('approval')),
  approvalOf: reveals((tx) => tx.approvalOf('decision')),
  approvals: reveals((tx) => tx.approvals({ limit: 10 })),
  handover: reveals((tx) => tx.handover('handover')),
  handoverByKey: reveals((tx) => tx.handoverByKey(markA)),
  handovers: reveals((tx) => tx.handovers({ limit: 10 })),
  sources: reveals((tx) => tx.sources()),
  source: reveals((tx) => tx.source('source')),
  connections: reveals((tx) => tx.connections()),
  connection: reveals((tx) => tx.connection('connection')),
  delivery: reveals((tx) => tx.delivery('delivery')),
  dueDeliveries: reveals((tx) => tx.dueDeliveries(at(99), 10)),
  deliveriesOf: reveals((tx) => tx.deliveriesOf(['approval'])),
  deliveries: reveals((tx) => tx.deliveries({ limit: 10 })),
  events: reveals((tx) => tx.events(['event'])),
  eventsOf: reveals((tx) => tx.eventsOf(['gathering'])),
  subscriptions: reveals((tx) => tx.subscriptions()),
  subscription: reveals((tx) => tx.subscription('subscription')),
  alertTargets: reveals((tx) => tx.alertTargets()),
  alertTarget: reveals((tx) => tx.alertTarget('target')),
  alertSettings: reveals((tx) => tx.alertSettings()),
  alerts: reveals((tx) => tx.alerts({ limit: 10 })),
  alert: reveals((tx) => tx.alert('alert')),
  alertsAbout: reveals((tx) => tx.alertsAbout(['flow n8n/f'])),
  outcomesById: reveals((tx) => tx.outcomesById(['outcome'])),
  outcomes: reveals((tx) => tx.outcomes({ limit: 10 })),
  outcomeDays: reveals((tx) => tx.outcomeDays({ since: '', until: '9' })),
  addDecisions: changes((tx) => tx.addDecisions([decision('new', { recipient: markA })])),
  useContact: changes((tx) => tx.useContact('reserved', at(9))),
  releaseContact: changes((tx) => tx.releaseContact('decision')),
  expireContent: changes((tx) => tx.expireContent(at(99), 99)),
  eraseRecipient: changes((tx) => tx.eraseRecipient(markA)),
  putSuppressions: changes((tx) => tx.putSuppressions([suppression(markA, 'taken over')])),
  removeSuppression: changes((tx) => tx.removeSuppression(markA)),
  addApproval: changes((tx) => tx.addApproval(approval('new'))),
  answerApproval: changes((tx) =>
    tx.answerApproval('approval', {
      state: 'rejected',
      answeredAt: at(9),
      answeredBy: null,
      actor: null,
      comment: null,
      edited: null,
    }),
  ),
  addHandover: changes((tx) => tx.addHandover(handover('new'))),
  closeHandover: changes((tx) => tx.closeHandover('handover', handoverEnd)),
  expireHandovers: changes(async (tx) => {
    await tx.closeHandover('handover', handoverEnd);
    await tx.expireHandovers(at(99));
  }),
  eraseHandovers: changes((tx) => tx.eraseHandovers(markA, handoverEnd)),
  addSource: changes((tx) => tx.addSource(source('new'))),
  removeSource: changes((tx) => tx.removeSource('source')),
  setSourceKey: changes((tx) => tx.setSourceKey('source', 'other', at(9))),
  claimSource: changes((tx) => tx.claimSource('source', at(1), at(9))),
  noteSource: changes((tx) => tx.noteSource('source', sourceStatus)),
  addConnection: changes((tx) => tx.addConnection(connection('new'))),
  removeConnection: changes((tx) => tx.removeConnection('connection')),
  addEvents: changes((tx) => tx.addEvents([event('new', { key: 'new' })])),
  addSubscription: changes((tx) => tx.addSubscription(subscription('new'))),
  removeSubscription: changes((tx) => tx.removeSubscription('subscription')),
  addDelivery: changes((tx) => tx.addDelivery(delivery('new'), [])),
  addToDelivery: changes(async (tx) => {
    await tx.addEvents([event('added', { key: 'added' })]);
    await tx.addToDelivery('gathering', 'added');
  }),
  moveDelivery: changes((tx) => tx.moveDelivery(delivery('delivery'), delivery('delivery', { attempts: 7 }))),
  dropEvents: changes(async (tx) => {
    const gathering = await tx.delivery('gathering');
    if (gathering !== undefined) await tx.moveDelivery(gathering, { ...gathering, state: 'dropped' });
    await tx.dropEvents(at(99));
  }),
  putAlertTarget: changes((tx) => tx.putAlertTarget(alertTarget('target', { name: 'taken over' }))),
  removeAlertTarget: changes((tx) => tx.removeAlertTarget('target')),
  putAlertSettings: changes((tx) =>
    tx.putAlertSettings({ digest: 'hourly', dailyAt: '09:00', timeZone: 'UTC' }),
  ),
  putAlerts: changes((tx) => tx.putAlerts([alert('taken over', { subject: 'flow n8n/f' })])),
  addOutcomes: changes((tx) => tx.addOutcomes([outcome('new')])),
};
