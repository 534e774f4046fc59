import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { doesOf, operationIn, outcomesOf } from '../src/catalogue/resolve.ts';
import { type Does, entryFor } from '../src/index.ts';

/** A type of n8n with its versions and operations (`resource.operation`, or the operation alone). */
export interface Listed {
  readonly type: string;
  readonly versions: readonly number[];
  readonly operations: readonly string[];
}

export const listed = JSON.parse(
  readFileSync(join(import.meta.dirname, 'data/generated/n8n-nodes.json'), 'utf8'),
) as readonly Listed[];

export interface Operation {
  readonly type: string;
  /** Empty for a type that has one way to work. */
  readonly name: string;
  /** Everything it may turn out to do; empty where nobody has catalogued it. */
  readonly outcomes: readonly Does[];
}

const split = (name: string): readonly [string | undefined, string] => {
  const dot = name.indexOf('.');
  return dot === -1 ? [undefined, name] : [name.slice(0, dot), name.slice(dot + 1)];
};

const outcomes = (does: Does | undefined): readonly Does[] => (does === undefined ? [] : outcomesOf(does));

/** Every operation of every listed type, with what the catalogue says of it. */
export const operations: readonly Operation[] = listed.flatMap(({ type, versions, operations: names }) => {
  const entry = entryFor(type);
  if (entry === undefined) return [{ type, name: '', outcomes: [] }];
  if (names.length === 0) {
    return versions.map((version) => ({
      type,
      name: '',
      outcomes: outcomes(doesOf(type, version, entry, {})),
    }));
  }
  return names.map((name) => ({ type, name, outcomes: outcomes(operationIn(entry, ...split(name))) }));
});

/** The whole list beside the checkout, where it is at hand: private facts are not needed, only newer ones are. */
export const newerList = (): readonly Listed[] | null => {
  const file = join(import.meta.dirname, '../../../../shared/n8n-node-types.json');
  if (!existsSync(file)) return null;
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly {
    readonly name: string;
    readonly version: number | readonly number[];
    readonly operations?: readonly { readonly resource: string | null; readonly operation: string }[];
  }[];
  return rows.map((row) => ({
    type: row.name,
    versions: [row.version].flat() as readonly number[],
    operations: (row.operations ?? []).map(({ resource, operation }) =>
      resource === null ? operation : `${resource}.${operation}`,
    ),
  }));
};
