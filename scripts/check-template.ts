/** Texts of a new check: it compiles and its examples come out right; what is marked TODO is for its author to write. */

const source = (id: string, since: string): string => `import { z } from 'zod';
import { pathTo } from '../../flow/graph.ts';
import type { Delivery } from '../../flow/messages/delivery.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, named, notApplicable, type Place } from '../define.ts';

/** TODO: what shows that the promise is kept. Keep patterns linear, and add words of more languages. */
const kept = /thank you/i;

const place = (view: FlowView, delivery: Delivery): Place => {
  const { message, step, position } = delivery;
  const way = pathTo(view.graph.after(view.graph.starts), position);
  const witness = way.flatMap((at) => view.graph.steps[at] ?? []);
  const about = { about: [step], witness, evidence: 'inferred' } as const;
  const body = message.body.map((text) => text.source).join('\\n');
  if (kept.test(body)) {
    return { ...about, verdict: 'pass', message: \`TODO: what holds for whom, thanks to \${named(step)}.\` };
  }
  if (message.bodyState !== 'given' || message.body.some((text) => text.dynamic)) {
    return {
      ...about,
      verdict: 'unknown',
      message: \`TODO: why the file cannot tell it of \${named(step)}.\`,
      question: \`TODO: what a person can answer about \${named(step)}?\`,
    };
  }
  return {
    ...about,
    verdict: 'fail',
    message: \`TODO: what is wrong for whom at \${named(step)}, then what to do.\`,
    adjustment: 'TODO: what to change, in a few words',
  };
};

export const check = defineCheck({
  meta: {
    id: '${id}',
    title: 'TODO: the promise, in the words of an owner',
    summary: 'TODO: one sentence for the list of checks.',
    // TODO: the values it speaks for, see profile/values.ts.
    values: ['customer-intimacy'],
    appliesTo: 'TODO: flows that ...',
    options: z.strictObject({}),
    version: 1,
    since: '${since}',
  },
  evaluate: (view) => {
    const places = view.deliveries
      .filter((delivery) => delivery.audience.who === 'customer')
      .map((delivery) => place(view, delivery));
    return places.length > 0 ? places : notApplicable('TODO: why the question does not arise.');
  },
});
`;

const doc = `TODO: why this matters to a shop: what goes wrong for a customer or a colleague when it is missing. Two or three
paragraphs of prose; title, links, examples and options of the page are generated.

TODO: limits: what the check cannot see, and which cases it therefore answers with \`unknown\` or misses.

TODO: when not to use it.
`;

const example = (verdict: 'pass' | 'fail' | 'unknown', name: string, body: string): string => {
  const expects = {
    verdict,
    steps: ['Tell the customer'],
    ...(verdict === 'unknown' ? { question: '`Tell the customer`' } : {}),
  };
  const workflow = {
    name,
    nodes: [
      {
        id: `${verdict}-1`,
        name: 'Order paid',
        type: 'n8n-nodes-base.webhook',
        typeVersion: 2,
        position: [0, 0],
        parameters: { httpMethod: 'POST', path: 'order-paid', options: {} },
      },
      {
        id: `${verdict}-2`,
        name: 'Tell the customer',
        type: 'n8n-nodes-base.gmail',
        typeVersion: 2.1,
        position: [220, 0],
        parameters: {
          sendTo: '={{ $json.body.customer_email }}',
          subject: 'Your order',
          emailType: 'text',
          message: body,
          options: {},
        },
      },
    ],
    connections: { 'Order paid': { main: [[{ node: 'Tell the customer', type: 'main', index: 0 }]] } },
    settings: { executionOrder: 'v1' },
    meta: { expects },
  };
  return `${JSON.stringify(workflow, null, 2)}\n`;
};

/** File name -> text of the folder of a new check. */
export const checkTemplate = (id: string, since: string): ReadonlyMap<string, string> =>
  new Map([
    ['check.ts', source(id, since)],
    ['doc.md', doc],
    [
      'examples/pass-thanks.json',
      example('pass', 'Bakery: order paid', 'Thank you, your bread is in the oven.'),
    ],
    ['examples/fail-no-thanks.json', example('fail', 'Bookshop: order paid', 'Your book is on its way.')],
    [
      'examples/unknown-written-elsewhere.json',
      example('unknown', 'Salon: order paid', '={{ $json.body.text }}'),
    ],
  ]);
