import assert from 'node:assert/strict';
import type { StoreTransaction } from '../port.ts';
import { alert, alertTarget, delivery, event, subscription } from './event-samples.ts';
import { at, business, type ContractCase } from './samples.ts';

const hostile = `'; drop table events; -- \u202e\u0007 \u{1f4d6} %_" \\`;
const target = (id: string, nextAt = at(10)) =>
  delivery(id, { kind: 'target', receiver: 't', approval: null, open: true, nextAt });

export const events: readonly ContractCase[] = [
  {
    name: 'of several events with one key the first is kept',
    run: async (store) => {
      await business(store, 'a');
      const results = await Promise.all(
        ['e1', 'e2', 'e3'].map((id) =>
          store.transaction('a', (tx) =>
            tx.addEvents([
              event(id, { key: hostile, data: { id, hostile } }),
              event(`${id} too`, { key: hostile }),
            ]),
          ),
        ),
      );
      const [id, ...more] = results.flatMap((each) => [...each]);
      assert.deepEqual(more, []);
      const ids = ['e1', 'e2', 'e3', 'e1 too', 'e2 too', 'e3 too', 'none'];
      const kept = await store.read('a', (view) => view.events(ids));
      assert.deepEqual(kept, [event(id ?? '', { key: hostile, data: { id, hostile } })]);
      const many = Array.from({ length: 70 }, (_, n) => event(`m${n}`));
      const taken = await store.transaction('a', (tx) =>
        tx.addEvents([...many, event('e9', { key: hostile })]),
      );
      assert.deepEqual([...taken].sort(), many.map((each) => each.id).sort());
    },
  },
  {
    name: 'subscriptions are kept as they were made, and go once',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        const all = [subscription('s1', { url: hostile }), subscription('s2', { events: [] })];
        for (const each of all) await tx.addSubscription(each);
        assert.deepEqual(await tx.subscriptions(), all);
        assert.deepEqual(await tx.subscription('s1'), all[0]);
        assert.deepEqual(
          [await tx.removeSubscription('s1'), await tx.removeSubscription('s1')],
          [true, false],
        );
        assert.equal(await tx.subscription('s1'), undefined);
      });
    },
  },
  {
    name: 'due deliveries are found, longest waiting first, and listed in pages and by state',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        for (const [id, minute] of [
          ['d1', 30],
          ['d2', 10],
          ['d3', 50],
        ] as const)
          assert.equal(
            await tx.addDelivery(delivery(id, { nextAt: at(minute), lastResult: hostile }), []),
            true,
          );
        assert.equal(await tx.addDelivery(delivery('d1', { attempts: 9 }), []), false);
        const due = async () => (await tx.dueDeliveries(at(30), 9)).map((each) => each.id);
        assert.deepEqual(await due(), ['d2', 'd1']);
        const before = delivery('d2', { lastResult: hostile });
        const after = delivery('d2', { attempts: 1, nextAt: at(40), state: 'parked' });
        assert.equal(await tx.moveDelivery(before, after), true);
        assert.deepEqual([await due(), await tx.delivery('d2')], [['d1'], after]);
        assert.deepEqual(await tx.deliveries({ limit: 9, state: 'parked' }), [after]);
        const ids = async (page: Parameters<typeof tx.deliveries>[0]) =>
          (await tx.deliveries(page)).map((each) => each.id);
        assert.deepEqual(
          [await ids({ limit: 2 }), await ids({ limit: 2, after: 'd2' })],
          [['d1', 'd2'], ['d3']],
        );
        assert.equal((await tx.deliveriesOf(['approval', 'other'])).length, 3);
      });
    },
  },
  {
    name: 'of several workers that take one delivery one gets it',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', (tx) => tx.addDelivery(target('d'), []));
      const taken = { ...target('d'), attempts: 1, open: false, nextAt: at(11) };
      const results = await Promise.all(
        [1, 2, 3].map(() => store.transaction('a', (tx) => tx.moveDelivery(target('d'), taken))),
      );
      assert.equal(results.filter(Boolean).length, 1);
      assert.deepEqual(await store.read('a', (view) => view.delivery('d')), taken);
    },
  },
  {
    name: 'a delivery takes events until it is taken, each once, and tells of them in order',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx: StoreTransaction) => {
        await tx.addEvents(['e3', 'e1', 'e2'].map((id) => event(id)));
        assert.equal(await tx.addDelivery(target('d'), ['e3']), true);
        assert.equal(await tx.addToDelivery('d', 'e1'), true);
        assert.equal(await tx.addToDelivery('d', 'e1'), true);
        assert.equal(await tx.addToDelivery('none', 'e1'), false);
        assert.equal(await tx.moveDelivery(target('d'), { ...target('d'), attempts: 1, open: false }), true);
        assert.equal(await tx.addToDelivery('d', 'e2'), false);
        const told = await tx.eventsOf(['d', 'none']);
        assert.deepEqual(told, [
          { ...event('e1'), delivery: 'd' },
          { ...event('e3'), delivery: 'd' },
        ]);
      });
    },
  },
  {
    name: 'events are forgotten once nobody waits for them and no alert stands on them',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        for (const id of ['e1', 'e2', 'e3', 'e4'])
          await tx.addEvents([event(id, { at: at(id === 'e4' ? 60 : 5) })]);
        await tx.addDelivery(target('told'), ['e1', 'e2']);
        await tx.moveDelivery(target('told'), { ...target('told'), state: 'delivered' });
        await tx.addDelivery(target('waits'), ['e2']);
        await tx.addDelivery(delivery('resume', { state: 'delivered' }), []);
        await tx.putAlerts([alert('x', { event: 'e3' })]);
        assert.equal(await tx.dropEvents(at(30)), 1);
        assert.deepEqual(
          (await tx.events(['e1', 'e2', 'e3', 'e4'])).map((each) => each.id),
          ['e2', 'e3', 'e4'],
        );
        assert.deepEqual(
          (await tx.deliveries({ limit: 9 })).map((each) => each.id),
          ['resume', 'waits'],
        );
      });
    },
  },
  {
    name: 'alerts, their targets and settings are kept as they were put',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        const email = alertTarget('t1', { channel: 'email', digest: 'daily', name: hostile });
        await tx.putAlertTarget(alertTarget('t1'));
        await tx.putAlertTarget(email);
        await tx.putAlertTarget(alertTarget('t2', { secret: 'sealed' }));
        assert.deepEqual(await tx.alertTargets(), [email, alertTarget('t2', { secret: 'sealed' })]);
        assert.deepEqual([await tx.removeAlertTarget('t1'), await tx.removeAlertTarget('t1')], [true, false]);
        assert.equal(await tx.alertTarget('t1'), undefined);
        assert.equal(await tx.alertSettings(), undefined);
        for (const digest of ['hourly', 'at-once'] as const)
          await tx.putAlertSettings({ digest, dailyAt: '07:30', timeZone: 'Europe/Berlin' });
        assert.equal((await tx.alertSettings())?.digest, 'at-once');
        const first = alert('x1', { subject: hostile, state: 'recovered' });
        await tx.putAlerts([first, alert('x2', { state: 'recovered' })]);
        const snoozed = alert('other id', { subject: hostile, by: hostile, snoozedUntil: at(90) });
        await tx.putAlerts([alert('not this', { subject: hostile }), snoozed]);
        const kept = { ...snoozed, id: 'x1' };
        assert.deepEqual(await tx.alertsAbout([hostile, 'none']), [kept]);
        assert.deepEqual(await tx.alert('x1'), kept);
        const ids = async (page: Parameters<typeof tx.alerts>[0]) =>
          (await tx.alerts(page)).map((each) => each.id);
        assert.deepEqual([await ids({ limit: 1 }), await ids({ limit: 9, after: 'x1' })], [['x1'], ['x2']]);
        assert.deepEqual(await ids({ limit: 9, state: 'recovered' }), ['x2']);
      });
    },
  },
];
