import type { CompiledQuery } from 'kysely';
import type { Open } from './tables.ts';

interface Buildable<Row> {
  readonly compile: () => CompiledQuery<Row>;
}

/**
 * Queries that are built once for each shape and dialect, and run with other parameters ever after: on the way of every
 * decision, building one costs more than running it. `shape` tells lists of other lengths apart. Throws where the
 * parameters do not stand in the order in which the query uses them.
 */
export const createBuiltOnce = <Row>() => {
  const dialects = new WeakMap<object, Map<string | number, CompiledQuery<Row>>>();
  return async (
    open: Open,
    shape: string | number,
    parameters: readonly unknown[],
    build: () => Buildable<Row>,
  ): Promise<readonly Row[]> => {
    const dialect = open().getExecutor().adapter;
    const built = dialects.get(dialect) ?? new Map<string | number, CompiledQuery<Row>>();
    dialects.set(dialect, built);
    let query = built.get(shape);
    if (query === undefined) {
      query = build().compile();
      const own = query.parameters;
      if (own.length !== parameters.length || own.some((each, at) => each !== parameters[at]))
        throw new Error('The parameters of a query stand in another order than it uses them.');
      built.set(shape, query);
    }
    return (await open().executeQuery<Row>({ ...query, parameters })).rows;
  };
};
