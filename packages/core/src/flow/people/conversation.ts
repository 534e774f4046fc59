import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';

/** A start by which somebody's own words come in and wait for an answer. */
export interface Intake {
  readonly position: number;
  readonly step: Step;
  /** `agent`: an AI agent outside the file talks to the customer and calls this flow as its tool. */
  readonly via: 'chat' | 'email' | 'voice' | 'webhook' | 'ticket' | 'form' | 'call' | 'agent';
  readonly who: 'customer' | 'staff';
  readonly evidence: 'proven' | 'inferred';
}

/** Fields in which chat widgets and messengers put what somebody wrote. */
const messageField =
  /(?:^|\.)(?:chat_?input|messages?|msg|text|user_?(?:message|input|query|question|msg|text)|body\.Body|Body|question|utterance|transcript|transcription|conversation|incoming_?message|message_?(?:body|text|content)|mensaje|mensagem|pregunta|nachricht|frage|complaint|inquiry|enquiry)(?:\.|$)/i;
/** Fields that only stand beside a message where a conversation is meant. */
const sessionField =
  /(?:^|\.)(?:session_?id|chat_?id|conversation_?id|thread_?id|remote_?jid|wa_?id|phone_number_id|push_?name|profile_?name|user_?id|sender|from|contact)(?:\.|$)/i;
const looseField = /^(?:body\.|query\.)?(?:query|prompt|input|content|question|q)$/i;
const agentCall =
  /(?:tool_?calls?(?:list)?\b|toolWithToolCallList|body\.args\b|body\.call\.|message\.call\b|tool_call_id|call_id\b|conversation_initiation)/i;
/** Code that takes a chat message apart; the expression reader does not see plain JavaScript. */
const inCode =
  /(?:body|payload|data|json|event|input|item)\??\.(?:messages?\b|message\.text|chatInput|text\.body|conversation\b|entry\b|Body\b)|entry\[0\]|messages\?*\.?\[0\]|\['chatInput'\]|["']chatInput["']/;
/** Where a model's own answer stands: no message that came in. */
const modelAnswer = /(?:^|\.)(?:message\.content|choices\b|messages?\.role)/;
/** The same where the code stands right behind the start and gives what came in a short name. */
const looseInCode = /\b\w{1,14}\??\.(?:Body|message|text|msg|chatInput|mensaje|content)\b/;
const supportWords =
  /support|ticket|\bissue|problem|complain|question|help ?desk|inquir|enquir|anfrage|consulta|reclam|soporte|feedback on|how can we help/i;

/** Fields of a called flow that only a conversation has; a mere `message` may be a text to send. */
const chatField =
  /(?:^|\.)(?:chat_?input|user_?(?:message|input|query|question|msg)|question|mensaje_?usuario|incoming_?message)(?:\.|$)/i;
/** What somebody asked, told apart from a text that is merely to be worked on. */
const askedField =
  /(?:^|\.)(?:chat_?input|messages?|msg|user_?(?:message|input|query|question|msg)|question|incoming_?message|mensaje|mensagem|pregunta|nachricht|frage)(?:\.|$)/i;

const ownWords = (graph: Graph, from: number, called: boolean): 'none' | 'message' | 'agent' => {
  const reached = graph.after([from]);
  const near = nearest(graph, from);
  const nextTo = nearest(graph, from, 2);
  const start = graph.steps[from]?.name;
  let message = false;
  let asked = false;
  let session = false;
  let loose = false;
  let answers = false;
  for (const position of reached.keys()) {
    const step = graph.steps[position];
    if (step === undefined || step.disabled || position === from) continue;
    if (has(step, 'model', 'internal')) continue;
    answers ||= has(step, 'replies:origin');
    for (const { text } of step.texts) {
      if (!text.dynamic) continue;
      for (const ref of text.refs) {
        if (ref.from !== 'item' && ref.from !== 'step') continue;
        if (modelAnswer.test(ref.path)) continue;
        // Further on, a plain `text` is what another step made of it.
        const own =
          ref.from === 'step'
            ? ref.step === start
            : nextTo.has(position) || /^(?:body|query)\b/.test(ref.path);
        if (!own && !askedField.test(ref.path)) continue;
        if (agentCall.test(ref.path)) return 'agent';
        message ||= (called ? chatField : messageField).test(ref.path);
        asked ||= askedField.test(ref.path);
        session ||= sessionField.test(ref.path);
        loose ||= looseField.test(ref.path);
      }
      if (has(step, 'runs:code')) {
        if (agentCall.test(text.source)) return 'agent';
        if (called) continue;
        if (inCode.test(text.source) || (near.has(position) && looseInCode.test(text.source))) {
          message = true;
          session ||= /session|chat_?id|phone|sender|wa_id|remoteJid|\bfrom\b/i.test(text.source);
        }
      }
    }
  }
  const remembers = graph.steps.some(
    (step, position) => /memory/i.test(step.type) && graph.live[position] === true,
  );
  if ((message || loose) && (session || remembers)) return 'message';
  const models = [...reached.keys()].some((position) => has(graph.steps[position] as Step, 'generates:text'));
  return !called && asked && answers && models ? 'message' : 'none';
};

/** The first steps after a start, in which what came in is taken apart. */
const nearest = (graph: Graph, from: number, most = 3): ReadonlySet<number> => {
  const near = new Set<number>();
  let front: readonly number[] = [from];
  for (let distance = 0; distance < most; distance += 1) {
    front = front.flatMap((at) => graph.leaving(at).map((link) => link.to)).filter((at) => !near.has(at));
    for (const at of front) near.add(at);
  }
  return near;
};

/** A chat that only lets one known sender in is the operator's own, not a customer's. */
const lockedToOne = (graph: Graph, from: number): boolean =>
  graph.steps[from]?.texts.some(({ path, text }) => allowList.test(path) && !text.dynamic) === true ||
  [...nearest(graph, from)].some((at) => {
    const conditions = graph.steps[at]?.branch?.conditions ?? [];
    return conditions.some(
      ({ left, right, operator }) =>
        /^(?:equals?|=|==|contains|in)$/.test(operator) &&
        !right.dynamic &&
        right.source !== '' &&
        left.refs.some((ref) => senderField.test(ref.path)),
    );
  });
const allowList = /(?:chat|user|sender|from)_?ids?$/i;
const senderField =
  /(?:^|\.)(?:from\.(?:id|username)|chat\.(?:id|username)|user\.id|from_?id|sender_?id|user_?id|chat_?id|username)$/i;

/** Whoever writes here makes posts or mails to many: an operator at work, not a customer. */
const operates = (graph: Graph, from: number): boolean => {
  for (const position of graph.after([from]).keys()) {
    const step = graph.steps[position];
    if (
      step !== undefined &&
      graph.live[position] === true &&
      has(step, 'publishes:social', 'publishes:web', 'sends:campaign')
    )
      return true;
  }
  return false;
};

/** Does a form ask for a request or a question, or only for the data of a lead? */
const asksForHelp = (step: Step): boolean => step.texts.some(({ text }) => supportWords.test(text.source));

/** Every live start that takes in somebody's own words, with who that is. */
export const intakesOf = (graph: Graph): readonly Intake[] => {
  const found: Intake[] = [];
  for (const position of graph.starts) {
    const step = graph.steps[position];
    if (step === undefined) continue;
    const add = (
      via: Intake['via'],
      who: Intake['who'] = 'customer',
      evidence: Intake['evidence'] = 'proven',
    ): void => {
      found.push({ position, step, via, who, evidence });
    };
    if (has(step, 'starts:team')) add('chat', 'staff');
    else if (has(step, 'starts:chat')) {
      if (lockedToOne(graph, position)) add('chat', 'staff');
      else if (operates(graph, position)) add('chat', 'staff', 'inferred');
      else add('chat');
    } else if (has(step, 'starts:voice')) add('voice');
    else if (has(step, 'starts:email')) add('email', 'customer', 'inferred');
    else if (has(step, 'starts:ticket')) add('ticket');
    else if (has(step, 'starts:tool-server')) add('agent', 'customer', 'inferred');
    else if (has(step, 'starts:form')) {
      if (asksForHelp(step)) add('form', 'customer', 'inferred');
    } else if (has(step, 'starts:webhook', 'starts:call')) {
      const words = ownWords(graph, position, has(step, 'starts:call'));
      if (words === 'agent') add('agent', 'customer', 'inferred');
      else if (words === 'message')
        add(has(step, 'starts:call') ? 'call' : 'webhook', 'customer', 'inferred');
    }
  }
  return found;
};
