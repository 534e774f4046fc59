import type { Check } from './define.ts';
export const checks: readonly Check[] = [];
