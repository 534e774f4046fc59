import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import type { OwnFactKind } from './own-facts.ts';

const celType = { text: 'string', number: 'double', 'yes-no': 'bool' } as const;
const limits = { maxAstNodes: 100, maxDepth: 16, maxListElements: 50, maxMapEntries: 0, maxCallArguments: 2 };

/** A parsed expression: true, false, or a throw where a variable it needs is missing. */
type Evaluate = (variables: Readonly<Record<string, unknown>>) => unknown;

export type CelResult =
  | { readonly ok: true; readonly evaluate: Evaluate; readonly variables: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * What an expression may do. No field access and no macros, so none can ask whether a fact is there and pass without
 * it; no regular expressions; nothing that repeats, so the work is bounded by expression and text.
 */
const allowedCalls = new Set(['size', 'contains', 'startsWith', 'endsWith', 'lowerAscii', 'upperAscii']);

/** Walks the tree: collects the variables it reads, and says what is not allowed. */
const vet = (node: ASTNode, variables: Set<string>): string | null => {
  const all = (nodes: readonly ASTNode[]): string | null => {
    for (const each of nodes) {
      const wrong = vet(each, variables);
      if (wrong !== null) return wrong;
    }
    return null;
  };
  switch (node.op) {
    case 'value':
      return null;
    case 'id':
      variables.add(node.args);
      return null;
    case '!_':
    case '-_':
      return vet(node.args, variables);
    case '&&':
    case '||':
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case 'in':
    case '?:':
    case 'list':
      return all(node.args);
    case 'call':
      return allowedCalls.has(node.args[0]) ? all(node.args[1]) : `\`${node.args[0]}\` cannot be used here`;
    case 'rcall':
      return allowedCalls.has(node.args[0])
        ? all([node.args[1], ...node.args[2]])
        : `\`${node.args[0]}\` cannot be used here`;
    default:
      return `\`${node.op}\` cannot be used here`;
  }
};

const environment = (kinds: ReadonlyMap<string, OwnFactKind>): Environment => {
  const made = new Environment({ limits });
  for (const [name, kind] of kinds) made.registerVariable(name, celType[kind]);
  // Numbers are doubles here; whole numbers in an expression are meant as such.
  made.registerOperator('double == int', (a: number, b: bigint) => a === Number(b));
  made.registerOperator('double + int', (a: number, b: bigint) => a + Number(b));
  made.registerOperator('double - int', (a: number, b: bigint) => a - Number(b));
  made.registerOperator('double * int', (a: number, b: bigint) => a * Number(b));
  return made;
};

const reasonOf = (error: unknown): string => {
  const summary = error instanceof Error && 'summary' in error ? error.summary : undefined;
  return typeof summary === 'string' ? summary : 'it is no expression';
};

/** Parses and type-checks an expression that has to be true or false, over these variables only. */
export const parseCel = (source: string, kinds: ReadonlyMap<string, OwnFactKind>): CelResult => {
  try {
    const parsed = environment(kinds).parse(source);
    const variables = new Set<string>();
    const wrong = vet(parsed.ast, variables);
    if (wrong !== null) return { ok: false, message: wrong };
    const checked = parsed.check();
    if (!checked.valid) return { ok: false, message: reasonOf(checked.error) };
    if (checked.type !== 'bool')
      return {
        ok: false,
        message: `it must be true or false, but gives ${checked.type ?? 'something else'}`,
      };
    return { ok: true, evaluate: (values) => parsed(values), variables: [...variables] };
  } catch (error) {
    return { ok: false, message: reasonOf(error) };
  }
};
