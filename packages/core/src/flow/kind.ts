import type { Step } from './flow.ts';

export const flowKinds = ['chatbot', 'email-campaign', 'scheduling', 'social', 'back-office', 'other'] as const;
/** What a flow is for, derived from what it does. */
export type FlowKind = (typeof flowKinds)[number];

/** A derived answer with the steps it rests on. */
export interface Derived<T> {
  readonly is: T;
  readonly because: string;
  readonly steps: readonly Step[];
}
