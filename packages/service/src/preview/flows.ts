import type { FlowHead, ProfileVersion, StoreView } from '@plumbline/store';
import { flowCursor } from '@plumbline/store';
import type { Context } from '../context.ts';
import { gather, perform } from '../evaluate.ts';
import { judgedView, keptOf, type Overlaid, overlaid } from '../judged-view.ts';
import { subjectOf, subjectText } from '../questions.ts';
import { readIn } from '../scope.ts';
import type { ProfilePreview } from '../use-cases/preview-profile.ts';

const pageSize = 200;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const page = async (ctx: Context, view: StoreView, after: string | undefined, draft: ProfileVersion) => {
  const heads = await view.flows({ limit: pageSize, after });
  const published = heads.filter((head) => head.state === 'published');
  const current = await view.profile();
  return {
    last: heads.length < pageSize ? undefined : heads.at(-1),
    current,
    before: await overlaid(ctx, view, await keptOf(view, published, current)),
    after: await overlaid(ctx, view, await keptOf(view, published, draft)),
    // Only what the draft asks and nobody has asked yet.
    tasks: (await gather(view, published, draft)).map(({ task }) => task),
  };
};

/** Standings of all published flows, under the profile of today and under the draft. */
export const previewFlows = async (
  ctx: Context,
  business: string,
  parse: () => ProfileVersion,
): Promise<{ readonly flows: ProfilePreview['flows']; readonly version: ProfileVersion }> => {
  const changed: ProfilePreview['flows']['changed'] = [];
  let total = 0;
  let version: ProfileVersion | undefined;
  for (let after: string | undefined; ; ) {
    const found = await readIn(ctx, business, 'read', (view) => {
      version ??= parse();
      return page(ctx, view, after, version);
    });
    const answers = new Map<string, Pick<Overlaid, 'reading' | 'answers'>>();
    for (const task of found.tasks) {
      const judged = perform(ctx, task);
      answers.set(subjectText(judged.reading), judged);
      await nextTurn();
    }
    for (const [at, kept] of found.after.entries()) {
      const old = found.before[at];
      if (old === undefined || version === undefined) continue;
      const fresh = answers.get(subjectText(subjectOf(kept.head)));
      const merged: Overlaid = {
        ...kept,
        reading: fresh?.reading ?? kept.reading,
        answers: [...kept.answers, ...(fresh?.answers ?? [])],
      };
      const was = judgedView(business, old, found.current).standing;
      const is = judgedView(business, merged, version).standing;
      total += 1;
      if (was !== is) changed.push({ ...nameOf(kept.head), before: was, after: is });
    }
    if (found.last === undefined) break;
    after = flowCursor(found.last);
  }
  return { flows: { total, changed }, version: version ?? parse() };
};

const nameOf = ({ source, id, name }: FlowHead) => ({ source, id, name });
