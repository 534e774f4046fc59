import { plain } from '@plumbline/core';
import { exitCode, UsageError } from '../exit.ts';
import { writeReport } from '../output/write-report.ts';
import { type SourceOptions, withSource } from './sources.ts';

/** `plumbline disconnect n8n`: has an n8n read no more. Its flows stay as they were read last. */
export const disconnectN8n = (options: SourceOptions): Promise<number> =>
  withSource(options, 'did not disconnect it', async ({ ask, business, source, before }) => {
    if (before === undefined)
      throw new UsageError(`No n8n is connected as ${source}. \`--name\` names one that has a name.`);
    const path = { business, from: before.id };
    await ask.call('delete', '/v1/businesses/{business}/sources/{from}', { path });
    await writeReport(
      `disconnected ${plain(before.url)} from ${plain(business)}; its flows stay as they were read last\n`,
      undefined,
    );
    return exitCode.clean;
  });
