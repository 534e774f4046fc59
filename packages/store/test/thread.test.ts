import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decision, suppression } from '../src/contract/decision-samples.ts';
import { at, business } from '../src/contract/samples.ts';
import { openEmbedded } from '../src/embedded.ts';
import type { Store, StoreTransaction } from '../src/port.ts';

const recipients = ['ann', 'bob', 'cleo'];
const channels = ['email', 'sms', undefined];

const step = fc.record({
  what: fc.constantFrom(
    'decide',
    'decide',
    'decide',
    'reserve',
    'use',
    'release',
    'suppress',
    'allow',
    'erase',
    'fail',
  ),
  who: fc.nat(recipients.length - 1),
  channel: fc.nat(channels.length - 1),
  minute: fc.nat(50),
  /** Which decision a change is about, and under which key one is asked for. */
  which: fc.nat(12),
  /** Waits for what came before, or comes along with it. */
  waits: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const broken = new Error('This one fails.');

/** Does a step as a decision does it, and says all that it saw. */
const run = async (
  tx: StoreTransaction,
  { what, who, channel, minute, which }: Step,
  n: number,
): Promise<unknown> => {
  const recipient = recipients[who] ?? '';
  if (what === 'use') return tx.useContact(`d${which}`, at(minute));
  if (what === 'release') return tx.releaseContact(`d${which}`);
  if (what === 'suppress') return tx.putSuppressions([suppression(recipient, `step ${n}`)]);
  if (what === 'allow') return tx.removeSuppression(recipient);
  if (what === 'erase') return tx.eraseRecipient(recipient);
  const key = `k${which}`;
  const saw = [
    (await tx.business())?.id,
    await tx.suppressions(recipients),
    await tx.contactUse({ recipients, since: at(minute), channels: null }),
    await tx.contactUse({ recipients: [recipient], since: at(0), channels: ['email', ''] }),
    (await tx.decisionsByKey([key, 'none'])).map((each) => each.id),
  ];
  const taken = (saw.at(-1) as string[]).length > 0;
  await tx.addDecisions([
    decision(`d${n}`, {
      recipient,
      createdAt: at(minute),
      request: {
        caller: 'c',
        action: 'message.send',
        ...(channels[channel] === undefined ? {} : { channel: channels[channel] }),
      },
      contact: what === 'reserve' ? 'reserved' : 'used',
      idempotencyKey: taken || which > 6 ? null : key,
    }),
  ]);
  if (what === 'fail') throw broken;
  return saw;
};

const play = async (store: Store, scope: string, steps: readonly Step[]): Promise<readonly unknown[]> => {
  await business(store, scope);
  const all: Promise<unknown>[] = [];
  for (const [n, each] of steps.entries()) {
    if (each.waits) await Promise.allSettled(all);
    all.push(store.transaction(scope, (tx) => run(tx, each, n)).catch((error: unknown) => String(error)));
  }
  const saw = await Promise.all(all);
  const kept = await store.read(scope, async (view) => [
    await view.decisions({ limit: 1_000 }),
    await view.contactUse({ recipients, since: '', channels: null }),
    await view.suppressionList({ limit: 100 }),
  ]);
  return [...saw, ...kept];
};

/** Contacts that were not given their place, and places that are no contact's. */
const misplaced = (folder: string): unknown => {
  const db = new DatabaseSync(join(folder, 'plumbline.sqlite'), { readOnly: true });
  const found = db
    .prepare(
      `select (select count(*) from contacts where number not in (select contact from contact_places)) as without,
        (select count(*) from contact_places where contact not in (select number from contacts)) as nobodys`,
    )
    .get();
  db.close();
  return { ...found };
};

it.each([1, 2, 5, 17, 8_000])(
  'sees and keeps the same as a store that does every step in the data: contacts get places by %i',
  async (generation) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-thread-'));
    const plain = await openEmbedded({ folder: ':memory:' });
    let threaded = await openEmbedded({ folder, threadAfter: 0, generation });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 40 }), async (steps) => {
        runs += 1;
        const scope = `shop-${runs}`;
        expect(await play(threaded, scope, steps)).toEqual(await play(plain, scope, steps));
      }),
      { numRuns: 40 },
    );
    const used = (store: Store) =>
      Promise.all(
        Array.from({ length: runs }, (_, n) =>
          store.read(`shop-${n + 1}`, (view) => view.contactUse({ recipients, since: '', channels: null })),
        ),
      );
    // All of them have their places after the next start, and those of a business go with it.
    await threaded.close();
    threaded = await openEmbedded({ folder });
    expect(await used(threaded)).toEqual(await used(plain));
    expect(misplaced(folder)).toEqual({ without: 0, nobodys: 0 });
    await threaded.transaction('shop-1', (tx) => tx.deleteBusiness());
    expect(misplaced(folder)).toEqual({ without: 0, nobodys: 0 });
    await plain.close();
    await threaded.close();
    rmSync(folder, { recursive: true });
  },
);

it('has everything that is acknowledged in the data of the next start, and what is under way when it closes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-thread-'));
  const store = await openEmbedded({ folder, threadAfter: 0 });
  await business(store, 'a');
  const writes = Array.from({ length: 30 }, (_, n) =>
    store.transaction('a', async (tx) => {
      await tx.business();
      await tx.addDecisions([decision(`d${n}`)]);
    }),
  );
  await store.close();
  await Promise.all(writes);
  const again = await openEmbedded({ folder });
  expect(await again.read('a', (view) => view.decisions({ limit: 100 }))).toHaveLength(30);
  await again.close();
  rmSync(folder, { recursive: true });
});
