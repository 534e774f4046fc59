import { answers } from './contract/answers.ts';
import { approvalsAndOutcomes } from './contract/approvals.ts';
import { contents } from './contract/contents.ts';
import { conversations } from './contract/conversations.ts';
import { decisions } from './contract/decisions.ts';
import { events } from './contract/events.ts';
import { handovers } from './contract/handovers.ts';
import { isolation } from './contract/isolation.ts';
import { judging } from './contract/judging.ts';
import { missingFindings } from './contract/missing.ts';
import { oversights } from './contract/oversight.ts';
import type { ContractCase } from './contract/samples.ts';
import { sources } from './contract/sources.ts';
import { trails } from './contract/trail.ts';
import { transactions } from './contract/transactions.ts';

export type { ContractCase } from './contract/samples.ts';

/** What every adapter must do, each case on an empty store of its own. Throws assertion errors; needs no test runner. */
export const storeContract: readonly ContractCase[] = [
  ...contents,
  ...transactions,
  ...answers,
  ...missingFindings,
  ...judging,
  ...conversations,
  ...decisions,
  ...approvalsAndOutcomes,
  ...handovers,
  ...sources,
  ...events,
  ...trails,
  ...oversights,
  ...isolation,
];
