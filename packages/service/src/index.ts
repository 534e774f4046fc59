export { announce } from './alerts/announce.ts';
export { announceFresh, announceStale, type Stale } from './alerts/announce-stale.ts';
export { announceStopped } from './alerts/announce-stopped.ts';
export {
  type ApprovalDetail,
  type ApprovalView,
  approvalDetailSchema,
  approvalSchema,
} from './approve/approval-view.ts';
export { type BusinessView, businessIdSchema, businessSchema } from './business.ts';
export { type Caretaker, type CaretakerOptions, createCaretaker } from './caretaker.ts';
export type { Actor, BareContext, Call, Context, Logger } from './context.ts';
export { type ApprovalWish, approvalWishSchema } from './decide/approval-wish.ts';
export {
  type DecisionView,
  decisionSchema,
  type KeptDecisionView,
  keptDecisionSchema,
} from './decide/decision-view.ts';
export { createDesk, type Desk } from './decide/desk.ts';
export { createPolicies, type Policies } from './decide/policies.ts';
export { isPrivate } from './deliver/private-address.ts';
export type { Letter, Mail, Outgoing, Send, Sent } from './deliver/send.ts';
export { type Drift, driftSchema } from './drift/view.ts';
export { perform, type Task } from './evaluate.ts';
export {
  type Evaluation,
  evaluationSchema,
  type FlowHeadView,
  flowHeadSchema,
  flowStateSchema,
  type JudgedFlow,
  type JudgedInFull,
  judgedInFullSchema,
  judgedSchema,
} from './flow.ts';
export {
  type HandoverDetail,
  type HandoverView,
  handoverDetailSchema,
  handoverSchema,
} from './handover/handover-view.ts';
export { createIds } from './ids.ts';
export type { Judged } from './judge-flow.ts';
export { type KeyView, keySchema, keyScopeSchema } from './key.ts';
export { type OversightView, oversightPageSchema, oversightSchema } from './oversight/view.ts';
export { parseInput } from './parse-input.ts';
export { Problem, type ProblemAt, type ProblemCode, problems } from './problem.ts';
export {
  type ProfileUsed,
  type ProfileVersionView,
  profileUsedSchema,
  profileVersionSchema,
} from './profile.ts';
export { type Judge, type JudgeResult, judgeHere } from './reconcile/judge.ts';
export {
  createWatchdog,
  type Watch,
  type Watchdog,
  type WatchdogOptions,
  type WatchState,
} from './reconcile/watchdog.ts';
export { createReconciler, type Reconciler, type ReconcilerOptions } from './reconciler.ts';
export { mayReadMetrics } from './scope.ts';
export type { Look, Looked, Looking } from './sources/look.ts';
export { type SourceView, sourceSchema } from './sources/source-view.ts';
export { createSourceWatch, type SourceWatch, type SourceWatchOptions } from './sources/source-watch.ts';
export { systemActor } from './system-actor.ts';
export * from './use-cases/alert-settings.ts';
export * from './use-cases/alert-targets.ts';
export * from './use-cases/alerts.ts';
export * from './use-cases/answer-approval.ts';
export {
  approvalAddress,
  approvalPageSchema,
  getApproval,
  getApprovalInput,
  listApprovals,
  listApprovalsInput,
} from './use-cases/approvals.ts';
export * from './use-cases/attest-answer.ts';
export * from './use-cases/attest-practice.ts';
export * from './use-cases/authenticate-key.ts';
export * from './use-cases/check-workflow.ts';
export * from './use-cases/close-handover.ts';
export * from './use-cases/connections.ts';
export * from './use-cases/create-business.ts';
export { type CreatedKey, createdKeySchema, createKey, createKeyInput } from './use-cases/create-key.ts';
export * from './use-cases/decide.ts';
export * from './use-cases/delete-business.ts';
export * from './use-cases/delete-flow.ts';
export * from './use-cases/deliver-due.ts';
export * from './use-cases/deliveries.ts';
export * from './use-cases/ensure-admin-key.ts';
export * from './use-cases/erase-recipient.ts';
export * from './use-cases/evaluate-missing.ts';
export * from './use-cases/export-decisions.ts';
export * from './use-cases/flow-diff.ts';
export * from './use-cases/flow-history.ts';
export {
  type GateVerdict,
  gateBodySchema,
  gateFlow,
  gateFlowInput,
  gateVerdictSchema,
} from './use-cases/gate-flow.ts';
export * from './use-cases/get-business.ts';
export { decisionAddress, getDecision, getDecisionInput } from './use-cases/get-decision.ts';
export * from './use-cases/get-drift.ts';
export * from './use-cases/get-flow.ts';
export * from './use-cases/get-matrix.ts';
export * from './use-cases/get-me.ts';
export * from './use-cases/get-profile.ts';
export * from './use-cases/get-progress.ts';
export {
  getHandover,
  getHandoverInput,
  handoverPageSchema,
  listHandovers,
  listHandoversInput,
} from './use-cases/handovers.ts';
export * from './use-cases/keep-house.ts';
export * from './use-cases/list-businesses.ts';
export * from './use-cases/list-checks.ts';
export * from './use-cases/list-decisions.ts';
export * from './use-cases/list-flows.ts';
export * from './use-cases/list-keys.ts';
export * from './use-cases/list-oversight.ts';
export * from './use-cases/open-handover.ts';
export * from './use-cases/outcome-series.ts';
export * from './use-cases/preview-profile.ts';
export * from './use-cases/put-flow.ts';
export * from './use-cases/put-profile.ts';
export * from './use-cases/record-outcomes.ts';
export * from './use-cases/record-unanswered.ts';
export * from './use-cases/release-contact.ts';
export {
  type Replay,
  replayDecision,
  replayDecisionInput,
  replaySchema,
} from './use-cases/replay-decision.ts';
export { reportBodySchema, reportFlow, reportFlowInput } from './use-cases/report-flow.ts';
export * from './use-cases/retry-flow.ts';
export * from './use-cases/revoke-key.ts';
export * from './use-cases/revoke-oversight.ts';
export * from './use-cases/see-approvals.ts';
export * from './use-cases/sign-off-flow.ts';
export {
  addSource,
  addSourceInput,
  getSource,
  getSourceInput,
  listSources,
  listSourcesInput,
  removeSource,
  setSourceKey,
  setSourceKeyInput,
  sourceBodySchema,
  sourceKeyBodySchema,
  sourceListSchema,
} from './use-cases/sources.ts';
export * from './use-cases/subscriptions.ts';
export * from './use-cases/suppressions.ts';
export { type Synced, syncedSchema, syncSource } from './use-cases/sync-source.ts';
export * from './use-cases/waive-fault.ts';
export type { Vault } from './vault.ts';
