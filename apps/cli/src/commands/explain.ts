import { checkById, checks, didYouMean, plain, renderCheckList, renderExplain } from '@plumbline/core';
import { checkDocs } from '@plumbline/core/check-docs';
import { exitCode, UsageError } from '../exit.ts';
import { paintFor, wantsColour, widthOf } from '../output/screen.ts';
import { writeReport } from '../output/write-report.ts';

/** `plumbline explain [check]`: the list of checks, or one check's page. */
export const explain = async (
  id: string | undefined,
  options: { readonly color: boolean },
): Promise<number> => {
  const screen = {
    width: widthOf(process.stdout, process.env),
    paint: paintFor(wantsColour(process.stdout, options.color, process.env)),
  };
  if (id === undefined) {
    await writeReport(renderCheckList(checks, screen), undefined);
    return exitCode.clean;
  }
  const check = checkById(id);
  if (check === undefined) {
    const hint = didYouMean(
      id,
      checks.map((each) => each.meta.id),
    );
    throw new UsageError(`There is no check "${plain(id)}".${hint} \`plumbline explain\` lists them.`);
  }
  await writeReport(renderExplain(check, checkDocs[id], screen), undefined);
  return exitCode.clean;
};
