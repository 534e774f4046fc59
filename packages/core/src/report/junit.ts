import type { CheckReport, FlowReport } from './check-report.ts';
import { markup } from './escape.ts';
import { flowName } from './say.ts';
import { countsAgainst, type FailOn } from './threshold.ts';
import { titleOf } from './topics.ts';

type Finding = FlowReport['findings'][number];

const said = (finding: Finding, verdict: Finding['verdict']): string =>
  finding.occurrences
    .filter((each) => each.verdict === verdict)
    .map(
      (each) =>
        `${each.message}${each.question === undefined || verdict !== 'unknown' ? '' : ` ${each.question}`}`,
    )
    .map((text) => markup(text))
    .join('\n');

/** What stands inside a test case: a failure where the run fails for it, a skip where it was not answered. */
const outcome = (
  finding: Finding,
  failOn: FailOn,
): { readonly kind: 'failure' | 'skipped' | 'passed'; readonly body: string } => {
  const { verdict } = finding;
  const text = said(finding, verdict);
  const first = text.split('\n')[0] ?? '';
  if (countsAgainst(finding, failOn)) {
    return { kind: 'failure', body: `<failure message="${first}" type="${verdict}">${text}</failure>` };
  }
  if (verdict === 'unknown')
    return { kind: 'skipped', body: `<skipped message="Needs an answer: ${first}"/>` };
  if (verdict === 'not-applicable')
    return { kind: 'skipped', body: `<skipped message="${first === '' ? 'Not about this flow' : first}"/>` };
  return { kind: 'passed', body: text === '' ? '' : `<system-out>${verdict}: ${text}</system-out>` };
};

const suite = (flow: FlowReport, failOn: FailOn): { readonly xml: string; readonly failures: number } => {
  const outcomes = flow.findings.map((finding) => ({ finding, ...outcome(finding, failOn) }));
  const failures = outcomes.filter((each) => each.kind === 'failure').length;
  const skipped = outcomes.filter((each) => each.kind === 'skipped').length;
  const file = markup(flow.file);
  const cases = outcomes.map(
    ({ finding, body }) =>
      `    <testcase name="${markup(titleOf(finding.check))}" classname="${markup(`${flow.file}.${finding.check}`)}" file="${file}">${body}</testcase>`,
  );
  const head = `  <testsuite name="${markup(flowName(flow))}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" file="${file}">`;
  return { xml: [head, ...cases, '  </testsuite>'].join('\n'), failures };
};

/** The report as JUnit XML: a flow is a suite, a check is a case. Fails where the run fails under `failOn`. */
export const renderJunit = (report: CheckReport, failOn: FailOn): string => {
  const suites = report.flows.map((flow) => suite(flow, failOn));
  const errors = report.errors.map(({ file, code, message, line, column }) => {
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
    return `    <testcase name="${markup(file)}" classname="files" file="${markup(file)}"><error message="${markup(`${file}${place} ${message}`)}" type="${markup(code)}"/></testcase>`;
  });
  const unread =
    errors.length === 0
      ? []
      : [
          `  <testsuite name="Files" tests="${errors.length}" failures="0" errors="${errors.length}" skipped="0">`,
          ...errors,
          '  </testsuite>',
        ];
  const tests = report.flows.reduce((sum, flow) => sum + flow.findings.length, errors.length);
  const failures = suites.reduce((sum, each) => sum + each.failures, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Plumbline" tests="${tests}" failures="${failures}" errors="${errors.length}">`,
    ...suites.map((each) => each.xml),
    ...unread,
    '</testsuites>',
    '',
  ].join('\n');
};
