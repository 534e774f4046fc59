import type { StoreTransaction, StoreView } from '../port.ts';
import { alertReads, alertWrites } from './alerts.ts';
import { answerReads, answerWrites } from './answers.ts';
import { approvalReads, approvalWrites } from './approvals.ts';
import { businessReads, businessWrites } from './businesses.ts';
import { connectionReads, connectionWrites } from './connections.ts';
import { contactReads, contactWrites } from './contacts.ts';
import { conversationReads, conversationWrites } from './conversations.ts';
import { decisionReads, decisionWrites } from './decisions.ts';
import { deliveryReads, deliveryWrites } from './deliveries.ts';
import { eventReads, eventWrites } from './events.ts';
import { flowReads, flowWrites } from './flows.ts';
import { handoverReads, handoverWrites } from './handovers.ts';
import { judgingReads, judgingWrites } from './judging.ts';
import { keyReads, keyWrites } from './keys.ts';
import { outcomeReads, outcomeWrites } from './outcomes.ts';
import { oversightReads, oversightWrites } from './oversight.ts';
import { profileReads, profileWrites } from './profiles.ts';
import { readingReads, readingWrites } from './readings.ts';
import { sourceReads, sourceWrites } from './sources.ts';
import type { Open } from './tables.ts';
import { trailReads, trailWrites } from './trail.ts';
import { wantedReads } from './wanted.ts';

/** The reads of one scope over any SQL database. */
export const viewOf = (open: Open, scope: string): StoreView => ({
  ...businessReads(open, scope),
  ...keyReads(open, scope),
  ...profileReads(open, scope),
  ...flowReads(open, scope),
  ...conversationReads(open, scope),
  ...readingReads(open, scope),
  ...answerReads(open, scope),
  ...wantedReads(open, scope),
  ...judgingReads(open, scope),
  ...decisionReads(open, scope),
  ...contactReads(open, scope),
  ...approvalReads(open, scope),
  ...connectionReads(open, scope),
  ...handoverReads(open, scope),
  ...eventReads(open, scope),
  ...deliveryReads(open, scope),
  ...alertReads(open, scope),
  ...outcomeReads(open, scope),
  ...sourceReads(open, scope),
  ...oversightReads(open, scope),
  ...trailReads(open, scope),
});

/** The reads and writes of one scope over any SQL database. */
export const transactionOf = (open: Open, scope: string): StoreTransaction => ({
  ...viewOf(open, scope),
  ...businessWrites(open, scope),
  ...keyWrites(open, scope),
  ...profileWrites(open, scope),
  ...flowWrites(open, scope),
  ...conversationWrites(open, scope),
  ...readingWrites(open, scope),
  ...answerWrites(open, scope),
  ...judgingWrites(open, scope),
  ...decisionWrites(open, scope),
  ...contactWrites(open, scope),
  ...approvalWrites(open, scope),
  ...connectionWrites(open, scope),
  ...handoverWrites(open, scope),
  ...eventWrites(open, scope),
  ...deliveryWrites(open, scope),
  ...alertWrites(open, scope),
  ...outcomeWrites(open, scope),
  ...sourceWrites(open, scope),
  ...oversightWrites(open, scope),
  ...trailWrites(open, scope),
});
