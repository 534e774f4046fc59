import { isRecord } from '../parameters.ts';
import { type Draft, type DraftNode, nodeOf } from './draft.ts';
import { addLine } from './line.ts';
import type { Repair } from './repair-kind.ts';

const line = 'This message was written by an automated assistant.';
const order = 'In your first answer, tell the customer that you are an AI assistant of this business.';

/** An assistant that answers in its own place has no text to add to: its orders are. */
const addOrder = (draft: Draft, step: { readonly id: string; readonly name: string }): DraftNode | null => {
  const node = nodeOf(draft, step);
  if (node?.type !== '@n8n/n8n-nodes-langchain.agent' || !isRecord(node.parameters)) return null;
  const options = isRecord(node.parameters['options']) ? node.parameters['options'] : {};
  const given = options['systemMessage'];
  if (given !== undefined && typeof given !== 'string') return null;
  const systemMessage = given === undefined || given === '' ? order : `${given}\n\n${order}`;
  node.parameters['options'] = { ...options, systemMessage };
  return node;
};

/** Says that a machine writes: in the message, or in the orders of the assistant that answers. */
export const disclosureLine: Repair = (draft, flow, { steps }) => {
  const [step] = steps;
  if (step === undefined) return null;
  const sent = addLine(draft, flow, step, line);
  const told = sent === null ? addOrder(draft, step) : null;
  const node = sent ?? told;
  if (node === null) return null;
  return {
    what:
      sent === null
        ? `ordered \`${node.name}\` to say that it is a machine`
        : `added a line to \`${node.name}\` that says a machine wrote it`,
    fillIn: ['Put it into your own words and the language of your customers.'],
  };
};
