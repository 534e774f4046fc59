import type { Page } from './port.ts';

export const approvalStates = ['open', 'approved', 'edited', 'rejected', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** A decision that waits for a person, or has. */
export interface StoredApproval {
  readonly id: string;
  readonly decision: string;
  readonly state: ApprovalState;
  /** Names of the people who may answer; empty: anybody whose key may. */
  readonly who: readonly string[];
  /** When silence turns into `expired`. */
  readonly until: string;
  /** What is called once it is answered, by way of a connection; null: nothing is called. */
  readonly resume: { readonly connection: string; readonly url: string } | null;
  readonly createdAt: string;
  readonly answeredAt: string | null;
  /** The person as named in the answer, and the key it came with. */
  readonly answeredBy: string | null;
  readonly actor: string | null;
  readonly comment: string | null;
  /** What is to go out instead, encrypted. */
  readonly edited: string | null;
}

export interface ApprovalAnswer {
  readonly state: Exclude<ApprovalState, 'open'>;
  readonly answeredAt: string;
  readonly answeredBy: string | null;
  readonly actor: string | null;
  readonly comment: string | null;
  readonly edited: string | null;
}

/** Another program that may be called back, registered by an admin. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  /** Scheme, host and port, e.g. `https://n8n.example.org`. */
  readonly origin: string;
  /** Path with `*` for one part and `**` at the end for any, e.g. `/webhook-waiting/**`. */
  readonly path: string;
  /** May lie in a private network. */
  readonly allowPrivate: boolean;
  /** The secret that calls are signed with, encrypted. */
  readonly secret: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface ApprovalReads {
  readonly approval: (id: string) => Promise<StoredApproval | undefined>;
  readonly approvalOf: (decision: string) => Promise<StoredApproval | undefined>;
  /** By id, oldest first; `dueBefore`: only those whose time ended before. */
  readonly approvals: (
    page: Page & { readonly state?: ApprovalState | undefined; readonly dueBefore?: string },
  ) => Promise<readonly StoredApproval[]>;
  /** By id. */
  readonly connections: () => Promise<readonly Connection[]>;
  readonly connection: (id: string) => Promise<Connection | undefined>;
}

export interface ApprovalWrites {
  readonly addApproval: (approval: StoredApproval) => Promise<void>;
  /** The first answer counts: false if it is not open any more. */
  readonly answerApproval: (id: string, answer: ApprovalAnswer) => Promise<boolean>;
  readonly addConnection: (connection: Connection) => Promise<void>;
  readonly removeConnection: (id: string) => Promise<boolean>;
}
