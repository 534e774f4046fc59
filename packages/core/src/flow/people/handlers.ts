import type { Flow, Step } from '../flow.ts';
import { has } from '../graph.ts';

/** Services by which one conversation goes to and fro; what is found first counts. */
const services: readonly (readonly [service: string, words: RegExp])[] = [
  ['whatsapp', /whats ?app|waha|evolution|wati\b|z-?api|graph\.facebook\.com\/[^/]*\/[^/]*\/messages/i],
  ['telegram', /telegram/i],
  ['help-desk', /chatwoot|\/api\/v1\/accounts\//i],
  ['line', /\bline(?:Trigger)?$|api\.line\.me/i],
  ['sms', /twilio|vonage|messageBird|plivo|\bsms\b/i],
];

const serviceIn = (text: string): string | null =>
  services.find(([, words]) => words.test(text))?.[0] ?? null;

const placeOf = (step: Step): string =>
  `${step.type} ${step.host} ${step.name} ${step.texts.find(({ path }) => path === 'path')?.text.source ?? ''}`;

/** By which service an answer to what this step sends comes back: `email`, `whatsapp`, ...; `null` for none. */
export const answeredOver = (step: Step): string | null => {
  if (has(step, 'sends:email')) return 'email';
  if (!has(step, 'sends:messenger', 'sends:sms', 'replies:origin')) return null;
  const to = step.message?.to;
  const addressed = to?.kind === 'given' ? to.texts.map((text) => text.source).join(' ') : '';
  return serviceIn(`${placeOf(step)} ${addressed}`);
};

/** By which service customers can write to a flow that begins with this step. */
const listensTo = (step: Step): string | null => {
  if (step.disabled) return null;
  if (has(step, 'starts:email')) return 'email';
  return has(step, 'starts:chat', 'starts:webhook') ? serviceIn(placeOf(step)) : null;
};

const listeners = new WeakMap<readonly Flow[], ReadonlyMap<string, readonly Flow[]>>();

const listenersIn = (flows: readonly Flow[]): ReadonlyMap<string, readonly Flow[]> => {
  const known = listeners.get(flows);
  if (known !== undefined) return known;
  const found = new Map<string, Flow[]>();
  for (const flow of flows) {
    for (const service of new Set(flow.steps.map(listensTo))) {
      if (service === null) continue;
      const same = found.get(service) ?? [];
      same.push(flow);
      found.set(service, same);
    }
  }
  listeners.set(flows, found);
  return found;
};

/** The services by which a flow takes part in conversations, each list sorted and without doubles. */
export interface Conversations {
  /** By which answers to what it sends come back. */
  readonly answeredOver: readonly string[];
  /** By which it takes in what customers write. */
  readonly listensTo: readonly string[];
}

const servicesOf = (flow: Flow, by: (step: Step) => string | null): readonly string[] => {
  const found = new Set<string>();
  for (const step of flow.steps) {
    const service = by(step);
    if (service !== null) found.add(service);
  }
  return [...found].sort();
};

/** What ties a flow to others of the business without naming them: who sends over a service, and who listens to it. */
export const conversationsOf = (flow: Flow): Conversations => ({
  answeredOver: servicesOf(flow, answeredOver),
  listensTo: servicesOf(flow, listensTo),
});

/** Flows of a business that are looked at as handlers of one conversation: the first of those at hand. */
export const mostHandlers = 5;

/** The other flows at hand by which an answer over `service` comes in: handlers of the same conversation. */
export const handlersOf = (flow: Flow, flows: readonly Flow[], service: string): readonly Flow[] =>
  (listenersIn(flows).get(service) ?? [])
    .filter((other) => other !== flow && (other.id === null || other.id !== flow.id))
    .slice(0, mostHandlers);
