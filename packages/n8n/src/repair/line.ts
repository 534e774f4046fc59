import type { Flow, Step, StepRef } from '@plumbline/core';
import { isRecord } from '../parameters.ts';
import { type Draft, type DraftNode, nodeOf } from './draft.ts';

const markup = /<(?:p|div|br|html|body|table|h[1-6]|a)\b[^>]{0,500}>/i;
const closing = /<\/(?:body|html)>\s*$/i;

/** The text with a line at its end, as a paragraph where the text is a page. */
const withLine = (text: string, line: string, page: boolean): string => {
  if (!page) return `${text}\n\n${line}`;
  const paragraph = `<p>${line}</p>`;
  // Twice: `</body></html>`.
  const outer = closing.exec(text);
  const inner = outer === null ? null : closing.exec(text.slice(0, outer.index));
  const at = inner?.index ?? outer?.index ?? text.length;
  return `${text.slice(0, at)}${paragraph}${text.slice(at)}`;
};

const changeAt = (
  holder: unknown,
  path: readonly string[],
  source: string,
  change: (text: string) => string,
): boolean => {
  if (Array.isArray(holder)) return holder.some((each) => changeAt(each, path, source, change));
  const [key, ...rest] = path;
  if (!isRecord(holder) || key === undefined) return false;
  const value = holder[key];
  if (rest.length > 0 || typeof value !== 'string') return changeAt(value, rest, source, change);
  // An expression is kept without its leading sign.
  if (value !== source && value !== `=${source}`) return false;
  (holder as Record<string, unknown>)[key] = change(value);
  return true;
};

const sendsPages = ({ parameters }: DraftNode): boolean =>
  isRecord(parameters) && [parameters['emailType'], parameters['emailFormat']].includes('html');

const stepOf = (flow: Flow, ref: StepRef): Step | undefined => flow.steps.find((step) => step.id === ref.id);

/** Adds a line to what a step sends; the node, or null where its text is not a parameter of it. */
export const addLine = (draft: Draft, flow: Flow, ref: StepRef, line: string): DraftNode | null => {
  const step = stepOf(flow, ref);
  const node = nodeOf(draft, ref);
  if (step === undefined || step.message === null || node === undefined) return null;
  for (const { source } of step.message.body) {
    for (const { path, text } of step.texts) {
      if (text.source !== source) continue;
      const page = markup.test(source) || /html/i.test(path) || sendsPages(node);
      if (changeAt(node.parameters, path.split('.'), source, (given) => withLine(given, line, page)))
        return node;
    }
  }
  return null;
};
