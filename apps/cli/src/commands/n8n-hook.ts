import { resolve } from 'node:path';
import { plain } from '@plumbline/core';
import { saveHook, type WhenDown } from '@plumbline/n8n';
import { exitCode } from '../exit.ts';
import { writeReport } from '../output/write-report.ts';

export { whenDownChoices } from '@plumbline/n8n';

export interface HookOptions {
  readonly output?: string;
  readonly whenDown: WhenDown;
}

/** `plumbline n8n hook`: writes the file for n8n's `EXTERNAL_HOOK_FILES`, and says what n8n needs beside it. */
export const n8nHook = async ({ output, whenDown }: HookOptions): Promise<number> => {
  await writeReport(saveHook(whenDown), output);
  if (output === undefined || output === '-') return exitCode.clean;
  const next = [
    `Wrote ${plain(output)}. Start n8n with:`,
    `  EXTERNAL_HOOK_FILES=${plain(resolve(output))}`,
    '  PLUMBLINE_URL=http://127.0.0.1:4777',
    '  PLUMBLINE_BUSINESS=<id of the business>',
    '  PLUMBLINE_KEY=<a key of that business with the scope gate>',
  ];
  await writeReport(`${next.join('\n')}\n`, undefined);
  return exitCode.clean;
};
