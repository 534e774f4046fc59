import type { Flow, Step } from '@plumbline/core';
import { readLinks } from './links.ts';
import { deepest, isRecord, type Json, measure, TooDeep, wordAt } from './parameters.ts';
import { readStep } from './step.ts';

export type ReadResult =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly code: 'no-workflow' | 'too-deep'; readonly message: string };

const looksLikeWorkflow = (value: unknown): value is Json =>
  isRecord(value) &&
  Array.isArray(value['nodes']) &&
  ('connections' in value ||
    value['nodes'].some((node) => isRecord(node) && typeof node['type'] === 'string'));

/**
 * Every workflow in a JSON value: the value itself, the items of a list, or what stands under its keys (exports are
 * wrapped in either way). Looks two levels deep; order of the file.
 */
export const workflowsIn = (json: unknown, depth = 2): readonly Json[] => {
  if (looksLikeWorkflow(json)) return [json];
  if (depth === 0 || typeof json !== 'object' || json === null) return [];
  return Object.values(json).flatMap((value) => workflowsIn(value, depth - 1));
};

const notes = new Set(['n8n-nodes-base.stickyNote']);

const readSteps = (nodes: readonly unknown[], oddities: Set<string>): readonly Step[] => {
  const steps: Step[] = [];
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const node of nodes) {
    if (!isRecord(node)) {
      oddities.add('some entries under `nodes` are no nodes; they were left out');
      continue;
    }
    if (typeof node['type'] === 'string' && notes.has(node['type'])) continue;
    const name = typeof node['name'] === 'string' ? node['name'] : '';
    if (names.has(name)) oddities.add('several steps share one name; links go to the first of them');
    names.add(name);
    const given =
      typeof node['id'] === 'string' && node['id'] !== '' && !ids.has(node['id']) ? node['id'] : null;
    let id = given ?? `step:${name}`;
    for (let n = 2; ids.has(id); n += 1) id = `step:${name}:${n}`;
    ids.add(id);
    steps.push(readStep(node, id, name));
  }
  return steps;
};

const finder = (steps: readonly Step[]): ((key: string) => number | undefined) => {
  const byName = new Map<string, number>();
  const byId = new Map<string, number>();
  steps.forEach((step, position) => {
    if (!byName.has(step.name)) byName.set(step.name, position);
    byId.set(step.id, position);
  });
  return (key) => byName.get(key) ?? byId.get(key);
};

/** The name and address of a chosen thing, remembered so that the editor can show them. */
const forDisplay: ReadonlySet<string> = new Set(['cachedResultName', 'cachedResultUrl']);

/** Settings that change what a flow does; how executions are kept or shown does not. */
const behaviour = [
  'errorWorkflow',
  'timezone',
  'executionOrder',
  'executionTimeout',
  'callerPolicy',
  'callerIds',
  'availableInMCP',
];

/** Reads one n8n workflow of any version into the neutral graph. Never throws; linear in nodes, links and text. */
export const readWorkflow = (json: unknown): ReadResult => {
  if (!looksLikeWorkflow(json)) {
    return {
      ok: false,
      code: 'no-workflow',
      message: 'This is no n8n workflow: it has no list of `nodes` with `connections`.',
    };
  }
  const oddities = new Set<string>();
  try {
    const steps = readSteps(json['nodes'] as readonly unknown[], oddities);
    const settings = isRecord(json['settings']) ? json['settings'] : {};
    measure(settings);
    const errorFlow = wordAt(settings, 'errorWorkflow') ?? '';
    return {
      ok: true,
      flow: {
        source: 'n8n',
        id: typeof json['id'] === 'string' || typeof json['id'] === 'number' ? String(json['id']) : null,
        name: typeof json['name'] === 'string' ? json['name'] : '',
        steps,
        links: readLinks(json['connections'], steps, finder(steps), oddities),
        errorFlow: errorFlow === '' ? null : { id: errorFlow, as: 'error-flow', text: errorFlow },
        timeZone: wordAt(settings, 'timezone') ?? '',
        settings: Object.fromEntries(
          behaviour.filter((key) => Object.hasOwn(settings, key)).map((key) => [key, settings[key]]),
        ),
        forDisplay,
        oddities: [...oddities],
      },
    };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return {
      ok: false,
      code: 'too-deep',
      message: `Its parameters nest deeper than ${deepest} levels; no workflow needs that.`,
    };
  }
};
