import type { FlowHead, FlowRef, StoreTransaction, StoreView } from '../port.ts';
import { beyond, headColumns, headOf, pieces, rowOf } from './flow-row.ts';
import type { Open } from './tables.ts';

export const flowReads = (
  open: Open,
  scope: string,
): Pick<StoreView, 'flow' | 'flows' | 'heads' | 'callers'> => ({
  flow: async (ref) => {
    const row = await open()
      .selectFrom('flows')
      .selectAll()
      .where('business', '=', scope)
      .where('source', '=', ref.source)
      .where('id', '=', ref.id)
      .where('state', '=', ref.state)
      .executeTakeFirst();
    return row === undefined ? undefined : { ...headOf(row), workflow: row.workflow };
  },
  flows: async ({ limit, after, removed = false }) => {
    let query = open()
      .selectFrom('flows')
      .select(headColumns)
      .where('business', '=', scope)
      .where((eb) => beyond(eb, after));
    if (!removed) query = query.where('removed_at', 'is', null);
    const rows = await query.orderBy('source').orderBy('id').orderBy('state').limit(limit).execute();
    return rows.map(headOf);
  },
  heads: async (source, ids) => {
    const found: FlowHead[] = [];
    for (const some of pieces(ids)) {
      const rows = await open()
        .selectFrom('flows')
        .select(headColumns)
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('id', 'in', some)
        .where('removed_at', 'is', null)
        .orderBy('id')
        .orderBy('state')
        .execute();
      found.push(...rows.map(headOf));
    }
    return found;
  },
  callers: async (source, ids) => {
    const found = new Map<string, FlowHead>();
    for (const some of pieces(ids)) {
      const rows = await open()
        .selectFrom('flow_references')
        .innerJoin('flows', (join) =>
          join
            .onRef('flows.business', '=', 'flow_references.business')
            .onRef('flows.source', '=', 'flow_references.source')
            .onRef('flows.id', '=', 'flow_references.id')
            .onRef('flows.state', '=', 'flow_references.state'),
        )
        .select(headColumns)
        .distinct()
        .where('flow_references.business', '=', scope)
        .where('flow_references.source', '=', source)
        .where('flow_references.target', 'in', some)
        .where('flows.removed_at', 'is', null)
        .orderBy('flows.id')
        .orderBy('flows.state')
        .execute();
      for (const row of rows) found.set(`${row.state} ${row.id}`, headOf(row));
    }
    return [...found.values()];
  },
});

export const flowWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'putFlow' | 'setClosure' | 'removeFlow'> => {
  const update = ({ source, id, state }: FlowRef) =>
    open()
      .updateTable('flows')
      .where('business', '=', scope)
      .where('source', '=', source)
      .where('id', '=', id)
      .where('state', '=', state)
      .where('removed_at', 'is', null);
  return {
    putFlow: async (flow) => {
      const { business, source, id, state, ...content } = rowOf(scope, flow);
      await open()
        .insertInto('flows')
        .values({ business, source, id, state, ...content })
        .onConflict((conflict) =>
          conflict.columns(['business', 'source', 'id', 'state']).doUpdateSet(content),
        )
        .execute();
      await open()
        .deleteFrom('flow_references')
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('id', '=', id)
        .where('state', '=', state)
        .execute();
      for (const some of pieces([...new Set(flow.references)])) {
        await open()
          .insertInto('flow_references')
          .values(some.map((target) => ({ business, source, id, state, target })))
          .execute();
      }
    },
    setClosure: async (ref, closure) => {
      await update(ref).set({ closure }).execute();
    },
    removeFlow: async (ref, at) => {
      const result = await update(ref).set({ removed_at: at }).executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
  };
};
