export { type BusinessView, businessIdSchema, businessSchema } from './business.ts';
export type { Actor, BareContext, Call, Context, Logger } from './context.ts';
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
export { createIds } from './ids.ts';
export { type KeyView, keySchema, keyScopeSchema } from './key.ts';
export { parseInput } from './parse-input.ts';
export { Problem, type ProblemAt, type ProblemCode, problems } from './problem.ts';
export {
  type ProfileUsed,
  type ProfileVersionView,
  profileUsedSchema,
  profileVersionSchema,
} from './profile.ts';
export { createReconciler, type Reconciler, type ReconcilerOptions } from './reconciler.ts';
export { systemActor } from './system-actor.ts';
export * from './use-cases/authenticate-key.ts';
export * from './use-cases/check-workflow.ts';
export * from './use-cases/create-business.ts';
export { type CreatedKey, createdKeySchema, createKey, createKeyInput } from './use-cases/create-key.ts';
export * from './use-cases/delete-business.ts';
export * from './use-cases/delete-flow.ts';
export * from './use-cases/ensure-admin-key.ts';
export * from './use-cases/evaluate-missing.ts';
export * from './use-cases/get-business.ts';
export * from './use-cases/get-flow.ts';
export * from './use-cases/get-matrix.ts';
export * from './use-cases/get-profile.ts';
export * from './use-cases/list-businesses.ts';
export * from './use-cases/list-checks.ts';
export * from './use-cases/list-flows.ts';
export * from './use-cases/list-keys.ts';
export * from './use-cases/put-flow.ts';
export * from './use-cases/put-profile.ts';
export * from './use-cases/retry-flow.ts';
export * from './use-cases/revoke-key.ts';
