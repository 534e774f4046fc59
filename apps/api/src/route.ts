import { type Context, type ProblemCode, parseInput } from '@plumbline/service';
import { z } from 'zod';

type Method = 'get' | 'post' | 'put' | 'delete';

/** One answer a route can give. With `schema` it has a JSON body, with `media` a text of that type, else none. */
export interface AnswerSpec {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly media?: string;
  /** Header -> what it says. */
  readonly headers?: Readonly<Record<string, string>>;
}
type Answers = Readonly<Record<number, AnswerSpec>>;

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type AnswerFor<Status, Spec> = {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string>>;
} & (Spec extends { readonly schema: infer Schema extends z.ZodType }
  ? { readonly body: z.output<Schema> }
  : Spec extends { readonly media: string }
    ? { readonly text: string }
    : { readonly body?: never });
type AnswerOf<All extends Answers> = {
  [Status in keyof All & number]: AnswerFor<Status, All[Status]>;
}[keyof All & number];

type Header = (name: string) => string | undefined;

interface Asked<Params, Query, Body> {
  readonly ctx: Context;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly header: Header;
}

/** What reaches a route of a request, unparsed. */
interface RawRequest {
  readonly ctx: Context;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly header: Header;
}

interface Described {
  readonly method: Method;
  /** As in OpenAPI: `/v1/businesses/{business}`. */
  readonly path: string;
  /** Name of the operation, e.g. `putFlow`. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Who is let in before the use case looks closer. */
  readonly open: 'anyone' | 'key' | 'key-or-loopback';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Headers that change what is done; described only, each route reads its own. */
  readonly headers?: z.ZodObject;
  /** How the body is described where the use case itself parses it. */
  readonly bodyAs?: z.ZodType;
  /** Problems of its own; those that follow from key, parameters and body are added. */
  readonly problems?: readonly ProblemCode[];
}

interface Spec<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  All extends Answers,
  Result extends AnswerOf<All>,
> extends Described {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answers: All;
  readonly run: (asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Result> | Result;
}

export interface Route extends Described {
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answers: Answers;
  readonly problems: readonly ProblemCode[];
  /** Throws at once where what came is not as described; what it gives rejects with what the use case throws. */
  readonly handle: (request: RawRequest) => Answer | Promise<Answer>;
}

const noQuery = z.strictObject({});

const impliedProblems = (spec: Described & { readonly body?: z.ZodType }): readonly ProblemCode[] => {
  if (spec.open === 'anyone') return [];
  const always: ProblemCode[] = ['invalid-input', 'unauthenticated', 'internal', 'unavailable'];
  return spec.body === undefined ? always : ['invalid-json', ...always, 'too-large', 'unsupported-media'];
};

/** Parses the same object once: what comes with the same address again and again is the same. */
const parsedOnce = <Schema extends z.ZodType>(schema: Schema): ((given: object) => z.output<Schema>) => {
  const known = new WeakMap<object, z.output<Schema>>();
  return (given) => {
    const found = known.get(given);
    if (found !== undefined) return found;
    const parsed = parseInput(schema, given);
    known.set(given, parsed);
    return parsed;
  };
};

/**
 * A route: what it takes, what it answers, and the use case behind it. Types and the API description come from the same
 * schemas. Parameters that are not described are refused, so that a misspelt one is not quietly ignored.
 */
export const defineRoute = <
  const All extends Answers,
  const Result extends AnswerOf<All>,
  Params extends z.ZodObject = typeof noQuery,
  Query extends z.ZodObject = typeof noQuery,
  Body extends z.ZodType = z.ZodUndefined,
>(
  spec: Spec<Params, Query, Body, All, Result>,
): Route => {
  const { run, ...described } = spec;
  const params = spec.params ?? noQuery;
  const query = spec.query ?? noQuery;
  const [parsedParams, parsedQuery] = [parsedOnce(params), parsedOnce(query)];
  return {
    ...described,
    query,
    problems: [...new Set([...impliedProblems(spec), ...(spec.problems ?? [])])],
    handle: (raw) =>
      run({
        ctx: raw.ctx,
        header: raw.header,
        params: parsedParams(raw.params) as z.output<Params>,
        query: (spec.open === 'anyone' ? {} : parsedQuery(raw.query)) as z.output<Query>,
        body: (spec.body === undefined ? undefined : parseInput(spec.body, raw.body)) as z.output<Body>,
      }),
  };
};
