import type { Catalogue, Does } from './entry.ts';
import { each, money, reads, recordSystem, sends, types, writes } from './verbs.ts';

/** The service mails its own document, such as an invoice, to the address given. */
const mailed = (...to: readonly string[]): Does =>
  to.length === 0
    ? sends('email', { recipient: 'list', template: true })
    : sends('email', { to, template: true });

/** Shops, invoices and payments. An order or invoice that is only written down moves no money yet. */
export const moneyAndOrders: Catalogue = {
  ...types(
    'stripe',
    recordSystem({
      ...each('charge.create source.create meterEvent.create', money),
      ...each('charge.update coupon.create', writes),
    }),
  ),
  ...types('payPal', recordSystem({ ...each('payout.create payoutItem.cancel', money) })),
  ...types('wise', recordSystem({ ...each('transfer.create transfer.execute', money) })),
  ...types(
    'chargebee',
    recordSystem({ ...each('subscription.cancel subscription.delete', money), 'invoice.pdfUrl': reads }),
  ),
  ...types('paddle', recordSystem({ 'payment.reschedule': money })),
  // A goal that is given up costs what was pledged.
  ...types(
    'beeminder',
    recordSystem({
      ...each('charge.create goal.uncle goal.shortCircuit', money),
      ...each('goal.stepDown goal.cancelStepDown', writes),
    }),
  ),
  ...types(
    'quickbooks',
    recordSystem({
      ...each('invoice.send estimate.send payment.send', mailed('email')),
      ...each('payment.create payment.update invoice.void payment.void', writes),
    }),
  ),
  ...types(
    'invoiceNinja',
    recordSystem({
      ...each('invoice.email quote.email', mailed()),
      ...each('payment.create bank_transaction.matchPayment', writes),
    }),
  ),
  ...types('magento2', recordSystem({ ...each('order.ship order.cancel invoice.create', writes) })),
  ...types('shopify wooCommerce xero', recordSystem()),
};
