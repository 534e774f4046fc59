import type { Step } from '../../flow/flow.ts';
import { has } from '../../flow/graph.ts';
import type { FlowView } from '../../flow/view.ts';

/** A step whose mistakes cost something: it moves money, or it places, changes or deletes an order, stock, a bill or a booking. */
export interface Act {
  readonly position: number;
  readonly step: Step;
  readonly of: 'money' | 'order' | 'stock' | 'bill' | 'booking';
  /** `proven` where the kind of step says so, `inferred` where a name does. */
  readonly evidence: 'proven' | 'inferred';
  /** A model calls it as a tool and fills it in by itself. */
  readonly byModel: boolean;
}

const shop = /shopify|wooCommerce|magento|squareup|lightspeed|bigcommerce|prestashop/i;
/** Where papers are kept; a file that is put there counts for nothing yet. */
const files =
  /googleDrive|dropbox|oneDrive|sharePoint|\.s3$|awsS3|googleDocs|nextCloud|box$|ftp$|readWriteFile|writeBinaryFile/i;
const accounts = /odoo|erpNext|xero|quickbooks|zohoBooks|unleashed|invoiceNinja|sevdesk|lexoffice/i;

const stockWords =
  /\bstock(?![ _-]?(?:market|price|exchange|ticker|data|analy|symbol|photo|image))|inventor|invent[aá]r|lager(?:bestand)?\b|bestand\b|estoque|existencias|magazzino|warehouse|\bsku\b|reorder|restock/i;
const orderWords =
  /\borders?\b|order[_ -]?(?:id|no|number|line|items?)|bestellung|pedidos?\b|commandes?\b|ordini?\b|purchase[_ -]?orders?|refund|erstattung|reembolso/i;
const billWords =
  /invoice|rechnung|factura|facture|fattura|\bbills?\b|payment|zahlung|\bpagos?\b|paiement|payout|expense/i;
/** A line that is kept so that somebody can look it up later changes nothing by being wrong. */
const logWords =
  /\blogs?\b|logging|history|archive|backup|report|analytic|statistic|audit|track|status|summary|cache|memory|session|chat|conversation|lead|vector|embedding/i;

const where = /table|sheet|base|collection|database|resource|entity|^url$|path|model|documentId|dataset/i;
const writing = ['writes:records', 'deletes:records'] as const;

/** The step's own name, and the place it writes to. */
const named = (step: Step): string =>
  [
    step.name,
    step.host,
    ...step.texts
      .filter(({ path }) => where.test(path))
      .map(({ text }) => text.source.slice(0, 400).replace(/\{\{[^{}]*\}\}/g, '')),
  ].join('\n');

const kindOf = (words: string): Act['of'] | null => {
  if (stockWords.test(words)) return 'stock';
  if (billWords.test(words)) return 'bill';
  return orderWords.test(words) ? 'order' : null;
};

const ofStep = (view: FlowView, at: number): Omit<Act, 'position' | 'step' | 'byModel'> | null => {
  const step = view.graph.steps[at] as Step;
  if (has(step, 'moves:money')) return { of: 'money', evidence: 'proven' };
  const system = `${step.type} ${step.host}`;
  const calls =
    has(step, 'calls:http') &&
    writesByName.test(step.name) &&
    !readsByName.test(`${step.name} ${step.host}`) &&
    sendsBody(step);
  if (!has(step, ...writing) && !calls) return null;
  if (files.test(step.type)) return null;
  const words = named(step);
  const kind = kindOf(words);
  if (shop.test(system) || accounts.test(system)) {
    const resource = step.texts.find(({ path }) => path === 'resource')?.text.source;
    // The order is what a Shopify step works on unless it says otherwise.
    const of =
      kindOf(resource ?? (/shopify$/i.test(step.type) ? 'order' : step.name)) ??
      (step.host === '' ? null : kind);
    return of === null ? null : { of, evidence: 'proven' };
  }
  return kind !== null && !logWords.test(words) ? { of: kind, evidence: 'inferred' } : null;
};

const writesByName =
  /creat|add\b|updat|sav|insert|plac|submit|regist|book|post\b|write|anleg|erstell|crear|criar|créer|actualiz|guardar|salvar/i;
const readsByName =
  /pars|extract|ocr|search|recherch|buscar|\bget\b|fetch|find|check|analy|classif|read\b|list\b|verif|valid/i;
const sendsBody = (step: Step): boolean =>
  step.texts.some(
    ({ path, text }) =>
      /^(?:method|requestMethod)$/.test(path) && /^(?:POST|PUT|PATCH|DELETE)$/i.test(text.source),
  );

/** Orders to a supplier that go out as a message. */
const supplierOrders = (view: FlowView): ReadonlySet<number> =>
  new Set(
    view.deliveries
      .filter(({ audience, message, draft }) => {
        if (audience.who !== 'partner' || draft) return false;
        return [...message.subject, ...message.body].some(
          (text) => orderWords.test(text.source) || stockWords.test(text.source),
        );
      })
      .map((each) => each.position),
  );

/** Bookings that are made in the course of the flow, not by a model in a conversation. */
const isBooking = (view: FlowView, at: number): boolean =>
  view.kind.is === 'scheduling' &&
  view.customerFacing.is === true &&
  has(view.graph.steps[at] as Step, 'books:create') &&
  view.graph.owners(at).length === 0;

export const actsOf = (view: FlowView): readonly Act[] => {
  const { graph } = view;
  const suppliers = supplierOrders(view);
  return graph.steps.flatMap((step, position): readonly Act[] => {
    if (graph.live[position] !== true) return [];
    const byModel = graph.owners(position).length > 0;
    const act = ofStep(view, position);
    if (act !== null) return [{ ...act, position, step, byModel }];
    if (suppliers.has(position)) return [{ of: 'order', evidence: 'inferred', position, step, byModel }];
    return isBooking(view, position)
      ? [{ of: 'booking', evidence: 'inferred', position, step, byModel }]
      : [];
  });
};

/** Steps that read stock, so that a flow that only watches it is recognised. */
export const readsStock = (step: Step): boolean =>
  has(step, 'reads:records', 'calls:http', 'starts:record') && stockWords.test(named(step));
