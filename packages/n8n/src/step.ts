import type { FlowReference, Step, Trait } from '@plumbline/core';
import { readAssignments } from './assignments.ts';
import { readAtMost } from './at-most.ts';
import { readBranch } from './branch.ts';
import type { Does, NodeEntry } from './catalogue/entry.ts';
import { entryFor } from './catalogue/index.ts';
import { doesOf, outcomesOf } from './catalogue/resolve.ts';
import { messageOfCall, readCall } from './http.ts';
import { readMessage, readQuestion } from './message.ts';
import { fieldsOf, isEmpty, isRecord, type Json, measure, shortText, unwrap, wordAt } from './parameters.ts';
import { readSchedule } from './schedule.ts';

const nothing: Json = {};

/** What every operation of a type has in common: all that may be said of a stripped step. */
const commonTraits = (entry: NodeEntry): readonly Trait[] => {
  if (entry.keepsRecords === true) return [];
  const [first, ...others] = Object.values(entry.operations).flatMap(outcomesOf);
  return (first?.traits ?? []).filter((trait) => others.every((other) => other.traits.includes(trait)));
};

const httpTypes: ReadonlySet<string> = new Set([
  'n8n-nodes-base.httpRequest',
  'n8n-nodes-base.httpRequestTool',
  '@n8n/n8n-nodes-langchain.toolHttpRequest',
]);

const referenceOf = (parameters: Json, traits: readonly Trait[], type: string): FlowReference | null => {
  if (!traits.includes('calls:flow')) return null;
  const value = unwrap(parameters['workflowId'] ?? parameters['workflow']);
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  const literal = text !== '' && text.charCodeAt(0) !== 61;
  return { id: literal ? text : null, as: /tool/i.test(type) ? 'tool' : 'sub-flow', text };
};

const failureOf = (node: Json): Step['onFailure'] => {
  if (node['onError'] === 'continueErrorOutput') return 'branch';
  return node['onError'] === 'continueRegularOutput' || node['continueOnFail'] === true ? 'continue' : 'stop';
};

/** Once instead of for every item, on even with nothing found, how often and how soon again; `null` where nothing is set. */
const runningOf = (node: Json): unknown => {
  const again = node['retryOnFail'] === true;
  // Nearly every step: nothing is set.
  if (!again && node['executeOnce'] !== true && node['alwaysOutputData'] !== true) return null;
  const set = {
    ...(node['executeOnce'] === true && { once: true }),
    ...(node['alwaysOutputData'] === true && { always: true }),
    ...(again && 'maxTries' in node && { tries: shortText(node['maxTries']) }),
    ...(again && 'waitBetweenTries' in node && { wait: shortText(node['waitBetweenTries']) }),
  };
  return isEmpty(set) ? null : set;
};

const credentialsOf = (node: Json): readonly string[] => {
  if (!isRecord(node['credentials'])) return [];
  return Object.entries(node['credentials'])
    .map(([kind, value]) => `${kind}:${shortText(isRecord(value) ? (value['id'] ?? value['name']) : value)}`)
    .sort();
};

interface Meaning {
  readonly knowledge: Step['knowledge'];
  readonly traits: readonly Trait[];
  readonly assumed: readonly Trait[];
  readonly does: Does | null;
}

/** A query that reads and changes nothing, whatever the operation that runs it could do. */
const onlySelects = (query: unknown): boolean =>
  typeof query === 'string' &&
  /^=?\s*(?:select|with)\b/i.test(query.replace(/^(=?)\s*--[^\n]*\n/, '$1')) &&
  !/\b(?:insert into|update \w|delete from)\b/i.test(query);

const meaningOf = (
  type: string,
  version: unknown,
  entry: NodeEntry | undefined,
  parameters: Json,
): Meaning => {
  if (entry === undefined) return { knowledge: 'uncatalogued', traits: [], assumed: [], does: null };
  const does = doesOf(type, version, entry, parameters) ?? null;
  if (entry.needsParameters && isEmpty(parameters)) {
    return { knowledge: 'stripped', traits: commonTraits(entry), assumed: does?.traits ?? [], does: null };
  }
  if (does === null) return { knowledge: 'uncatalogued', traits: [], assumed: [], does };
  if (does.traits.includes('writes:records') && onlySelects(parameters['query']))
    return { knowledge: 'known', traits: ['reads:records'], assumed: ['reads:records'], does };
  return { knowledge: 'known', traits: does.traits, assumed: does.traits, does };
};

/** Types whose start answers with what the last step gives, unless a parameter says otherwise. */
const answersLast = (type: string, parameters: Json): boolean => {
  const chats = type.endsWith('.chatTrigger') || type.endsWith('.manualChatTrigger');
  if (!chats && type !== 'n8n-nodes-base.webhook') return false;
  const mode = wordAt(parameters, 'options.responseMode') ?? wordAt(parameters, 'responseMode');
  return mode === 'lastNode' || mode === 'streaming' || (chats && mode === undefined);
};

const atStarts = (type: string, parameters: Json): readonly Trait[] => {
  const found: Trait[] = [];
  if (answersLast(type, parameters)) found.push('answers:last');
  if (type.endsWith('.chatTrigger') && parameters['public'] === true) found.push('open:anybody');
  return found;
};

/**
 * A class, so that all steps are built alike and quick to look into. Its texts are read when first asked for: most checks
 * never look at those of most steps.
 */
class ReadStep implements Step {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly disabled: boolean;
  readonly knowledge: Step['knowledge'];
  readonly traits: readonly Trait[];
  readonly assumed: readonly Trait[];
  readonly onFailure: Step['onFailure'];
  readonly retries: boolean;
  readonly running: unknown;
  readonly message: Step['message'];
  readonly question: Step['question'];
  readonly branch: Step['branch'];
  readonly call: Step['call'];
  readonly schedule: Step['schedule'];
  readonly atMost: number | null;
  readonly host: string;
  readonly parameters: Json;
  readonly credentials: readonly string[];
  #texts: Step['texts'] | undefined;
  #assigns: Step['assigns'] | undefined;

  constructor(node: Json, id: string, name: string) {
    const type = typeof node['type'] === 'string' ? node['type'] : '';
    const parameters = isRecord(node['parameters']) ? node['parameters'] : nothing;
    measure(parameters);
    const meaning = meaningOf(type, node['typeVersion'], entryFor(type), parameters);
    const call = httpTypes.has(type) ? readCall(parameters) : null;
    const last = atStarts(type, parameters);
    const stripped = meaning.knowledge === 'stripped';
    const own = stripped || last.length === 0 ? meaning.traits : [...meaning.traits, ...last];
    const traits = call?.does == null ? own : [...new Set([...call.does.traits, 'calls:http' as const])];
    const message =
      call?.does != null
        ? messageOfCall(parameters, call.does)
        : meaning.does === null
          ? null
          : readMessage(parameters, meaning.does);
    this.id = id;
    this.name = name;
    this.type = type;
    this.version = shortText(node['typeVersion']);
    this.disabled = node['disabled'] === true;
    this.knowledge = meaning.knowledge;
    this.traits = traits;
    this.assumed = stripped ? [...meaning.assumed, ...last] : meaning.assumed;
    this.onFailure = failureOf(node);
    this.retries = node['retryOnFail'] === true;
    this.running = runningOf(node);
    this.message = message;
    this.question = meaning.does === null ? null : readQuestion(parameters, meaning.does, message);
    this.branch = readBranch(type, parameters);
    this.call = referenceOf(parameters, traits, type);
    this.schedule = traits.includes('starts:schedule') ? readSchedule(parameters) : null;
    this.atMost = readAtMost(parameters, traits);
    this.host = call === null ? '' : call.address;
    this.parameters = parameters;
    this.credentials = credentialsOf(node);
  }

  get texts(): Step['texts'] {
    this.#texts ??= fieldsOf(this.parameters);
    return this.#texts;
  }

  get assigns(): Step['assigns'] {
    this.#assigns ??= readAssignments(this.parameters);
    return this.#assigns;
  }
}

/** Reads one node. `id` is unique already. Throws `TooDeep` for parameters that nest beyond reason. */
export const readStep = (node: Json, id: string, name: string): Step => new ReadStep(node, id, name);

/** How many `main` outputs a node has besides its error output; `null` where only its parameters could tell. */
export const mainOutputs = (step: Step): number | null => {
  if (step.branch !== null && step.branch.labels.length > 0) {
    return Math.max(step.branch.labels.length, (step.branch.otherwise ?? 0) + 1);
  }
  const outputs = entryFor(step.type)?.outputs ?? 1;
  return outputs === 'many' ? null : outputs;
};
