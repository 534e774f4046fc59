import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileProblem } from './read-text.ts';

/** Something met while walking: a file worth reading, or a place that could not be looked into. */
export type Met =
  | { readonly kind: 'file'; readonly path: string; readonly folder: string }
  | { readonly kind: 'problem'; readonly path: string; readonly code: string; readonly message: string };

const leftOut = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
const isJson = (name: string): boolean => name.toLowerCase().endsWith('.json');

const entriesOf = async (folder: string): Promise<readonly Dirent[]> => {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(folder, { bufferSize: 256 })) {
    if (!leftOut(entry.name)) entries.push(entry);
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** What a symbolic link leads to, when that lies inside `root`; links that lead out of it are not followed. */
const linked = async (path: string, root: string): Promise<'file' | 'folder' | null> => {
  const target = await realpath(path);
  if (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
  const found = await stat(target);
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : null;
};

/**
 * JSON files below a folder, in the order of their names, one at a time. Leaves out `node_modules` and what starts with
 * a dot. Visits each folder once, so loops of symbolic links end.
 */
export async function* walk(folder: string): AsyncGenerator<Met> {
  const root = await realpath(folder);
  const visited = new Set<string>();
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    let entries: readonly Dirent[];
    try {
      const real = await realpath(next);
      if (visited.has(real)) continue;
      visited.add(real);
      entries = await entriesOf(next);
    } catch (error) {
      yield { kind: 'problem', path: next, ...fileProblem(error) };
      continue;
    }
    const inside: string[] = [];
    for (const entry of entries) {
      const path = join(next, entry.name);
      let kind: 'file' | 'folder' | null = null;
      if (entry.isDirectory()) kind = 'folder';
      else if (entry.isFile()) kind = 'file';
      else if (entry.isSymbolicLink()) {
        // A link to nowhere is nobody's flow.
        kind = await linked(path, root).catch(() => null);
      }
      if (kind === 'folder') inside.push(path);
      if (kind === 'file' && isJson(entry.name)) yield { kind: 'file', path, folder: next };
    }
    waiting.push(...inside.reverse());
  }
}
