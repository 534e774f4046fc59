import type { DecisionRequest, Standing } from '@plumbline/core';
import type { StoreView } from '@plumbline/store';
import type { Context } from '../context.ts';
import { judgedView, keptOf, overlaid } from '../judged-view.ts';

const keyOf = (flow: { readonly source: string; readonly id: string }): string =>
  JSON.stringify([flow.source, flow.id]);

export type StandingOf = (request: DecisionRequest) => Standing | null;

/**
 * Standings of the published flows that these requests come from. A flow that is not known, or whose standing cannot
 * be worked out, has none: no rule takes that as fine.
 */
export const flowStandings = async (
  ctx: Context,
  view: StoreView,
  business: string,
  requests: readonly DecisionRequest[],
): Promise<StandingOf> => {
  const wanted = new Map<string, Set<string>>();
  for (const { flow } of requests) {
    if (flow === null || flow === undefined) continue;
    wanted.set(flow.source, (wanted.get(flow.source) ?? new Set()).add(flow.id));
  }
  const found = new Map<string, Standing>();
  if (wanted.size > 0) {
    const profile = await view.profile();
    for (const [source, ids] of wanted) {
      const heads = (await view.heads(source, [...ids])).filter((head) => head.state === 'published');
      for (const kept of await overlaid(ctx, view, await keptOf(view, heads, profile))) {
        try {
          const judged = judgedView(business, kept, profile);
          // A check that failed on our side has not said that all is well.
          const sure = judged.evaluation.state === 'done' && judged.failures.length === 0;
          found.set(
            keyOf(kept.head),
            sure || judged.standing === 'blocked' ? judged.standing : 'not-assessed',
          );
        } catch (error) {
          ctx.log.error('standing-not-found', { source, error: String(error).slice(0, 200) });
        }
      }
    }
  }
  return ({ flow }) => (flow === null || flow === undefined ? null : (found.get(keyOf(flow)) ?? null));
};
