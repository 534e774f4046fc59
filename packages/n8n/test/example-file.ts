import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { entryFor } from '../src/index.ts';

export const checksFolder = join(import.meta.dirname, '../../core/src/checks');

const verdicts = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

/** What an example says of itself, under `meta.expects` of the workflow. */
const expectsSchema = z
  .strictObject({
    verdict: z.enum(verdicts),
    evidence: z.enum(['proven', 'observed', 'attested', 'inferred']).optional(),
    steps: z.array(z.string().min(1)).optional(),
    message: z.string().min(1).optional(),
    question: z.string().min(1).optional(),
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .refine(
    (each) => each.verdict !== 'fail' || (each.steps ?? []).length > 0,
    'a failing example names its `steps`',
  )
  .refine(
    (each) => each.verdict !== 'unknown' || each.question !== undefined,
    'an unknown example names its `question`',
  );

/** As much of an n8n workflow as an import needs, so that an example can be tried in n8n itself. */
const workflowSchema = z.looseObject({
  name: z.string().min(1),
  nodes: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        name: z.string().min(1),
        type: z.string().min(1),
        typeVersion: z.number(),
        position: z.tuple([z.number(), z.number()]),
        parameters: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
  connections: z.record(
    z.string(),
    z.record(z.string(), z.array(z.array(z.looseObject({ node: z.string() })).nullable())),
  ),
  meta: z.looseObject({ expects: expectsSchema }),
});

export type Expects = z.output<typeof expectsSchema>;

export interface ExampleFile {
  readonly check: string;
  readonly file: string;
  readonly text: string;
}

/** Ids of all folders beside the registry, whether or not they are complete. */
export const checkFolders = (): readonly string[] =>
  readdirSync(checksFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const examplesOf = (check: string): readonly ExampleFile[] => {
  const folder = join(checksFolder, check, 'examples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ check, file, text: readFileSync(join(folder, file), 'utf8') }));
};

const placeholder =
  /\bTODO\b|\bFIXME\b|\bTBD\b|\bXXX\b|lorem ipsum|\bCHANGE_?ME\b|\bREPLACE_?ME\b|\bYOUR_[A-Z]+|<(?:your|insert|enter|add|put|replace)\b[^<>]*>|\[(?:your|insert|enter) [^[\]]*\]|\bfoo\b|\bbar baz\b/;

/** The first text that nobody has filled in, or `null`. */
export const placeholderIn = (text: string): string | null => placeholder.exec(text)?.[0] ?? null;

const twice = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => words.indexOf(word) !== at);

/** What keeps a file from being a complete, importable example; empty when it is one. */
export const problemsOf = (example: ExampleFile): readonly string[] => {
  const unfilled = placeholderIn(example.text);
  const problems = unfilled === null ? [] : [`"${unfilled}" is a placeholder nobody has filled in`];
  const read = workflowSchema.safeParse(JSON.parse(example.text));
  if (!read.success) return [...problems, z.prettifyError(read.error)];
  const { nodes, connections, meta } = read.data;
  if (!example.file.endsWith('.json') || !example.file.startsWith(`${meta.expects.verdict}-`)) {
    problems.push(`its name must be \`${meta.expects.verdict}-<what it shows>.json\``);
  }
  for (const word of twice(nodes.map((node) => node.id))) problems.push(`two steps have the id ${word}`);
  for (const word of twice(nodes.map((node) => node.name))) problems.push(`two steps are named ${word}`);
  for (const { name, type } of nodes) {
    if (entryFor(type) === undefined && type !== 'n8n-nodes-base.stickyNote') {
      problems.push(`${name} is a ${type}, which the catalogue does not know`);
    }
  }
  const names = new Set(nodes.map((node) => node.name));
  for (const [from, outputs] of Object.entries(connections)) {
    const ends = Object.values(outputs).flatMap((lists) => lists.flatMap((list) => list ?? []));
    for (const name of [from, ...ends.map((end) => end.node)]) {
      if (!names.has(name)) problems.push(`a link names ${name}, which is no step`);
    }
  }
  for (const name of meta.expects.steps ?? []) {
    if (!names.has(name)) problems.push(`it expects ${name}, which is no step`);
  }
  return problems;
};

/** What an example expects. Throws on a file that `problemsOf` objects to. */
export const expectsOf = (example: ExampleFile): Expects =>
  workflowSchema.parse(JSON.parse(example.text)).meta.expects;
