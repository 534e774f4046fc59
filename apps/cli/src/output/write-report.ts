import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../exit.ts';

const toStdout = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // Whoever read us has heard enough (`| head`): no reason to fail.
      if (error == null || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(error);
    });
  });

const replaceFile = async (path: string, text: string, mode: number | undefined): Promise<void> => {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await open(draft, 'wx', mode ?? 0o666);
    await file.writeFile(text);
    await file.sync();
    await file.close();
    file = undefined;
    await rename(draft, path);
  } catch (error) {
    await file?.close();
    await unlink(draft).catch(() => {});
    throw error;
  }
};

const toFile = async (path: string, text: string): Promise<void> => {
  const target = await realpath(path).catch(() => path);
  const present = await stat(target).catch(() => undefined);
  if (present?.isDirectory()) throw new UsageError(`Cannot write the report to ${path}: it is a folder.`);
  if (present !== undefined && !present.isFile()) {
    // A pipe or a device cannot be replaced, only written to.
    const file = await open(target, 'w');
    await file.writeFile(text).finally(() => file.close());
    return;
  }
  await replaceFile(target, text, present?.mode);
};

/** A report is never written over a file that was judged. */
export const keepInputs = async (output: string | undefined, inputs: Iterable<string>): Promise<void> => {
  if (output === undefined || output === '-') return;
  const target = await realpath(output).catch(() => null);
  if (target === null) return;
  for (const input of new Set(inputs)) {
    if ((await realpath(input).catch(() => null)) !== target) continue;
    throw new UsageError(`${output} is one of the files to judge; the report would overwrite it.`);
  }
};

/** Writes a report whole or not at all: to standard output, or to a file that is replaced in one move. */
export const writeReport = async (text: string, output: string | undefined): Promise<void> => {
  if (output === undefined || output === '-') return toStdout(text);
  try {
    await toFile(output, text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const why = code === 'ENOENT' ? 'its folder does not exist' : code;
    throw new UsageError(`Cannot write the report to ${output}: ${why}.`);
  }
};
