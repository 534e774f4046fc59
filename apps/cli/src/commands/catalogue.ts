import { counted, plain } from '@plumbline/core';
import { catalogue, catalogueVersion, type Unresolved, unresolvedIn } from '@plumbline/n8n';
import { exitCode } from '../exit.ts';
import { gather } from '../input/gather.ts';
import { progressOn } from '../output/progress.ts';
import { writeReport } from '../output/write-report.ts';

export const catalogueFormats = ['pretty', 'json'] as const;

export interface CatalogueOptions {
  readonly missing?: readonly string[];
  readonly format: (typeof catalogueFormats)[number];
}

const line = ({ type, operation, steps, flows }: Unresolved): string =>
  `${String(steps).padStart(6)}  ${plain(type)}${operation === '' ? '' : `  ${plain(operation)}`}` +
  `  (${counted(flows, 'flow', 'flows')})`;

const pretty = (missing: readonly Unresolved[], read: number): string => {
  const steps = missing.reduce((sum, each) => sum + each.steps, 0);
  const [are, they] = steps === 1 ? ['is', 'it does'] : ['are', 'they do'];
  const seen = counted(read, 'flow', 'flows');
  if (missing.length === 0) return `Every step of ${seen} is catalogued.\n`;
  return [
    `${counted(steps, 'step', 'steps')} of ${seen} ${are} not catalogued, so what ${they} is unknown:`,
    '',
    ...missing.map(line),
    '',
  ].join('\n');
};

const known = (): string => {
  const types = Object.keys(catalogue).length;
  return (
    `The catalogue (version ${catalogueVersion}) knows ${types} node types and their tool variants.\n` +
    '`plumbline catalogue --missing <folder>` lists what your workflows use beyond them.\n'
  );
};

/** `plumbline catalogue`: what is known of n8n's nodes, or what the workflows named use beyond that. */
export const showCatalogue = async ({ missing, format }: CatalogueOptions): Promise<number> => {
  if (missing === undefined) {
    const json = { version: catalogueVersion, types: Object.keys(catalogue).sort() };
    await writeReport(format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : known(), undefined);
    return exitCode.clean;
  }
  const progress = progressOn(process.stderr, Date.now, process.env);
  const { flows, errors } = await gather(missing, {
    stdin: process.stdin,
    withLines: false,
    onFile: (file, read) => progress.show(`Reading file ${read}`, file),
  });
  progress.done();
  for (const { file, message } of errors) process.stderr.write(`${plain(file)}  ${plain(message)}\n`);
  if (flows.length === 0) {
    process.stderr.write('No workflow was found there.\n');
    return exitCode.usage;
  }
  const found = unresolvedIn(flows.map((each) => each.flow));
  await writeReport(
    format === 'json'
      ? `${JSON.stringify({ version: catalogueVersion, flows: flows.length, missing: found }, null, 2)}\n`
      : pretty(found, flows.length),
    undefined,
  );
  return errors.length > 0 ? exitCode.usage : exitCode.clean;
};
