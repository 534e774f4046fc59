import { realpath, stat } from 'node:fs/promises';
import { dirname, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileError, Flow } from '@plumbline/core';
import { parseJson, readWorkflow, workflowsIn } from '@plumbline/n8n';
import { fileProblem, readStream, readText, type TextResult } from './read-text.ts';
import { stepLines } from './step-lines.ts';
import { walk } from './walk.ts';

export interface GatheredFlow {
  readonly file: string;
  readonly flow: Flow;
  /** Flows with the same `group` came from one folder named on the command line, or were named one by one. */
  readonly group: string;
  readonly folder: string;
  readonly lines: ReadonlyMap<string, number>;
}

export interface Gathered {
  readonly flows: readonly GatheredFlow[];
  readonly errors: readonly FileError[];
  /** JSON files in folders that hold no workflow. */
  readonly skipped: number;
}

export interface GatherOptions {
  readonly stdin: Readable;
  /** Look up the line of every step; costs a pass over the text. */
  readonly withLines: boolean;
  readonly onFile: (file: string, read: number) => void;
}

/** As a person would write it: forward slashes, no leading `./`. */
const shown = (path: string): string => normalize(path).replaceAll('\\', '/');

const oneByOne = 'named';

/**
 * Reads every flow the paths name: files, folders (with all below them), `-` for standard input. What cannot be read
 * is an error by name and stops nothing else. A file named twice counts once.
 */
export const gather = async (paths: readonly string[], options: GatherOptions): Promise<Gathered> => {
  const flows: GatheredFlow[] = [];
  const errors: FileError[] = [];
  const seen = new Set<string>();
  let skipped = 0;
  let read = 0;

  const take = (file: string, group: string, folder: string, result: TextResult, explicit: boolean): void => {
    read += 1;
    options.onFile(file, read);
    if (!result.ok) {
      errors.push({ file, code: result.code, message: result.message });
      return;
    }
    const json = parseJson(result.text);
    if (!json.ok) {
      const { ok: _, ...where } = json;
      errors.push({ file, code: 'invalid-json', ...where });
      return;
    }
    const workflows = workflowsIn(json.value);
    if (workflows.length === 0) {
      if (!explicit) skipped += 1;
      else
        errors.push({
          file,
          code: 'no-workflow',
          message: 'It holds no n8n workflow: no list of `nodes` with `connections`.',
        });
      return;
    }
    for (const workflow of workflows) {
      const flow = readWorkflow(workflow);
      if (!flow.ok) errors.push({ file, code: flow.code, message: flow.message });
      else {
        const lines = options.withLines ? stepLines(result.text, flow.flow) : new Map<string, number>();
        flows.push({ file, flow: flow.flow, group, folder, lines });
      }
    }
  };

  const isNew = async (path: string): Promise<boolean> => {
    const real = await realpath(path).catch(() => path);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  };

  for (const path of paths) {
    if (path === '-') {
      if (seen.has('-')) continue;
      seen.add('-');
      take('<stdin>', oneByOne, '', await readStream(options.stdin), true);
      continue;
    }
    try {
      if (!(await stat(path)).isDirectory()) {
        if (await isNew(path)) take(shown(path), oneByOne, dirname(path), await readText(path), true);
        continue;
      }
    } catch (error) {
      errors.push({ file: shown(path), ...fileProblem(error) });
      continue;
    }
    for await (const met of walk(path)) {
      if (met.kind === 'problem')
        errors.push({ file: shown(met.path), code: met.code, message: met.message });
      else if (await isNew(met.path))
        take(shown(met.path), `folder ${path}`, met.folder, await readText(met.path), false);
    }
  }
  return { flows, errors, skipped };
};
