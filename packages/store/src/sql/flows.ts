import {
  type FlowHead,
  type FlowRef,
  flowCursor,
  type StoredFlow,
  type StoreTransaction,
  type StoreView,
} from '../port.ts';
import { rowsByKeys } from './by-keys.ts';
import { beyond, type HeadRow, headColumns, headNames, headOf, inOrder, pieces, rowOf } from './flow-row.ts';
import type { Open } from './tables.ts';

export const headsOf = async (
  open: Open,
  scope: string,
  source: string,
  ids: readonly string[],
): Promise<readonly FlowHead[]> => {
  const rows = await rowsByKeys<'flows', HeadRow>(open, scope, {
    table: 'flows',
    by: ['source', 'id'],
    keys: [...new Set(ids)].map((id) => [source, id]),
    columns: headNames,
  });
  return inOrder(rows.filter((row) => row.removed_at === null)).map(headOf);
};

export const flowReads = (
  open: Open,
  scope: string,
): Pick<StoreView, 'flow' | 'wholeFlows' | 'flows' | 'heads' | 'callers'> => ({
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
  wholeFlows: async (refs) => {
    const distinct = new Map(refs.map((ref) => [flowCursor(ref), ref]));
    const rows = await rowsByKeys<'flows', HeadRow & { readonly workflow: string }>(open, scope, {
      table: 'flows',
      by: ['source', 'id', 'state'],
      keys: [...distinct.values()].map(({ source, id, state }) => [source, id, state]),
      columns: [...headNames, 'workflow'],
    });
    return inOrder(rows).map((row): StoredFlow => ({ ...headOf(row), workflow: row.workflow }));
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
  heads: (source, ids) => headsOf(open, scope, source, ids),
  callers: async (source, ids) => {
    const callers = new Set<string>();
    for (const some of pieces(ids)) {
      const rows = await open()
        .selectFrom('flow_references')
        .select(['id', 'state'])
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('target', 'in', some)
        .execute();
      for (const row of rows) callers.add(`${row.state} ${row.id}`);
    }
    const callerIds = [...new Set([...callers].map((each) => each.slice(each.indexOf(' ') + 1)))];
    const heads = await headsOf(open, scope, source, callerIds);
    return heads.filter((head) => callers.has(`${head.state} ${head.id}`));
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
        .insertInto('flow_versions')
        .values({
          business,
          source,
          flow: id,
          fingerprint: flow.fingerprint,
          name: flow.name,
          at: flow.updatedAt,
          workflow: flow.workflow,
        })
        .onConflict((conflict) => conflict.columns(['business', 'source', 'flow', 'fingerprint']).doNothing())
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
