export type { components, paths } from './api.gen.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type Decision,
  type Question,
  type RecordedOutcome,
} from './client.ts';
export { type ProblemDocument, ProblemError, UnreachableError } from './problem.ts';
