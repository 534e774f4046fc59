// Generated from the folders beside this file: `pnpm generate`.
import type { Rule } from './define.ts';
import { rule as amountLimit } from './amount-limit/rule.ts';
import { rule as contactLimit } from './contact-limit/rule.ts';
import { rule as disclosure } from './disclosure/rule.ts';
import { rule as distressOrPlea } from './distress-or-plea/rule.ts';
import { rule as flowStanding } from './flow-standing/rule.ts';
import { rule as noDecisionByModelAlone } from './no-decision-by-model-alone/rule.ts';
import { rule as noPersonalData } from './no-personal-data/rule.ts';
import { rule as noPlaceholder } from './no-placeholder/rule.ts';
import { rule as offerAPerson } from './offer-a-person/rule.ts';
import { rule as quietHours } from './quiet-hours/rule.ts';
import { rule as respectOptOut } from './respect-opt-out/rule.ts';
import { rule as reviewedAiText } from './reviewed-ai-text/rule.ts';

export const rules: readonly Rule[] = [
  amountLimit,
  contactLimit,
  disclosure,
  distressOrPlea,
  flowStanding,
  noDecisionByModelAlone,
  noPersonalData,
  noPlaceholder,
  offerAPerson,
  quietHours,
  respectOptOut,
  reviewedAiText,
];
