import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** One request of the chat protocol, as far as the script reads it. */
interface ChatRequest {
  readonly stream?: boolean;
  readonly messages: readonly { readonly role: string; readonly content?: unknown }[];
  readonly tools?: readonly { readonly function: { readonly name: string; readonly parameters: unknown } }[];
}

interface ToolCall {
  readonly name: string;
  readonly arguments: object;
}

/** What a model says: words, or that a tool is to be called. */
type Turn = string | ToolCall;

/** Gives the next turn for what was said last, and for what the tools have answered in this turn of the talk. */
export type Script = (said: string, answers: readonly string[], tool: string) => Turn;

export interface ScriptedModel {
  /** Base URL, as an account of OpenAI is given it. */
  readonly url: string;
  /** Requests it was asked to answer, in order. */
  readonly requests: () => readonly ChatRequest[];
  readonly close: () => Promise<void>;
}

const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : JSON.stringify(content ?? '');

const read = async (incoming: IncomingMessage): Promise<ChatRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatRequest;
};

const messageOf = (turn: Turn) =>
  typeof turn === 'string'
    ? { role: 'assistant', content: turn }
    : {
        role: 'assistant',
        content: null,
        tool_calls: [
          {
            index: 0,
            id: 'call_1',
            type: 'function',
            function: { name: turn.name, arguments: JSON.stringify(turn.arguments) },
          },
        ],
      };

/** Speaks the chat protocol of OpenAI on loopback, by a script; nothing leaves the machine. */
export const startScriptedModel = async (script: Script): Promise<ScriptedModel> => {
  const requests: ChatRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.method !== 'POST' || !(incoming.url ?? '').endsWith('/chat/completions')) {
      outgoing.writeHead(404).end('{"error":{"message":"no such route"}}');
      return;
    }
    const request = await read(incoming);
    requests.push(request);
    const { messages, tools } = request;
    const last = messages.findLastIndex(({ role }) => role === 'user');
    const answers = messages
      .slice(last)
      .filter(({ role }) => role === 'tool')
      .map(({ content }) => textOf(content));
    const turn = script(textOf(messages[last]?.content), answers, tools?.[0]?.function.name ?? '');
    const message = messageOf(turn);
    const finish_reason = typeof turn === 'string' ? 'stop' : 'tool_calls';
    const base = { id: 'chatcmpl-1', created: 0, model: 'scripted' };
    if (request.stream === true) {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const choice of [
        { index: 0, delta: message, finish_reason: null },
        { index: 0, delta: {}, finish_reason },
      ]) {
        const chunk = { ...base, object: 'chat.completion.chunk', choices: [choice] };
        outgoing.write(`data: ${JSON.stringify(chunk)}\n\n`);
      }
      outgoing.end('data: [DONE]\n\n');
      return;
    }
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const choices = [{ index: 0, message, finish_reason }];
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ ...base, object: 'chat.completion', choices, usage }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the model has no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
