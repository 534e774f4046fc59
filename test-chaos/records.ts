import { expect } from 'vitest';
import { ask } from '../packages/store/test/databases.ts';
import { until } from './client.ts';
import type { Receiver } from './receiver.ts';

const told = `type in ('flow.drifted', 'flow.recovered')`;

/** Compares what lies in the database with itself, and with what was heard outside. */
export const recordsAgree = async (url: string, receiver: Receiver): Promise<void> => {
  const none = async (what: string, text: string): Promise<void> => {
    expect([what, await ask(url, text)]).toEqual([what, []]);
  };
  await none(
    'a change without its audit row, or the other way round',
    `select f.id, f.revision, count(a.id) from flows f
     left join audit a on a.business = f.business and a.action = 'flow.put' and a.subject = f.source || '/' || f.id
     group by f.id, f.revision having count(a.id) <> f.revision`,
  );
  await none(
    'a flow without its latest version kept',
    `select f.id from flows f where not exists (select 1 from flow_versions v where v.business = f.business
     and v.source = f.source and v.flow = f.id and v.fingerprint = f.fingerprint)`,
  );
  await none(
    'a decision with a contact that is not its own, or more contacts than the profile lets through',
    `select recipient, count(*) from contacts where state <> 'released' group by recipient having count(*) > 3`,
  );
  // One whose worker could not let go of it is cleared away by a sweep, once its time is over.
  await until('every claim is let go of', 180, async () => {
    const left = await ask(url, 'select id, until from claims');
    return left.length === 0 || JSON.stringify(left);
  });
  await none(
    'a gap or a double in the trail of a flow',
    `select flow from trail group by flow, state having count(*) <> max(number) or count(distinct number) <> max(number)`,
  );
  await none(
    'gists without the findings that they are of',
    `select g.flow from gist_sheets g where g.sheets > 0 and not exists (select 1 from finding_sheets f
     where f.business = g.business and f.source = g.source and f.flow = g.flow and f.closure = g.closure
     and f.reader = g.reader and f.number = g.sheets)`,
  );
  // Told is what stands badly from the start, and what got worse and does not stand well any more.
  await none(
    'a change for the worse that was told twice or never',
    `select coalesce(t.flow, e.flow) as flow, t.worse, e.told from
       (select t.flow, count(*) as worse from trail t
        join trail_parts s on s.business = t.business and s.hash = t.said
        where t.harmless = 0 and case when t.number = 1 then s.part::json->>'standing' in ('blocked', 'needs-adjustment')
          else t.direction = 'worse' and s.part::json->>'standing' <> 'aligned' end
        group by t.flow) t
     full join
       (select data::json->'flow'->>'id' as flow, count(*) as told from events where type = 'flow.drifted' group by 1) e
     on e.flow = t.flow where coalesce(t.worse, 0) <> coalesce(e.told, 0)`,
  );
  const missed = async (): Promise<true | string> => {
    const events = await ask(url, `select id from events where ${told}`);
    const left = events.filter(({ id }) => !receiver.heard.has(String(id)));
    return left.length === 0 || `${left.length} of ${events.length} events were not heard`;
  };
  await until('everything is told', 60, missed);
  const events = new Set((await ask(url, `select id from events where ${told}`)).map(({ id }) => String(id)));
  expect(events.size).toBeGreaterThan(10);
  expect([...receiver.heard.keys()].filter((id) => !events.has(id))).toEqual([]);
};
