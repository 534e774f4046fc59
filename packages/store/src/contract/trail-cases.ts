import type { OversightReads, OversightWrites } from '../oversight-port.ts';
import type { TrailReads, TrailWrites } from '../trail-port.ts';
import type { Isolation } from './isolation-cases.ts';
import { at, flow, question } from './samples.ts';
import { noted, practice } from './trail-samples.ts';

const caller = flow('caller');
const wanted = { readers: ['reader-1'], questions: [question('a')] };

/** Isolation cases of the trail and of what people add. */
export const trailCases: Readonly<
  Record<keyof (OversightReads & OversightWrites & TrailReads & TrailWrites), Isolation>
> = {
  lastNoted: { proof: 'reveals', call: (tx) => tx.lastNoted([caller]) },
  trail: { proof: 'reveals', call: (tx) => tx.trail(caller, { limit: 10 }) },
  unnoted: { proof: 'reveals', call: (tx) => tx.unnoted(wanted, 'other', { limit: 10 }) },
  flowVersions: { proof: 'reveals', call: (tx) => tx.flowVersions(caller, { limit: 10 }) },
  versionOf: { proof: 'reveals', call: (tx) => tx.versionOf('n8n', 'caller', caller.fingerprint) },
  oversight: { proof: 'reveals', call: (tx) => tx.oversight({ limit: 10 }) },
  oversightById: { proof: 'reveals', call: (tx) => tx.oversightById('waiver') },
  oversightOf: { proof: 'reveals', call: (tx) => tx.oversightOf([caller], ['waiver']) },
  latestAudit: { proof: 'reveals', call: (tx) => tx.latestAudit('test', 'only-of-a') },
  practices: { proof: 'reveals', call: (tx) => tx.practices() },
  untold: { proof: 'reveals', call: (tx) => tx.untold('lapse', at(99), 10) },
  appendTrail: {
    proof: 'changes',
    call: (tx) => tx.appendTrail([noted('taken over', { id: 'caller', number: 2 })]),
  },
  markNoted: { proof: 'changes', call: (tx) => tx.markNoted([caller], '') },
  addOversight: { proof: 'changes', call: (tx) => tx.addOversight(practice('new')) },
  revokeOversight: { proof: 'changes', call: (tx) => tx.revokeOversight('waiver', at(9), 'somebody') },
  noteTold: { proof: 'changes', call: (tx) => tx.noteTold('waiver', 'soon', at(9)) },
};
