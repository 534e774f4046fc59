import { builtInProfile, type Profile, parseProfile, plain, questionsOf } from '@plumbline/core';
import { type Document, isMap, isNode, LineCounter, parseAllDocuments } from 'yaml';
import { UsageError } from '../exit.ts';
import { readText } from './read-text.ts';

export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export type LoadedProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const largestProfile = 1_000_000;
const problemsShown = 30;
const tooDeep = 'It nests or repeats too deeply.';
const overflow = /call stack|stack overflow/i;
const parts = /[^.[\]]+/g;

const keysOf = (path: string): readonly (string | number)[] =>
  (path.match(parts) ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Where the nearest thing that exists stands: the value itself, or what should hold it. */
const placeOf = (
  document: Document,
  path: string,
  lines: LineCounter,
): { line?: number; column?: number } => {
  const keys = keysOf(path);
  for (let length = keys.length; length >= 0; length -= 1) {
    const parent = document.getIn(keys.slice(0, length - 1), true);
    const key = keys[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isNode(item.key) && String(item.key) === String(key))
      : undefined;
    const node =
      pair?.key ?? (length === 0 ? document.contents : document.getIn(keys.slice(0, length), true));
    if (!isNode(node) || node.range == null) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return {};
};

/** Reads a profile written in YAML or JSON; problems come with the place they stand at. */
const profileFrom = (text: string): LoadedProfile => {
  if (text.length > largestProfile)
    return { ok: false, problems: [{ path: '', message: 'It is larger than 1 MB; no profile is.' }] };
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return { ok: false, problems: [{ path: '', message: 'The file is empty.' }] };
  if (second !== undefined)
    return {
      ok: false,
      problems: [{ path: '', message: 'It holds several documents (`---`); a profile is one.' }],
    };
  if (document.errors.length > 0) {
    // One slip breaks much of what follows it; the first errors are the ones to look at.
    const problems = document.errors.slice(0, 3).map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      const message = overflow.test(error.message) ? tooDeep : error.message;
      return { path: '', message, line, column: col };
    });
    return { ok: false, problems: problems.slice(0, problems[0]?.message === tooDeep ? 1 : 3) };
  }
  const parsed = parseProfile(document.toJS({ maxAliasCount: 100 }));
  if (parsed.ok) return parsed;
  const problems = parsed.problems.map(
    (problem): Problem => ({ ...problem, ...placeOf(document, problem.path, lines) }),
  );
  return { ok: false, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
};

/** `shop.yaml:12:5: values[0].id: ...`, one line a problem, neutralised. */
export const problemLines = (file: string, problems: readonly Problem[]): readonly string[] => {
  const lines = problems.slice(0, problemsShown).map(({ path, message, line, column }) => {
    const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    return plain(`${place}: ${path === '' ? '' : `${path}: `}${message}`);
  });
  const rest = problems.length - lines.length;
  return rest > 0 ? [...lines, `and ${rest} more`] : lines;
};

export const readProfile = async (file: string): Promise<LoadedProfile> => {
  const read = await readText(file);
  if (!read.ok) return { ok: false, problems: [{ path: '', message: read.message }] };
  try {
    return profileFrom(read.text);
  } catch (error) {
    // Alias bombs and nesting without end: the library throws where it cannot point at a place.
    const message =
      error instanceof RangeError || error instanceof ReferenceError ? tooDeep : 'It could not be read.';
    return { ok: false, problems: [{ path: '', message }] };
  }
};

/** The profile of a run: the file's, or the built-in one. A bad file ends the run with all its problems named. */
export const profileForRun = async (file: string | undefined): Promise<Profile> => {
  if (file === undefined) return builtInProfile();
  const loaded = await readProfile(file);
  if (loaded.ok) {
    if (questionsOf(loaded.profile).length > 0) return loaded.profile;
    throw new UsageError(
      `${plain(file)} binds no checks, so nothing would be judged. \`plumbline explain\` lists the checks.`,
    );
  }
  throw new UsageError(
    `The profile cannot be used:\n${problemLines(file, loaded.problems)
      .map((line) => `  ${line}`)
      .join('\n')}`,
  );
};
