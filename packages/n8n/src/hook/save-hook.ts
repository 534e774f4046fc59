import { hookBody } from './hook-body.ts';
import { hookHeader, type WhenDown } from './hook-header.ts';

/** Text of a file for n8n's `EXTERNAL_HOOK_FILES`: reports every save, and asks before anything is published. */
export const saveHook = (whenDown: WhenDown): string =>
  [
    "'use strict';",
    ...hookHeader(whenDown),
    '',
    `const whenDown = '${whenDown}';`,
    hookBody.trimStart(),
  ].join('\n');
