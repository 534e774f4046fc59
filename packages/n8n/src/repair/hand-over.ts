import type { Flow } from '@plumbline/core';
import { type Channel, channelOf, slackAccount, slackTo } from './answering.ts';
import { addNode, connect, type Draft, type DraftNode, freeName, freePlace, nodeOf } from './draft.ts';
import type { Repair } from './repair-kind.ts';

const agentType = '@n8n/n8n-nodes-langchain.agent';

/** The assistant that answers whoever comes in at this step. */
const agentAfter = (flow: Flow, id: string): number | null => {
  const start = flow.steps.findIndex((step) => step.id === id);
  const seen = new Set([start]);
  for (const at of seen) {
    const step = flow.steps[at];
    if (step?.type === agentType && !step.disabled) return at;
    for (const link of flow.links) if (link.from === at && link.kind === 'main') seen.add(link.to);
  }
  return null;
};

const giveTool = (draft: Draft, agent: DraftNode, channel: Channel): DraftNode => {
  const tool = addNode(draft, {
    name: freeName(draft, 'Hand over to one of us'),
    type: 'n8n-nodes-base.slackTool',
    typeVersion: 2.3,
    position: freePlace(draft, agent, [200, 220]),
    parameters: {
      descriptionType: 'manual',
      toolDescription:
        'Use this whenever the customer asks for a person, complains, or wants something you cannot do. It passes the case on to one of us; tell the customer that somebody will get in touch.',
      ...slackTo(
        channel,
        "={{ $fromAI('case', 'What the customer wrote, word for word, and how to reach them') }}",
      ),
    },
  });
  connect(draft, tool.name, agent.name, 'ai_tool');
  return tool;
};

const asksForPerson =
  '(human|person|people|somebody|someone|colleague|staff|employee|call me|speak to|talk to|mensch|mitarbeiter|persona|personne)';

/** A branch of its own above the others: it runs first, so what the last step answers stays the same. */
const giveBranch = (draft: Draft, intake: DraftNode, channel: Channel): DraftNode => {
  const question = addNode(draft, {
    name: freeName(draft, 'Asks for a person?'),
    type: 'n8n-nodes-base.if',
    typeVersion: 2.2,
    position: freePlace(draft, intake, [200, -360], -1),
    parameters: {
      conditions: {
        options: { caseSensitive: false, leftValue: '', typeValidation: 'loose', version: 2 },
        conditions: [
          {
            id: 'asks-for-a-person',
            leftValue: '={{ JSON.stringify($json).toLowerCase() }}',
            rightValue: asksForPerson,
            operator: { type: 'string', operation: 'regex' },
          },
        ],
        combinator: 'and',
      },
      options: {},
    },
  });
  const tell = addNode(draft, {
    name: freeName(draft, 'Hand over to one of us'),
    type: 'n8n-nodes-base.slack',
    typeVersion: 2.3,
    position: freePlace(draft, question, [220, 0], -1),
    // A messenger that is down must not cost the customer the answer.
    onError: 'continueRegularOutput',
    parameters: slackTo(channel, '=A customer asks for a person: {{ JSON.stringify($json) }}'),
  });
  connect(draft, intake.name, question.name, 'main');
  connect(draft, question.name, tell.name, 'main');
  return tell;
};

/** A way to a person: a tool for the assistant, or a branch where no assistant answers. */
export const handOver: Repair = (draft, flow, { steps }, profile) => {
  const start = steps[0];
  if (start === undefined) return null;
  const channel = channelOf(profile);
  const at = agentAfter(flow, start.id);
  const step = at === null ? undefined : flow.steps[at];
  const agent = step === undefined ? undefined : nodeOf(draft, step);
  if (agent !== undefined) {
    const tool = giveTool(draft, agent, channel);
    return {
      what: `gave \`${agent.name}\` the tool \`${tool.name}\`, which passes a case on to one of you`,
      fillIn: [...channel.fillIn, slackAccount(tool)],
    };
  }
  const intake = nodeOf(draft, start);
  if (intake === undefined) return null;
  const tell = giveBranch(draft, intake, channel);
  return {
    what: `added a branch after \`${intake.name}\`: who asks for a person is passed on to one of you by \`${tell.name}\``,
    fillIn: [
      ...channel.fillIn,
      slackAccount(tell),
      'Add the words by which your customers ask for a person.',
    ],
  };
};
