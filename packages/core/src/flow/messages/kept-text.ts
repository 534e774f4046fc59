import type { Step } from '../flow.ts';
import { has } from '../graph.ts';
import { perView } from '../per-view.ts';
import type { FlowView } from '../view.ts';
import type { Delivery } from './delivery.ts';

/** A table or store by what names it, e.g. `googleSheets 1abc gid=0`; empty where the file does not say. */
const placeOf = (step: Step): string => {
  const named = step.texts
    .filter(({ path }) =>
      /^(?:documentId|sheetName|tableId|table|base|baseId|collection|dataTableId|databaseId|key)\b/i.test(
        path,
      ),
    )
    .map(({ text }) => text.source);
  return named.length === 0 ? '' : `${step.type.replace(/Tool$/, '')} ${named.join(' ')}`;
};

/** A model's words that one step writes into a table and another reads back to send them. */
export interface KeptText {
  readonly model: number;
  readonly write: number;
  readonly read: number;
}

/**
 * What a delivery without a model of its own takes from a table that the same flow fills with a model's words.
 * `null`: nothing of the kind.
 */
export const keptTextOf = (view: FlowView, delivery: Delivery): KeptText | null => {
  if (delivery.models.length > 0 || delivery.says.records.size === 0) return null;
  for (const read of delivery.says.records) {
    const step = view.graph.steps[read];
    const place = step === undefined ? '' : placeOf(step);
    if (place === '') continue;
    for (const [write, model] of writesByModels(view).get(place) ?? []) {
      if (write !== read) return { model, write, read };
    }
  }
  return null;
};

type Writes = ReadonlyMap<string, readonly (readonly [write: number, model: number])[]>;

const data = /^(?:documentId|sheetName|operation|resource|options|base|table)\b/i;

/** Live steps that put a model's words into a table, by table. */
const writesByModels = perView((view): Writes => {
  const writes = new Map<string, (readonly [number, number])[]>();
  const { graph, tracer } = view;
  graph.steps.forEach((step, position) => {
    if (graph.live[position] !== true || !has(step, 'writes:records')) return;
    const place = placeOf(step);
    if (place === '') return;
    const texts = step.texts
      .filter(({ path, text }) => text.dynamic && !data.test(path))
      .map(({ text }) => text);
    const from = texts.length > 0 ? tracer.of(position, texts) : tracer.into(position);
    for (const model of from.models) {
      if (graph.live[model] !== true) continue;
      writes.set(place, [...(writes.get(place) ?? []), [position, model]]);
      break;
    }
  });
  return writes;
});
