import type { AlertTarget, Delivery, StoredEvent, StoreView } from '@plumbline/store';
import type { Context } from '../context.ts';
import { signedCall } from '../deliver/message.ts';
import { mayBePrivate } from '../deliver/reach.ts';
import type { Ready } from '../deliver/send.ts';
import { discordBody } from './channels/discord.ts';
import { letterOf } from './channels/email.ts';
import { slackBody } from './channels/slack.ts';
import { teamsBody } from './channels/teams.ts';
import { linksUnder } from './links.ts';
import { type Place, placeOf } from './place.ts';
import { defaultSettings } from './slots.ts';
import { subjectOf } from './subject.ts';
import type { Message } from './told.ts';
import { weightOf } from './weight.ts';
import { toldOf, type When } from './words.ts';

/** So many events a program is told of in one message, the latest in the order of time; the rest is counted. */
const mostForPrograms = 200;
/** So many people are told of, what weighs most first, so that nothing hides the worst. */
const mostForPeople = 10;

const whenIn = (timeZone: string): When => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return (iso) => {
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? 'an unknown time' : format.format(at);
  };
};

const subjectLine = (told: Message['told'], count: number): string => {
  const last = told.at(-1);
  return count === 1 && last !== undefined ? last.title : `${count} things happened`;
};

/** The events that a message tells of, in its order. */
const chosen = (channel: AlertTarget['channel'], events: readonly StoredEvent[]): readonly StoredEvent[] =>
  channel === 'webhook'
    ? events.slice(-mostForPrograms)
    : events
        .toReversed()
        .toSorted((a, b) => weightOf(b) - weightOf(a))
        .slice(0, mostForPeople);

const messageOf = (
  ctx: Pick<Context, 'baseUrl'>,
  id: string,
  from: string,
  { shown, all }: { readonly shown: readonly StoredEvent[]; readonly all: number },
  timeZone: string,
): Message => {
  const when = whenIn(timeZone);
  const told = shown.map((event) => toldOf(event, linksUnder(ctx.baseUrl), when));
  return { id, from, subject: subjectLine(told, all), told, more: all - told.length };
};

/** Events whose alert still stands, and is not put off any further. */
const stillOpen = async (
  view: StoreView,
  events: readonly StoredEvent[],
  now: string,
): Promise<readonly StoredEvent[]> => {
  const subjects = events.flatMap((event) => subjectOf(event)?.subject ?? []);
  const open = new Set(
    (await view.alertsAbout([...new Set(subjects)]))
      .filter(({ state, snoozedUntil }) => state === 'open' && (snoozedUntil ?? '') <= now)
      .map(({ subject }) => subject),
  );
  return events.filter((event) => open.has(subjectOf(event)?.subject ?? ''));
};

const bodyFor = (place: Exclude<Place, { channel: 'email' | 'webhook' }>, message: Message): unknown => {
  switch (place.channel) {
    case 'slack':
      return slackBody(message);
    case 'teams':
      return teamsBody(message);
    case 'discord':
      return discordBody(message);
  }
};

const webhookContent = (business: string, at: string, events: readonly StoredEvent[], message: Message) => ({
  type: 'alert',
  timestamp: at,
  data: {
    business,
    subject: message.subject,
    events: events.map(({ id, type, at: timestamp, data }, n) => ({
      id,
      type,
      timestamp,
      data,
      told: message.told[n],
    })),
    more: message.more,
  },
});

const written = async (
  ctx: Context,
  business: string,
  view: StoreView,
  target: AlertTarget,
  message: Message,
  events: readonly StoredEvent[],
): Promise<Ready> => {
  const place = placeOf(ctx, business, target);
  if (place.channel === 'email') return { letter: letterOf(message, place.to) };
  const to = { url: place.url, allowPrivate: await mayBePrivate(view, place.url) };
  if (place.channel === 'webhook') {
    if (target.secret === null) return { never: 'there is no secret to sign with' };
    const content = webhookContent(business, ctx.clock().toISOString(), events, message);
    return {
      call: signedCall(ctx, message.id, ctx.vault.open(business, target.id, target.secret), content, to),
    };
  }
  return {
    call: {
      ...to,
      body: JSON.stringify(bodyFor(place, message)),
      headers: { 'content-type': 'application/json', 'user-agent': 'plumbline' },
    },
  };
};

/** The message to people that a delivery stands for, in the form of its channel. */
export const messageTo = async (
  ctx: Context,
  business: string,
  delivery: Delivery,
  view: StoreView,
): Promise<Ready> => {
  const target = await view.alertTarget(delivery.receiver);
  if (target === undefined) return { needless: 'the target is gone' };
  const all = await view.eventsOf([delivery.id]);
  const events = delivery.kind === 'reminder' ? await stillOpen(view, all, ctx.clock().toISOString()) : all;
  if (events.length === 0) return { needless: 'it does not stand any more' };
  const { timeZone } = (await view.alertSettings()) ?? defaultSettings;
  const from = (await view.business())?.name ?? business;
  const shown = chosen(target.channel, events);
  const message = messageOf(ctx, delivery.id, from, { shown, all: events.length }, timeZone);
  return written(ctx, business, view, target, message, shown);
};
