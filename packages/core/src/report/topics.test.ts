import { describe, expect, it } from 'vitest';
import type { CheckReport, FlowReport } from './check-report.ts';
import { topicsOf } from './topics.ts';

type Finding = FlowReport['findings'][number];
type Level = Finding['because'][number]['enforcement'];

const finding = (
  check: string,
  verdict: 'fail' | 'unknown',
  message: string,
  level: Level = 'warn',
): Finding => ({
  check,
  verdict,
  evidence: 'proven',
  because: [{ value: 'v', commitment: 'c', enforcement: level, onUnknown: 'ask' }],
  occurrences: [{ key: check, verdict, evidence: 'proven', steps: [], witness: [], message }],
});

const flow = (
  name: string,
  findings: readonly Finding[],
  customerFacing: boolean | 'unknown' = true,
): FlowReport => ({
  file: `${name}.json`,
  id: name,
  name,
  fingerprint: 'f',
  kind: 'other',
  customerFacing,
  standing: 'needs-adjustment',
  findings: [...findings],
  cells: [],
});

const report = (...flows: FlowReport[]): CheckReport => ({
  version: 1,
  profile: { name: 'p', version: '1', hash: 'h' },
  checks: { version: '1' },
  flows,
  errors: [],
  summary: {
    flows: flows.length,
    skipped: 0,
    errors: 0,
    standings: {
      'not-assessed': 0,
      blocked: 0,
      'needs-adjustment': flows.length,
      'needs-answers': 0,
      aligned: 0,
    },
    verdicts: { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 },
  },
});

const order = (...flows: FlowReport[]): readonly string[] =>
  topicsOf(report(...flows)).map((topic) => topic.check);

describe('topicsOf', () => {
  it('puts the strictest first, failures before questions, what is only observed last', () => {
    const all = flow('a', [
      finding('observed', 'fail', 'm', 'observe'),
      finding('asked', 'unknown', 'm', 'block'),
      finding('warned', 'fail', 'm', 'warn'),
      finding('blocked', 'fail', 'm', 'block'),
    ]);
    expect(order(all)).toEqual(['blocked', 'warned', 'asked', 'observed']);
  });

  it('puts what reaches customers before what more flows share', () => {
    const inside = ['a', 'b', 'c'].map((name) => flow(name, [finding('inside', 'fail', 'm')], false));
    expect(order(...inside, flow('d', [finding('outside', 'fail', 'm')]))).toEqual(['outside', 'inside']);
  });

  it('takes sentences that differ in names of steps only for one', () => {
    const [topic] = topicsOf(
      report(
        flow('a', [finding('c', 'fail', 'When `One` fails, nobody hears.')]),
        flow('b', [finding('c', 'fail', 'When one of `Two`, `Three` and 4 more fails, nobody hears.')]),
        flow('c', [finding('c', 'fail', 'When `One` fails, it is lost.')]),
      ),
    );
    expect(topic?.groups.map((group) => group.places.map((place) => place.flow.name))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  it('keeps an open question apart from a failure of the same check', () => {
    const mixed = finding('c', 'fail', 'wrong');
    mixed.occurrences.push(...finding('c', 'unknown', 'open?').occurrences);
    expect(topicsOf(report(flow('a', [mixed]))).map((topic) => topic.verdict)).toEqual(['fail', 'unknown']);
  });
});
