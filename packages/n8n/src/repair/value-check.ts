import type { Flow, Channel as Medium, Message, Profile, Step, StepRef, Text } from '@plumbline/core';
import { channelOf, slackAccount, slackTo } from './answering.ts';
import {
  addNode,
  connect,
  type Draft,
  type DraftNode,
  freeName,
  freePlace,
  nodeOf,
  reroute,
} from './draft.ts';
import type { Repair } from './repair-kind.ts';

const channels: Readonly<Partial<Record<Medium, string>>> = {
  email: 'email',
  sms: 'sms',
  messenger: 'messenger',
  chat: 'chat',
  reply: 'chat',
  voice: 'voice',
  push: 'push',
};

/** Longer texts are not copied: the file would hold them twice. */
const longest = 20_000;

/** A text as a parameter of another step that gets the same items. */
const copied = (text: Text | undefined): string => {
  if (text === undefined || text.source.length > longest) return '';
  return text.dynamic ? `=${text.source}` : text.source;
};

const askedOf = ({ channel, to, body }: Message): Record<string, unknown> => {
  const text = copied(body[0]);
  if (channel === 'social' || channel === 'web') return { operation: 'post', postChannel: channel, text };
  const recipient = to.kind === 'given' ? copied(to.texts[0]) : '';
  return {
    messageAction: to.kind === 'origin' ? 'message.reply' : 'message.send',
    channel: channels[channel] ?? 'email',
    recipient,
    text,
  };
};

interface Put {
  readonly check: DraftNode;
  readonly tell: DraftNode;
}

const putBefore = (
  draft: Draft,
  step: Step,
  message: Message,
  known: Readonly<Record<string, string>>,
  profile: Profile,
): Put | null => {
  const send = nodeOf(draft, step);
  if (send === undefined) return null;
  const name = freeName(draft, `Ask before ${send.name}`);
  // A tool of an assistant, or what starts the flow, has no way on which to ask.
  if (reroute(draft, send, name) === 0) return null;
  const check = addNode(draft, {
    name,
    type: 'n8n-nodes-plumbline.plumbline',
    typeVersion: 1,
    position: freePlace(draft, send, [-220, 0]),
    parameters: { ...askedOf(message), ...known },
  });
  const tell = addNode(draft, {
    name: freeName(draft, 'Ask one of us'),
    type: 'n8n-nodes-base.slack',
    typeVersion: 2.3,
    position: freePlace(draft, check, [220, 180]),
    parameters: slackTo(
      channelOf(profile),
      '=One of us has to decide: {{ $json.plumbline.message }}\n{{ JSON.stringify($json) }}',
    ),
  });
  const stopped = addNode(draft, {
    name: freeName(draft, 'Does not go out'),
    type: 'n8n-nodes-base.noOp',
    typeVersion: 1,
    position: freePlace(draft, check, [220, 360]),
    parameters: {},
  });
  connect(draft, check.name, send.name, 'main', 0);
  connect(draft, check.name, tell.name, 'main', 1);
  connect(draft, check.name, stopped.name, 'main', 2);
  return { check, tell };
};

const stepOf = (flow: Flow, ref: StepRef): Step | undefined => flow.steps.find((step) => step.id === ref.id);

/** Asks Plumbline before every message of the fault: go on to it, ask one of you, or stop. `known`: what is known of it. */
export const valueCheck =
  (known: Readonly<Record<string, string>>): Repair =>
  (draft, flow, { steps }, profile) => {
    const put: Put[] = [];
    for (const ref of steps) {
      const step = stepOf(flow, ref);
      if (step === undefined || step.message === null) continue;
      const done = putBefore(draft, step, step.message, known, profile);
      if (done !== null) put.push(done);
    }
    if (put.length === 0) return null;
    const names = put.map(({ check }) => `\`${check.name}\``).join(', ');
    return {
      what: `put ${names} before what goes out: it asks Plumbline, and goes on, asks one of you, or stops`,
      fillIn: [
        `Choose the Plumbline account for ${names}, and look whether it says all that is known: whom it reaches, what it says, why it is sent.`,
        'Put a rule for this into your values profile: what the step asks is answered by what stands there.',
        ...channelOf(profile).fillIn,
        ...put.map(({ tell }) => slackAccount(tell)),
        'Decide what somebody who waits for an answer hears when it does not go out.',
      ],
    };
  };
