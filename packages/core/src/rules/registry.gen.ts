// Generated from the folders beside this file: `pnpm generate`.
import type { Rule } from './define.ts';
import { rule as respectOptOut } from './respect-opt-out/rule.ts';

export const rules: readonly Rule[] = [
  respectOptOut,
];
