import type { Trait } from './traits.ts';

/** What an expression reads: a field of the item that comes in, of another step's items, or of the environment. */
export interface Ref {
  readonly from: 'item' | 'step' | 'environment' | 'resume' | 'flow';
  /** Name of the step for `from: 'step'`; else empty. */
  readonly step: string;
  /** Dotted, without quotes or brackets: `body.customer.email`. Empty when the whole item is meant. */
  readonly path: string;
}

/** A text as its author wrote it. An expression is an unknown value that keeps its source. */
export interface Text {
  readonly source: string;
  /** Holds an expression that is worked out at run time. */
  readonly dynamic: boolean;
  readonly refs: readonly Ref[];
  /** A model fills this in when it uses the step as a tool. */
  readonly modelChosen: boolean;
}

/** A text parameter and where it stands, e.g. `options.systemMessage`. */
export interface Field {
  readonly path: string;
  readonly text: Text;
}

export type Channel =
  | 'email'
  | 'sms'
  | 'messenger'
  | 'chat'
  | 'voice'
  | 'push'
  | 'social'
  | 'web'
  | 'reply'
  | 'ticket';

/**
 * Whom a message goes to.
 * `origin`: whoever started the flow. `public`: anybody. `list`: a list or segment kept by a mailing service.
 * `missing`: a required recipient that the file does not name.
 */
export type Recipient =
  | { readonly kind: 'origin' }
  | { readonly kind: 'public' }
  | { readonly kind: 'list'; readonly texts: readonly Text[] }
  | { readonly kind: 'given'; readonly texts: readonly Text[] }
  | { readonly kind: 'missing' };

export interface Message {
  readonly channel: Channel;
  readonly to: Recipient;
  readonly from: readonly Text[];
  readonly subject: readonly Text[];
  readonly body: readonly Text[];
  /** `elsewhere`: kept as a template by the mailing service. `missing`: required, and the file does not give it. */
  readonly bodyState: 'given' | 'elsewhere' | 'missing';
  /** Further values merged into a body kept elsewhere (template variables). */
  readonly merge: readonly Text[];
}

/** A question to a person that holds the flow until it is answered. */
export interface Question {
  /** `message`: the step itself asks `to`. `link`: waits until a link sent by another step is opened. `form`: a form page. */
  readonly via: 'message' | 'link' | 'form';
  readonly to: Recipient;
  /** `single`: the only answer is yes. `choice`: yes or no. `free`: text or a form with no fixed yes or no. */
  readonly answer: 'single' | 'choice' | 'free';
  /** The wait ends by itself after a time, and the flow goes on. */
  readonly timeLimit: boolean;
}

export interface Condition {
  readonly left: Text;
  /** Lower-case, without the type: `equals`, `notequals`, `contains`, `true`, `false`, `exists`, ... or `unknown`. */
  readonly operator: string;
  readonly right: Text;
  /** Which output an item takes when the condition holds. */
  readonly output: number;
}

/** A choice between outputs (IF, Switch, Filter, a model that sorts). */
export interface Branch {
  readonly conditions: readonly Condition[];
  /** Output names where the author gave them, e.g. the categories of a classifier. */
  readonly labels: readonly string[];
  /** The output taken when no condition holds; `null` when the item is dropped. */
  readonly otherwise: number | null;
}

/** A field that a step gives a value, e.g. `{ name: 'adminEmail', value: 'maria@shop.example' }`. */
export interface Assignment {
  readonly name: string;
  readonly value: Text;
}

/** A reference to another flow. `id` is `null` when the file cannot tell (an expression, or nothing given). */
export interface FlowReference {
  readonly id: string | null;
  readonly as: 'sub-flow' | 'tool' | 'error-flow';
  readonly text: string;
}

/** How often and when a clock starts a flow. */
export interface Schedule {
  /** Cron expressions or an author's words; empty when the file gives none. */
  readonly rules: readonly string[];
  /** The clock never fires outside chosen hours or weekdays although it fires several times a day or on weekdays only. */
  readonly workingHoursOnly: boolean;
}

export interface Step {
  /** Unique in the flow. Made up deterministically where the file has none. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly disabled: boolean;
  /** `stripped`: parameters were removed from the file. `uncatalogued`: nobody has told Plumbline what this type does. */
  readonly knowledge: 'known' | 'stripped' | 'uncatalogued';
  readonly traits: readonly Trait[];
  /** What it would do with the defaults of its type. Equal to `traits` unless stripped; suggests, never proves. */
  readonly assumed: readonly Trait[];
  /** What a failure of this step does: the flow stops, goes on regardless, or takes the error output. */
  readonly onFailure: 'stop' | 'continue' | 'branch';
  readonly retries: boolean;
  readonly texts: readonly Field[];
  readonly message: Message | null;
  readonly question: Question | null;
  readonly branch: Branch | null;
  readonly call: FlowReference | null;
  readonly schedule: Schedule | null;
  readonly assigns: readonly Assignment[];
  /** How many records it reads or lets through in one run, where the file caps it in figures. */
  readonly atMost: number | null;
  /** Host and path of an outside call where the file gives them literally, e.g. `api.example.com/v1/messages`. */
  readonly host: string;
  /** How often it runs and is tried again, as far as the source sets it; for the fingerprint only. */
  readonly running: unknown;
  /** As in the source, for the fingerprint only. */
  readonly parameters: unknown;
  readonly credentials: readonly string[];
}

/** An edge. `main` carries items; `error` carries failures; the others attach a part (tool, model, memory) to `to`. */
export interface Link {
  readonly kind: string;
  /** Positions in `Flow.steps`. */
  readonly from: number;
  readonly to: number;
  readonly output: number;
  readonly input: number;
}

/** One automation in neutral form. Plain data; `steps` keeps the order of the file. */
export interface Flow {
  /** Which reader made it, e.g. `n8n`. */
  readonly source: string;
  readonly id: string | null;
  readonly name: string;
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  readonly errorFlow: FlowReference | null;
  readonly timeZone: string;
  /** Flow settings that change behaviour, for the fingerprint. */
  readonly settings: unknown;
  /** Keys inside parameters that an editor keeps for showing only; they change nothing about what a step does. */
  readonly forDisplay: ReadonlySet<string>;
  /** Oddities of the file that do not stop it from being read, in plain words. */
  readonly oddities: readonly string[];
}
