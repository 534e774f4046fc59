import { answers } from './answers.ts';
import { bookings } from './bookings.ts';
import { chats } from './chats.ts';
import { community } from './community.ts';
import type { Catalogue, NodeEntry } from './entry.ts';
import { flowControl } from './flow-control.ts';
import { gateways } from './gateways.ts';
import { lists } from './lists.ts';
import { mail } from './mail.ts';
import { messengers } from './messengers.ts';
import { models } from './models.ts';
import { moneyAndOrders } from './money.ts';
import { own } from './own.ts';
import { phone } from './phone.ts';
import { providers } from './providers.ts';
import { publishing } from './publishing.ts';
import { records } from './records.ts';
import { support } from './support.ts';
import { triggers } from './triggers.ts';

/** Everything Plumbline knows about n8n's node types, one file a family. */
export const catalogue: Catalogue = {
  ...records,
  ...triggers,
  ...flowControl,
  ...models,
  ...providers,
  ...mail,
  ...answers,
  ...chats,
  ...messengers,
  ...phone,
  ...publishing,
  ...bookings,
  ...support,
  ...lists,
  ...moneyAndOrders,
  ...gateways,
  ...community,
  ...own,
};

/** Raised whenever an entry changes what a flow means; findings are kept per version. */
export const catalogueVersion = 4;

const byType: ReadonlyMap<string, NodeEntry> = new Map(Object.entries(catalogue));

/** Entry of a node type; tool variants (`gmailTool`, `gmailHitlTool`) do what their node does. */
export const entryFor = (type: string): NodeEntry | undefined =>
  byType.get(type) ?? (type.endsWith('Tool') ? byType.get(type.replace(/(?:Hitl)?Tool$/, '')) : undefined);
