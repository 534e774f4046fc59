import { z } from 'zod';
import type { Delivery } from '../../flow/messages/delivery.ts';
import { wayTo } from '../../flow/messages/outgoing.ts';
import { type Gap, gapsIn } from '../../flow/messages/placeholder.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

const quoted = (gap: Gap): string => `“${gap.text}”`;

const fails = (view: FlowView, delivery: Delivery, gap: Gap): Place => {
  const sends = named(delivery.step);
  const common = {
    verdict: 'fail',
    about: gap.step === delivery.step ? [delivery.step] : [gap.step, delivery.step],
    mark: gap.inAddress ? 'address' : gap.kind,
    witness: wayTo(view, delivery.position),
  } as const;
  if (gap.kind === 'expression') {
    return {
      ...common,
      evidence: 'proven',
      message: gap.inAddress
        ? `${sends} never arrives: its address is the bare text ${quoted(gap)}, since the field is not switched to an expression. Switch it to “Expression”.`
        : `Whoever gets ${sends} reads ${quoted(gap)} as it stands, since the field is not switched to an expression. Switch it to “Expression”.`,
      adjustment: 'Switch the field to an expression',
    };
  }
  const where = gap.step === delivery.step ? sends : `the text from ${named(gap.step)} that ${sends} sends`;
  return {
    ...common,
    evidence: gap.kind === 'tag' && gap.text.startsWith('{{') ? 'proven' : 'inferred',
    message:
      gap.kind === 'stub'
        ? `${where} still holds ${quoted(gap)}, which was meant to be filled in. Write what you want to say there.`
        : `${where} still holds ${quoted(gap)}, and nothing fills it in: people read it as it stands. Put the value there.`,
    adjustment: 'Fill in the placeholder',
  };
};

const asks = (view: FlowView, delivery: Delivery, gap: Gap): Place => {
  const model = gap.step !== delivery.step;
  return {
    verdict: 'unknown',
    evidence: 'inferred',
    about: model ? [gap.step, delivery.step] : [delivery.step],
    mark: 'filled',
    witness: wayTo(view, delivery.position),
    message: model
      ? `${named(gap.step)} is shown a text with ${quoted(gap)} in it, and may copy it into what ${named(delivery.step)} sends.`
      : `${named(delivery.step)} hands ${quoted(gap)} to another service.`,
    question: model
      ? `Have you seen what ${named(delivery.step)} sends, and is ${quoted(gap)} filled in there?`
      : `Does the service behind ${named(delivery.step)} fill in ${quoted(gap)}?`,
  };
};

const hasText = ({ message, says }: Delivery): boolean =>
  message.body.length + message.subject.length > 0 || says.through.size > 0;

export const check = defineCheck({
  meta: {
    id: 'no-literal-placeholder',
    title: 'Nobody reads “Dear {{ name }}” from us',
    summary: 'No braces, brackets or stand-in words are left in what is sent.',
    values: ['quality-craftsmanship', 'customer-intimacy'],
    appliesTo: 'every message and post whose text is in the file',
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const written = view.deliveries.filter(
      (each) => each.audience.who !== 'machine' && !each.inPlace && hasText(each),
    );
    if (written.length === 0) return notApplicable('It sends no text that stands in the file.');
    const places = written.flatMap((delivery) =>
      gapsIn(view, delivery).map((gap) => (gap.filled === 'no' ? fails : asks)(view, delivery, gap)),
    );
    const keys = new Set<string>();
    const once = places.filter(({ about, mark }) => {
      const key = `${about.map(({ id }) => id).join()} ${mark}`;
      return keys.has(key) ? false : keys.add(key).has(key);
    });
    if (once.length > 0) return once;
    return [
      {
        verdict: 'pass',
        evidence: 'inferred',
        about: written.map(({ step }) => step),
        witness: wayTo(view, written[0]?.position ?? 0),
        message: `Nothing is left to be filled in in ${listed(written.map(({ step }) => step))}.`,
      },
    ];
  },
});
