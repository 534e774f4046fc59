import { money, reads, sends } from '../verbs.ts';
import { at, type HostEntry, keepsRecords } from './rule.ts';

/** The service mails its own invoice. */
const mailedInvoice = sends('email', { recipient: 'list', template: true });

/** Payments and trading. */
export const moneyHosts: readonly HostEntry[] = [
  ...at(
    'api.stripe.com',
    ['POST', '/refunds', money],
    ['POST', '/charges', money],
    ['POST', '/payment_intents', money],
    ['POST', '/payouts', money],
    ['POST', '/transfers', money],
    ['POST', '/subscriptions', money],
    ['DELETE', '/subscriptions', money],
    ['POST', '/pay', money],
    ['POST', '/send', mailedInvoice],
    ...keepsRecords,
  ),
  ...at(
    'api.paypal.com api-m.paypal.com api-m.sandbox.paypal.com',
    ['POST', '/refund', money],
    ['POST', '/payouts', money],
    ['POST', '/capture', money],
    ['POST', '/send', mailedInvoice],
    ...keepsRecords,
  ),
  ...at('connect.squareup.com', ['POST', '/refunds', money], ['POST', '/payments', money], ...keepsRecords),
  ...at(
    'api.razorpay.com',
    ['POST', '/refund', money],
    ['POST', '/payouts', money],
    ['POST', '/capture', money],
    ...keepsRecords,
  ),
  ...at('api.mercadopago.com', ['POST', '/v1/payments', money], ['POST', '/refunds', money], ...keepsRecords),
  ...at(
    'api.transferwise.com api.wise.com',
    ['POST', '/transfers', money],
    ['POST', '/payments', money],
    ...keepsRecords,
  ),
  ...at(
    'api.coinbase.com api.binance.com paper-api.alpaca.markets api.alpaca.markets',
    ['GET', '', reads],
    ['', '/order', money],
  ),
];
