import type { Message, Question, Recipient } from '@plumbline/core';
import type { Does } from './catalogue/entry.ts';
import { allTexts, firstTexts, type Json, valueAt, wordAt } from './parameters.ts';

const recipientOf = (parameters: Json, does: Does): Recipient => {
  const texts = firstTexts(parameters, does.to);
  if (does.recipient === 'list') return { kind: 'list', texts };
  if (texts.length > 0) return { kind: 'given', texts };
  return does.recipient === undefined ? { kind: 'missing' } : { kind: does.recipient };
};

const templated = (parameters: Json, template: Does['template']): boolean =>
  template === true ||
  (template ?? []).some((path) => {
    const value = valueAt(parameters, path);
    return value !== undefined && value !== '' && value !== false;
  });

/** The message that a catalogued operation carries, or `null` if it carries none. */
export const readMessage = (parameters: Json, does: Does): Message | null => {
  if (does.channel === undefined) return null;
  const body = allTexts(parameters, does.body);
  const elsewhere = templated(parameters, does.template);
  return {
    channel: does.channel,
    to: recipientOf(parameters, does),
    from: firstTexts(parameters, does.from),
    subject: firstTexts(parameters, does.subject),
    body,
    bodyState:
      elsewhere && body.length === 0
        ? 'elsewhere'
        : body.length > 0 || does.body === undefined || does.wordless === true
          ? 'given'
          : 'missing',
    merge: allTexts(parameters, does.merge),
  };
};

const answerOf = (parameters: Json): Question['answer'] => {
  const response = wordAt(parameters, 'responseType') ?? 'approval';
  if (response !== 'approval') return 'free';
  const kind =
    wordAt(parameters, 'approvalOptions.values.approvalType') ?? wordAt(parameters, 'approvalType');
  return kind === 'double' ? 'choice' : 'single';
};

const limited = (parameters: Json): boolean =>
  parameters['limitWaitTime'] === true ||
  valueAt(parameters, 'options.limitWaitTime') !== undefined ||
  valueAt(parameters, 'options.limitWaitTime.values') !== undefined;

/** The question that holds the flow, with n8n's defaults: one "Approve" button, no time limit. */
export const readQuestion = (parameters: Json, does: Does, message: Message | null): Question | null => {
  if (does.question === undefined) return null;
  return {
    via: does.question,
    to: message?.to ?? { kind: 'missing' },
    answer: does.question === 'message' ? answerOf(parameters) : 'free',
    timeLimit: limited(parameters),
  };
};
