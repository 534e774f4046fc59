import type { Channel, Trait } from '@plumbline/core';

/**
 * What one operation of a node type does, and in which parameters it says so. Parameter names are dotted paths
 * (`additionalFields.subject`); several are alternatives of different node versions, the first one present counts.
 */
export interface Does {
  readonly traits: readonly Trait[];
  /** Why it is `internal`: needed when the only trait is `internal`. */
  readonly reason?: string;
  /** For everything that carries words to somebody. */
  readonly channel?: Channel;
  /** Parameters that hold the recipient. */
  readonly to?: readonly string[];
  /** Where no parameter does: whoever started the flow, anybody, or a list kept by the service. */
  readonly recipient?: 'origin' | 'public' | 'list';
  /** Whom an answer reaches: a reply-to address before the sender's own. */
  readonly from?: readonly string[];
  readonly subject?: readonly string[];
  readonly body?: readonly string[];
  /** Sends a picture, a file or a place, so that words may be missing. */
  readonly wordless?: true;
  /** The body is a template kept by the service (always, or when one of these parameters is present). */
  readonly template?: true | readonly string[];
  /** Values merged into that template. */
  readonly merge?: readonly string[];
  /** Holds the flow until a person answers. */
  readonly question?: 'message' | 'link' | 'form';
  /** What it does instead where a further parameter says so; the first that fits counts. */
  readonly cases?: readonly Case[];
}

/** One further parameter that changes what an operation does. */
export interface Case {
  readonly parameter: string;
  /** Literal values it must have; left out: any, as long as it is there and not empty. */
  readonly is?: readonly (string | boolean)[];
  /** An expression, which may have any value, counts too. Without it an expression leaves things as they are. */
  readonly orExpression?: true;
  readonly does: Does;
}

export interface NodeEntry {
  /** n8n's defaults for absent parameters, as far as `operations` depends on them. Newest version of the node. */
  readonly resource?: string;
  readonly operation?: string;
  /** Name of the parameter that holds the operation, where it is not `operation`; likewise for the resource. */
  readonly operationParameter?: string;
  readonly resourceParameter?: string;
  /**
   * The type cannot work without parameters, so `{}` means that they were removed from the file. False for triggers
   * and steps that are complete as they come.
   */
  readonly needsParameters: boolean;
  /** How many `main` outputs it has, where that is not one. `many`: depends on its parameters. */
  readonly outputs?: number | 'many';
  /** Keys: `resource.operation`, `resource.*`, `operation`, or `*`; the first that fits counts. */
  readonly operations: Readonly<Record<string, Does>>;
  /** It keeps records, so an operation that is not listed does what the first word of its name says. */
  readonly keepsRecords?: true;
}

/** Node type without a trailing `Tool` variant -> entry. */
export type Catalogue = Readonly<Record<string, NodeEntry>>;
