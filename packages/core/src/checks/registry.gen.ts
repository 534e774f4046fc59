// Generated from the folders beside this file: `pnpm generate`.
import type { Check } from './define.ts';
import { check as requireHumanEscalation } from './require-human-escalation/check.ts';
import { check as requireReschedulePath } from './require-reschedule-path/check.ts';

export const checks: readonly Check[] = [
  requireHumanEscalation,
  requireReschedulePath,
];
