import type { IExecuteFunctions } from 'n8n-workflow';
import type { Filled } from './question.ts';

/** Value of a field for one item; the fallback where the operation does not show it. */
type Read = (name: string) => unknown;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);

const actionOf = (operation: string, read: Read): string => {
  switch (operation) {
    case 'post':
      return 'post.publish';
    case 'booking':
      return textOf(read('bookingAction'));
    case 'payment':
      return textOf(read('paymentAction'));
    case 'other':
      return textOf(read('otherAction'));
    default:
      return textOf(read('messageAction'));
  }
};

const channelOf = (operation: string, read: Read): string => {
  if (operation === 'message') return textOf(read('channel'));
  return operation === 'post' ? textOf(read('postChannel')) : '';
};

const moreOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Reads fields for one item; what no expression stands in is the same for all of them and read once. */
export const readerOf = (context: IExecuteFunctions): ((item: number) => Read) => {
  const raw = context.getNode().parameters;
  const same = new Map<string, unknown>();
  const differs = (name: string): boolean => JSON.stringify(raw[name] ?? '').includes('"=');
  return (item) => (name) => {
    if (same.has(name)) return same.get(name);
    const value: unknown = context.getNodeParameter(name, item, '');
    if (!differs(name)) same.set(name, value);
    return value;
  };
};

/** What the fields say of one item. */
export const filledFor = (operation: string, read: Read): Filled => {
  const money = operation === 'payment';
  return {
    action: actionOf(operation, read),
    channel: channelOf(operation, read),
    audience: operation === 'post' ? 'public' : textOf(read('audience')),
    recipient: operation === 'post' ? '' : textOf(read('recipient')),
    text: textOf(read('text')),
    purpose: operation === 'post' || money ? '' : textOf(read('purpose')),
    writtenBy: textOf(read('writtenBy')),
    ...(money ? { amount: Number(read('amount')), currency: textOf(read('currency')) } : {}),
    more: moreOf(read('more')),
  };
};
