import type { Conversations } from '@plumbline/core';
import type { FlowHead, FlowRef } from './port.ts';

/** By which services one kept flow takes part in conversations. */
export interface FlowConversations extends FlowRef, Conversations {
  /** When the flow was first kept. */
  readonly createdAt: string;
}

export interface ConversationReads {
  /** Of the flows of a source with one of these ids, removed ones included; flows that take part in none are left out. */
  readonly conversations: (source: string, ids: readonly string[]) => Promise<readonly FlowConversations[]>;
  /** Current published flows that listen to `service`, at most `limit`: the earliest kept first, then by id. */
  readonly listeners: (source: string, service: string, limit: number) => Promise<readonly FlowHead[]>;
  /** Current flows whose messages are answered over one of these services. */
  readonly answeredOver: (source: string, services: readonly string[]) => Promise<readonly FlowHead[]>;
}

export interface ConversationWrites {
  /** Replaces what was noted of a kept flow. `createdAt` must be the flow's own. */
  readonly putConversations: (conversations: FlowConversations) => Promise<void>;
}
