import { codeGives } from '../data/code-value.ts';
import { filledByService } from '../data/own-data.ts';
import type { Step } from '../flow.ts';
import { has } from '../graph.ts';
import { suppressionWord } from '../reach/attribute.ts';
import type { FlowView } from '../view.ts';
import type { Offer } from './opt-out-offer.ts';
import type { Outgoing } from './outgoing.ts';

/**
 * Where an offered link leads. `works`: somewhere else, or to a step of this flow that takes people off. `nowhere`: empty,
 * `#`, or braces that are sent as they stand. `wrong`: to another step of this flow, or to none although the flow has one
 * for it. `first`: everybody gets the link of the first person in the list.
 */
export type Leads =
  | { readonly to: 'works' | 'nowhere' | 'first' }
  | { readonly to: 'wrong'; readonly hits: Step | null; readonly meant: Step };

const works: Leads = { to: 'works' };

const empty = /^(?:#.{0,20}|\s*|javascript:.{0,40}|about:blank|http:\/\/|https:\/\/)$/i;
const own = /\/(webhook|webhook-test|form|form-test)\/([^?#"'\s{$]+)/i;

const pathOf = (step: Step): string =>
  (step.texts.find(({ path }) => path === 'path' || path === 'options.path')?.text.source ?? '').replace(
    /^\/|\/$/g,
    '',
  );

/** A start of this flow by which people are taken off a list. */
export const takesOff = (view: FlowView, position: number): boolean => {
  const step = view.graph.steps[position];
  if (step === undefined || !has(step, 'starts:webhook', 'starts:form')) return false;
  const words = /unsub|opt-?_?out|abmeld|abbestell|baja|desuscri|d[eé]sinscri|descadastr|disiscri/i;
  if (words.test(step.name) || words.test(pathOf(step))) return true;
  return step.texts.some(({ path, text }) => /title|description/i.test(path) && words.test(text.source));
};

const namePart = /(?<!\w)([A-Za-z_]\w*)\s*\}*\s*$/;

/** The address that a name stands for, where a field or code of the flow gives it. */
const resolved = (_view: FlowView, href: string, around: readonly Step[]): string => {
  if (!/^\s*(?:\{\{|\$\{|['"`]\s*\+|\+)/.test(href)) return href;
  const name = namePart.exec(href.replace(/['"`+\s]+$/, ''))?.[1];
  if (name === undefined) return href;
  for (const step of around) {
    const assigned = step.assigns.find((each) => each.name === name || each.name.endsWith(`.${name}`));
    if (assigned?.value.source.includes('/')) return assigned.value.source;
    if (!has(step, 'runs:code')) continue;
    const given = codeGives(step, name);
    if (given?.includes('/') === true) return given.replace(/^["'`]/, '');
  }
  return href;
};

/** Follows an offered link as far as the file shows where it leads. */
export const leadsTo = (view: FlowView, outgoing: Outgoing, offer: Offer): Leads => {
  const { delivery, recipient } = outgoing;
  const { text, part } = offer.spoken;
  if (empty.test(offer.href)) return { to: 'nowhere' };
  const braces = part === 'own' && !text.dynamic && /\{\{[^}]*\}\}/.test(offer.href);
  if (braces && !filledByService(delivery.step)) return { to: 'nowhere' };
  const around = [...delivery.says.through].flatMap((at) => view.graph.steps[at] ?? []);
  const href = resolved(view, offer.href, [offer.spoken.step, ...around]);
  if (empty.test(href)) return { to: 'nowhere' };
  for (const record of recipient.records) {
    const name = view.graph.steps[record]?.name;
    if (name === undefined) continue;
    const at = href.indexOf(name);
    if (at !== -1 && /^["'`]\s*\)\.first\(\)/.test(href.slice(at + name.length))) return { to: 'first' };
  }
  const path = own.exec(href)?.[2]?.replace(/\/$/, '');
  if (path === undefined) return works;
  const meant = view.graph.starts.find((start) => takesOff(view, start));
  const handler = meant === undefined ? undefined : view.graph.steps[meant];
  if (handler === undefined || pathOf(handler) === '') return works;
  if (pathOf(handler) === path) return works;
  const hits = view.graph.starts
    .map((at) => view.graph.steps[at])
    .find((step) => step !== undefined && pathOf(step) === path);
  return { to: 'wrong', hits: hits ?? null, meant: handler };
};

const keyword = /^\W*(?:stop|stopp|unsubscribe|abmelden|baja|parar|arr[eê]t|opt[ -]?out)\W*$/i;

export interface Keyword {
  /** The step that tells the word from others. */
  readonly step: Step;
  readonly position: number;
  /** Something is written down, taken off a list, or handed to where it may be. */
  readonly enforced: boolean;
}

/** Each is followed through the flow; no real flow tells the word apart more often. */
const mostKeywords = 40;

/** Where the flow itself acts on an answer such as STOP. */
export const keywordsIn = (view: FlowView): readonly Keyword[] => {
  let found = 0;
  return view.graph.steps.flatMap((step, position): readonly Keyword[] => {
    if (view.graph.live[position] !== true || step.branch === null || found >= mostKeywords) return [];
    const outputs = step.branch.conditions
      .filter(({ left, right }) => left.dynamic && !right.dynamic && keyword.test(right.source))
      .map(({ output }) => output);
    if (outputs.length === 0) return [];
    found += 1;
    const next = view.graph.leaving(position).filter(({ output }) => outputs.includes(output));
    const walked = view.graph.after(next.map(({ to }) => to));
    const enforced = [...walked.keys()].some((at) => {
      const after = view.graph.steps[at];
      if (after === undefined || after.disabled) return false;
      if (after.message !== null && !has(after, 'writes:list')) return false;
      return (
        has(after, 'writes:records', 'writes:list', 'deletes:records', 'calls:flow', 'calls:tools') ||
        (has(after, 'calls:http') && !has(after, 'reads:records')) ||
        after.knowledge !== 'known' ||
        (has(after, 'runs:code') &&
          after.texts.some(
            ({ text }) => suppressionWord.test(text.source) || /http|fetch|staticData/i.test(text.source),
          ))
      );
    });
    return [{ step, position, enforced }];
  });
};
