import type { Input } from './inputs.ts';

export type Verdict = 'allow' | 'needs-human' | 'block';

const zones = new Map<string, { quarter: number; offset: number }>();
const quarter = 900_000;

/** Minutes since midnight in a zone, -1 for none; the offset is looked up once a quarter of an hour. */
export const minuteIn = (zone: string | null | undefined, at: number): number => {
  if (zone === null || zone === undefined) return -1;
  let kept = zones.get(zone);
  const now = Math.floor(at / quarter);
  if (kept === undefined || kept.quarter !== now) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    });
    const [hours, minutes] = format
      .format(now * quarter)
      .split(':')
      .map(Number);
    const utc = (now * quarter) / 60_000;
    kept = { quarter: now, offset: (hours ?? 0) * 60 + (minutes ?? 0) - (utc % 1440) };
    zones.set(zone, kept);
  }
  return ((((at / 60_000) | 0) % 1440) + kept.offset + 1440) % 1440;
};

const machines = new Set(['bot', 'ai', 'system', 'undefined', 'null']);
const named = (name: string | null | undefined): boolean =>
  name !== null && name !== undefined && name !== '' && !machines.has(name);

/** What somebody would write by hand for exactly these eight rules: no reasons, no profile, no order to keep. */
export const handWritten = ({ request, context }: Input): Verdict => {
  const { facts } = request;
  let asks = false;
  if (request.flow === null || request.flow === undefined) asks = true;
  else if (context.flowStanding === 'blocked') return 'block';
  else if (
    context.flowStanding === null ||
    context.flowStanding === undefined ||
    context.flowStanding === 'not-assessed'
  )
    asks = true;
  const unread = facts?.aiGenerated !== false && !named(facts?.reviewedBy);
  switch (request.action) {
    case 'message.send': {
      const transaction = facts?.purpose === 'transaction';
      const { suppression } = context;
      if (suppression === 'all' || (suppression === 'marketing' && !transaction)) return 'block';
      if (suppression !== 'none' && suppression !== 'marketing') asks = true;
      if (!transaction) {
        const minute = minuteIn(request.recipient?.timeZone, context.now);
        if (minute === -1) asks = true;
        else if (minute >= 1260 || minute < 480) return 'block';
        const used = context.counters['contact/7d']?.used;
        if (used === undefined) asks = true;
        else if (used >= 3) return 'block';
      }
      return asks || unread ? 'needs-human' : 'allow';
    }
    case 'message.reply': {
      if (unread) return 'needs-human';
      if (facts?.aiGenerated !== false && facts?.personOffered !== true) {
        const turns = facts?.turns;
        if (turns === null || turns === undefined || turns >= 3) return 'needs-human';
      }
      return asks ? 'needs-human' : 'allow';
    }
    case 'post.publish':
      return asks || unread ? 'needs-human' : 'allow';
    case 'payment.refund': {
      const amount = facts?.amount;
      if (amount === null || amount === undefined || facts?.currency !== 'EUR') return 'needs-human';
      if (amount > 50) return 'block';
      return asks ? 'needs-human' : 'allow';
    }
    case 'decision.about-person': {
      if (facts?.consequential === false || named(facts?.reviewedBy)) return asks ? 'needs-human' : 'allow';
      const by = facts?.decidedBy;
      if (by === 'person' || by === 'rule') return asks ? 'needs-human' : 'allow';
      if ((by === 'model' || facts?.aiGenerated === true) && !facts?.reviewedBy) return 'block';
      return 'needs-human';
    }
    default:
      return 'needs-human';
  }
};
