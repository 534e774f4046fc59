import { checkById } from '../checks/registry.ts';
import type { CheckReport, FlowReport } from './check-report.ts';
import { fileUri, sarifText } from './escape.ts';
import { renderJson } from './json.ts';
import { plain } from './plain.ts';
import { flowName, stepName } from './say.ts';
import { holdsAt } from './threshold.ts';
import { type OccurrenceReport, titleOf } from './topics.ts';

export interface SarifOptions {
  /** Version of Plumbline. */
  readonly version: string;
  /** Line of a step in its file, counted from 1, where it is known. */
  readonly lineOf?: (flow: FlowReport, step: string) => number | undefined;
  /** Prose of a check's page, Markdown, by id. */
  readonly pages?: Readonly<Record<string, string>>;
}

type Finding = FlowReport['findings'][number];

const levels = { block: 'error', approve: 'error', warn: 'warning', observe: 'note' } as const;

const ruleOf = (id: string, options: SarifOptions): object => {
  const meta = checkById(id)?.meta;
  const page = options.pages?.[id];
  const text = meta === undefined ? id : `${meta.title}. ${meta.summary} Asked of: ${meta.appliesTo}.`;
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: titleOf(id) },
    fullDescription: { text: meta?.summary ?? titleOf(id) },
    help: { text, ...(page === undefined ? {} : { markdown: page }) },
    defaultConfiguration: { level: 'warning' },
    ...(meta === undefined ? {} : { properties: { tags: meta.values } }),
  };
};

const physical = (file: string, line: number | undefined): object => ({
  artifactLocation: { uri: fileUri(file === '<stdin>' ? 'stdin' : file) },
  ...(line === undefined ? {} : { region: { startLine: line } }),
});

const location = (
  flow: FlowReport,
  step: { id: string; name: string } | undefined,
  options: SarifOptions,
): object => ({
  physicalLocation: physical(flow.file, step === undefined ? undefined : options.lineOf?.(flow, step.id)),
  logicalLocations: [
    step === undefined
      ? { name: flowName(flow), kind: 'module' }
      : { name: stepName(step), fullyQualifiedName: `${flowName(flow)}/${stepName(step)}`, kind: 'member' },
  ],
});

const textOf = (occurrence: OccurrenceReport): string => {
  const { message, question } = occurrence;
  return sarifText(
    question === undefined || occurrence.verdict !== 'unknown' ? message : `${message} ${question}`,
  );
};

const resultOf = (
  flow: FlowReport,
  finding: Finding,
  occurrence: OccurrenceReport,
  ruleIndex: number,
  options: SarifOptions,
): object => {
  const open = occurrence.verdict === 'unknown';
  const [step] = occurrence.steps;
  return {
    ruleId: finding.check,
    ruleIndex,
    // A question left open is no failure: `open` says so, and then the level must be `none`.
    kind: open ? 'open' : 'fail',
    level: open ? 'none' : levels[holdsAt({ ...finding, evidence: occurrence.evidence })],
    message: { text: textOf(occurrence) },
    locations: [location(flow, step, options)],
    ...(occurrence.witness.length < 2
      ? {}
      : {
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: occurrence.witness.map((each) => ({ location: location(flow, each, options) })),
                },
              ],
            },
          ],
        }),
    partialFingerprints: { 'plumblineOccurrence/v1': plain(`${flow.id ?? flow.name}:${occurrence.key}`) },
    properties: {
      evidence: occurrence.evidence,
      because: finding.because,
      ...(occurrence.adjustment === undefined ? {} : { adjustment: plain(occurrence.adjustment) }),
    },
  };
};

/** The report as SARIF 2.1.0: failures and open questions as results, unreadable files as notifications. */
export const renderSarif = (report: CheckReport, options: SarifOptions): string => {
  const rules = [...new Set(report.flows.flatMap((flow) => flow.findings.map((finding) => finding.check)))];
  const indexes = new Map(rules.map((id, index) => [id, index]));
  const results = report.flows.flatMap((flow) =>
    flow.findings.flatMap((finding) =>
      finding.occurrences
        .filter((occurrence) => occurrence.verdict === 'fail' || occurrence.verdict === 'unknown')
        .map((occurrence) => resultOf(flow, finding, occurrence, indexes.get(finding.check) ?? -1, options)),
    ),
  );
  return renderJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plumbline',
            semanticVersion: options.version,
            rules: rules.map((id) => ruleOf(id, options)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.errors.length === 0,
            toolExecutionNotifications: report.errors.map((error) => ({
              level: 'error',
              descriptor: { id: error.code },
              message: { text: sarifText(error.message) },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: fileUri(error.file === '<stdin>' ? 'stdin' : error.file) },
                    ...(error.line === undefined
                      ? {}
                      : {
                          region: {
                            startLine: error.line,
                            ...(error.column === undefined ? {} : { startColumn: error.column }),
                          },
                        }),
                  },
                },
              ],
            })),
          },
        ],
        results,
      },
    ],
  });
};
