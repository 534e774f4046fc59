import { checkById } from '../checks/registry.ts';
import type { Enforcement, Profile } from '../profile/schema.ts';
import { enforcementRank } from '../profile/schema.ts';
import type { CheckReport, FlowReport } from './check-report.ts';
import { holdsAt } from './threshold.ts';

type Finding = FlowReport['findings'][number];
export type OccurrenceReport = Finding['occurrences'][number];

interface Because {
  readonly value: string;
  readonly promise: string;
}

export interface TopicPlace {
  readonly flow: FlowReport;
  readonly occurrence: OccurrenceReport;
}

/** Places that are said in the same words but for the names of steps, so that they are said once. */
export interface TopicGroup {
  readonly places: readonly TopicPlace[];
}

/** One question with one kind of answer over all flows: what a reader deals with as one thing. */
export interface Topic {
  readonly check: string;
  readonly title: string;
  readonly verdict: 'fail' | 'unknown';
  readonly enforcement: Enforcement;
  readonly evidence: Finding['evidence'];
  readonly because: readonly Because[];
  readonly groups: readonly TopicGroup[];
  readonly flows: number;
  /** Flows among them that certainly reach customers. */
  readonly facing: number;
  readonly places: number;
}

/** The check's promise in the owner's words; its id where this release does not know it. */
export const titleOf = (check: string): string => checkById(check)?.meta.title ?? check;

/** Why a finding is asked for, in the words of the profile; ids where no profile is at hand. */
const becauseOf = (finding: Finding, profile: Profile | undefined): readonly Because[] =>
  finding.because.map((link) => {
    const value = profile?.values.find((each) => each.id === link.value);
    const commitment = value?.commitments.find((each) => each.id === link.commitment);
    return { value: value?.title ?? link.value, promise: commitment?.promise ?? link.commitment };
  });

interface Collected {
  readonly first: Finding;
  readonly enforcement: Enforcement;
  evidence: Finding['evidence'];
  readonly byWords: Map<string, TopicPlace[]>;
  readonly flows: Set<FlowReport>;
  places: number;
}

const names = /`[^`]*`/g;
/** `a`, `b` and 4 more: how many there are does not make it another thing to say. */
const listOfNames = /(?:one of )?`(?:, `)*(?: and (?:`|\d+ more))?/g;
const grades = ['inferred', 'attested', 'observed', 'proven'];

/** The same words with the names of steps taken out. */
const wording = (occurrence: OccurrenceReport): string =>
  [occurrence.message, occurrence.adjustment, occurrence.question]
    .map((text) => (text ?? '').replace(names, '`').replace(listOfNames, '`'))
    .join('\n');

const rank = (topic: Topic): number => {
  if (topic.enforcement === 'observe') return topic.verdict === 'fail' ? 1 : 0;
  return topic.verdict === 'fail' ? 4 + enforcementRank[topic.enforcement] : 2;
};

const facing = ({ flow }: TopicPlace): number => (flow.customerFacing === true ? 0 : 1);

/**
 * Everything that is wrong or open, as few topics as possible, what matters most first: strictest promise, then best
 * proven, then most flows that reach customers. Inside a topic, flows that face customers come first.
 */
export const topicsOf = (report: CheckReport, profile?: Profile): readonly Topic[] => {
  const collected = new Map<string, Collected>();
  for (const flow of report.flows) {
    for (const finding of flow.findings) {
      for (const occurrence of finding.occurrences) {
        const { verdict } = occurrence;
        if (verdict !== 'fail' && verdict !== 'unknown') continue;
        const links = finding.because.map((link) => `${link.value}/${link.commitment}`).join(' ');
        // What is only inferred holds less strictly, and is not to stand under the same words.
        const level = holdsAt({ ...finding, evidence: verdict === 'fail' ? occurrence.evidence : 'proven' });
        const key = `${verdict} ${level} ${finding.check} ${links}`;
        const topic = collected.get(key) ?? {
          first: finding,
          enforcement: level,
          evidence: 'inferred',
          byWords: new Map<string, TopicPlace[]>(),
          flows: new Set<FlowReport>(),
          places: 0,
        };
        collected.set(key, topic);
        if (grades.indexOf(occurrence.evidence) > grades.indexOf(topic.evidence))
          topic.evidence = occurrence.evidence;
        const words = wording(occurrence);
        const group = topic.byWords.get(words) ?? [];
        topic.byWords.set(words, group);
        group.push({ flow, occurrence });
        topic.flows.add(flow);
        topic.places += 1;
      }
    }
  }
  const topics = [...collected].map(
    ([key, topic]): Topic => ({
      check: topic.first.check,
      title: titleOf(topic.first.check),
      verdict: key.startsWith('fail ') ? 'fail' : 'unknown',
      enforcement: topic.enforcement,
      evidence: topic.evidence,
      because: becauseOf(topic.first, profile),
      groups: [...topic.byWords.values()]
        .map((places) => ({ places: places.toSorted((a, b) => facing(a) - facing(b)) }))
        .toSorted((a, b) => b.places.length - a.places.length),
      flows: topic.flows.size,
      facing: [...topic.flows].filter((flow) => flow.customerFacing === true).length,
      places: topic.places,
    }),
  );
  return topics.toSorted(
    (a, b) =>
      rank(b) - rank(a) ||
      grades.indexOf(b.evidence) - grades.indexOf(a.evidence) ||
      b.facing - a.facing ||
      b.flows - a.flows,
  );
};

/** Why this is asked: the promise in the words of the profile, or the value a built-in question speaks for. */
export const reasonOf = (topic: Topic, safe: (text: string) => string): string => {
  const promised = topic.because.filter(({ promise }) => promise !== topic.title);
  const said = promised.map(({ value, promise }) => `“${safe(promise)}” (${safe(value)})`);
  if (said.length > 0) return `because you promised ${said.join(' and ')}`;
  return `speaks for ${topic.because.map(({ value }) => safe(value)).join(', ')}`;
};
