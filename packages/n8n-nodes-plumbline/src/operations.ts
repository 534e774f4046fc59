import {
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeApiError,
  NodeOperationError,
} from 'n8n-workflow';
import { here } from './ask.ts';
import { conversationOf } from './conversation.ts';
import { type Call, exchange, isRecord, type Send } from './exchange.ts';
import { keyOf } from './question.ts';
import { askerOf, runOf } from './questions.ts';
import { senderOf } from './send.ts';

/** What one operation asks for one item, and what of the answer stands in the field beside it. */
interface Operation {
  readonly call: (context: IExecuteFunctions, item: number) => Call;
  readonly field: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

const textAt = (context: IExecuteFunctions, name: string, item: number): string | undefined => {
  const value = String(context.getNodeParameter(name, item, '') ?? '').trim();
  return value === '' ? undefined : value;
};

const handOver: Operation = {
  call: (context, item) => {
    const { flow } = askerOf(context);
    const reason = textAt(context, 'reason', item);
    const address = textAt(context, 'handoverRecipient', item);
    const channel = textAt(context, 'handoverChannel', item);
    return {
      method: 'POST',
      path: `${here}/handovers`,
      body: {
        ...(flow === null ? {} : { flow }),
        conversation: conversationOf(context.getNodeParameter('conversation', item, '')),
        ...(reason === undefined ? {} : { reason }),
        ...(address === undefined ? {} : { recipient: { address } }),
        ...(channel === undefined ? {} : { channel }),
        idempotencyKey: keyOf(context.getExecutionId(), context.getNode().id, runOf(context), item),
      },
    };
  },
  field: ({ id, state, createdAt }) => ({ handover: { id, state, createdAt } }),
};

const recordOutcome: Operation = {
  call: (context, item) => {
    const { flow } = askerOf(context);
    const decision = textAt(context, 'outcomeDecision', item);
    return {
      method: 'POST',
      path: `${here}/outcomes`,
      body: {
        id: keyOf(context.getExecutionId(), context.getNode().id, runOf(context), item),
        indicator: textAt(context, 'indicator', item) ?? '',
        value: Number(context.getNodeParameter('outcomeValue', item, 0)),
        at: textAt(context, 'outcomeAt', item) ?? new Date().toISOString(),
        ...(flow === null ? {} : { flow }),
        ...(decision === undefined ? {} : { decision }),
      },
    };
  },
  field: ({ ids }) => ({ outcome: { id: Array.isArray(ids) ? ids[0] : null } }),
};

const standing: Operation = {
  call: (context, item) => {
    const { flow } = askerOf(context);
    const id = textAt(context, 'flowId', item) ?? flow?.id ?? '';
    const source = flow?.source ?? 'n8n';
    return { method: 'GET', path: `${here}/flows/${encodeURIComponent(source)}/${encodeURIComponent(id)}` };
  },
  field: ({
    source,
    id,
    name,
    state,
    standing: stands,
    kind,
    customerFacing,
    cells,
    evaluation,
    updatedAt,
  }) => ({
    flow: { source, id, name, state, standing: stands, kind, customerFacing, cells, evaluation, updatedAt },
  }),
};

const operations: ReadonlyMap<string, Operation> = new Map([
  ['handOver', handOver],
  ['record', recordOutcome],
  ['getStanding', standing],
]);

const beside = (item: INodeExecutionData, index: number, field: object): INodeExecutionData => {
  const before = isRecord(item.json['plumbline']) ? item.json['plumbline'] : {};
  return { ...item, json: { ...item.json, plumbline: { ...before, ...field } }, pairedItem: { item: index } };
};

type Performed = { readonly field: object } | { readonly fault: NodeApiError | NodeOperationError };

/** The request of one item; a fault where its fields do not make one. */
const callFor = (
  context: IExecuteFunctions,
  operation: Operation,
  item: number,
): Call | NodeOperationError => {
  try {
    return operation.call(context, item);
  } catch (error) {
    return new NodeOperationError(context.getNode(), error as Error, { itemIndex: item });
  }
};

const perform = async (
  context: IExecuteFunctions,
  send: Send,
  operation: Operation,
  item: number,
): Promise<Performed> => {
  const call = callFor(context, operation, item);
  if (call instanceof NodeOperationError) return { fault: call };
  const result = await exchange(send, call);
  if (result.kind === 'answered' && isRecord(result.body)) return { field: operation.field(result.body) };
  const node = context.getNode();
  if (result.kind === 'refused') {
    const { title, detail, fix, status } = result.problem;
    const said = {
      message: `${title}: ${detail}`,
      description: fix,
      httpCode: String(status),
      itemIndex: item,
    };
    return { fault: new NodeApiError(node, { ...result.problem }, said) };
  }
  const message = result.kind === 'none' ? result.why : 'What Plumbline answered cannot be read.';
  return { fault: new NodeApiError(node, { message }, { message, itemIndex: item }) };
};

/** Everything but checks: one request an item, and one output. */
export const operate = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> => {
  const name = context.getNodeParameter('operation', 0);
  const operation = operations.get(name);
  if (operation === undefined) {
    throw new NodeOperationError(context.getNode(), `This node has no operation \`${name}\`.`);
  }
  const send = senderOf(context);
  const done: INodeExecutionData[] = [];
  for (const [index, item] of context.getInputData().entries()) {
    const performed = await perform(context, send, operation, index);
    if ('field' in performed) {
      done.push(beside(item, index, performed.field));
      continue;
    }
    if (!context.continueOnFail()) throw performed.fault;
    const error = performed.fault.message;
    done.push({ ...item, json: { ...item.json, error }, pairedItem: { item: index } });
  }
  return [done];
};
