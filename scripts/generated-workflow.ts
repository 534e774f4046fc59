/** A made-up n8n workflow of about `size` nodes: chats, branches, an agent with tools, mails and records, in blocks of ten. */
export const generatedWorkflow = (size: number): unknown => {
  const nodes: unknown[] = [];
  const connections: Record<string, Record<string, { node: string; type: string; index: number }[][]>> = {};
  const add = (name: string, type: string, parameters: unknown): string => {
    nodes.push({
      id: `id-${nodes.length}`,
      name,
      type,
      typeVersion: 2,
      position: [nodes.length * 200, 0],
      parameters,
    });
    return name;
  };
  const link = (from: string, to: string, kind = 'main', output = 0): void => {
    const kinds = connections[from] ?? {};
    const outputs = kinds[kind] ?? [];
    connections[from] = kinds;
    kinds[kind] = outputs;
    while (outputs.length <= output) outputs.push([]);
    outputs[output]?.push({ node: to, type: kind, index: 0 });
  };
  let last = add('Chat', '@n8n/n8n-nodes-langchain.chatTrigger', { options: {} });
  for (let block = 0; nodes.length + 9 <= size; block += 1) {
    const agent = add(`Agent ${block}`, '@n8n/n8n-nodes-langchain.agent', {
      promptType: 'define',
      text: '={{ $json.chatInput }}',
      options: {
        systemMessage: 'You help the customers of a bookshop. If you do not know, say so and offer a person.',
      },
    });
    const model = add(`Model ${block}`, '@n8n/n8n-nodes-langchain.lmChatOpenAi', {
      model: 'gpt-5-mini',
      options: {},
    });
    const tool = add(`Stock ${block}`, 'n8n-nodes-base.googleSheetsTool', {
      operation: 'read',
      documentId: 'stock',
      sheetName: 'books',
    });
    const check = add(`Sure? ${block}`, 'n8n-nodes-base.if', {
      conditions: {
        conditions: [
          {
            leftValue: '={{ $json.output.needs_human }}',
            rightValue: true,
            operator: { type: 'boolean', operation: 'true' },
          },
        ],
        combinator: 'and',
      },
    });
    const staff = add(`Ask Maria ${block}`, 'n8n-nodes-base.slack', {
      resource: 'message',
      operation: 'post',
      channelId: 'C123',
      text: `={{ $('Agent ${block}').item.json.output }}`,
    });
    const set = add(`Shape ${block}`, 'n8n-nodes-base.set', {
      assignments: {
        assignments: [
          { id: 'a', name: 'first_name', type: 'string', value: "={{ $('Chat').item.json.name }}" },
        ],
      },
    });
    const code = add(`Code ${block}`, 'n8n-nodes-base.code', {
      jsCode:
        'const items = $input.all();\nreturn items.map((item) => ({ json: { ...item.json, email: item.json.email } }));',
    });
    const mail = add(`Mail ${block}`, 'n8n-nodes-base.gmail', {
      sendTo: '={{ $json.email }}',
      subject: 'Your books',
      message: '=Dear {{ $json.first_name }}, your books are here.',
    });
    const row = add(`Log ${block}`, 'n8n-nodes-base.googleSheets', {
      operation: 'append',
      documentId: 'log',
      sheetName: 'log',
    });
    link(last, agent);
    link(model, agent, 'ai_languageModel');
    link(tool, agent, 'ai_tool');
    link(agent, check);
    link(check, staff, 'main', 0);
    link(check, set, 'main', 1);
    link(set, code);
    link(code, mail);
    link(mail, row);
    last = row;
  }
  return { name: `Generated, ${size} steps`, nodes, connections, settings: {} };
};
