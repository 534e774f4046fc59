// Generated from the folders beside this file: `pnpm generate`.
import type { Check } from './define.ts';
import { check as noLiteralPlaceholder } from './no-literal-placeholder/check.ts';
import { check as noUnreachableSender } from './no-unreachable-sender/check.ts';
import { check as preferLocalContent } from './prefer-local-content/check.ts';
import { check as requireAnswerOnFailure } from './require-answer-on-failure/check.ts';
import { check as requireBotDisclosure } from './require-bot-disclosure/check.ts';
import { check as requireContactLimit } from './require-contact-limit/check.ts';
import { check as requireContextOnHandoff } from './require-context-on-handoff/check.ts';
import { check as requireErrorPath } from './require-error-path/check.ts';
import { check as requireHumanEscalation } from './require-human-escalation/check.ts';
import { check as requireOptOut } from './require-opt-out/check.ts';
import { check as requirePersonalisedMessage } from './require-personalised-message/check.ts';
import { check as requireQualityCheck } from './require-quality-check/check.ts';
import { check as requireQuietHours } from './require-quiet-hours/check.ts';
import { check as requireReschedulePath } from './require-reschedule-path/check.ts';
import { check as requireReviewOfAiMessage } from './require-review-of-ai-message/check.ts';
import { check as requireSegmentedAudience } from './require-segmented-audience/check.ts';
import { check as requireSuppression } from './require-suppression/check.ts';

export const checks: readonly Check[] = [
  noLiteralPlaceholder,
  noUnreachableSender,
  preferLocalContent,
  requireAnswerOnFailure,
  requireBotDisclosure,
  requireContactLimit,
  requireContextOnHandoff,
  requireErrorPath,
  requireHumanEscalation,
  requireOptOut,
  requirePersonalisedMessage,
  requireQualityCheck,
  requireQuietHours,
  requireReschedulePath,
  requireReviewOfAiMessage,
  requireSegmentedAudience,
  requireSuppression,
];
