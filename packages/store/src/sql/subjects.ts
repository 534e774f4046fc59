import type { Subject } from '../port.ts';

/** The columns that name a subject, in every table that keeps something about one. */
export const subjectColumns = ['source', 'flow', 'closure', 'reader'] as const;

type Row = Readonly<Record<(typeof subjectColumns)[number], string>>;

export const subjectKey = ({ source, id, closure, reader }: Subject): string =>
  JSON.stringify([source, id, closure, reader]);

export const subjectOf = ({ source, flow, closure, reader }: Row): Subject => ({
  source,
  id: flow,
  closure,
  reader,
});

export const subjectRow = ({ source, id, closure, reader }: Subject): Row => ({
  source,
  flow: id,
  closure,
  reader,
});

/** Each once, as it is looked up. */
export const subjectKeys = (subjects: readonly Subject[]): readonly (readonly string[])[] => {
  const distinct = new Map(subjects.map((each) => [subjectKey(each), each]));
  return [...distinct.values()].map(({ source, id, closure, reader }) => [source, id, closure, reader]);
};
