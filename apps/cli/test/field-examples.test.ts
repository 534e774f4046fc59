import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellLabel, type Judgement, judge, type Profile, parseProfile } from '@plumbline/core';
import { readWorkflow } from '@plumbline/n8n';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../examples/bookshop');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Workflow {
  readonly nodes: { name: string; disabled?: boolean; parameters: Record<string, unknown> }[];
  readonly connections: Record<string, Record<string, { node: string }[][]>>;
}

const workflow = (path: string): Workflow => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Workflow;

const profile: Profile = (() => {
  const parsed = parseProfile(parse(readFileSync(join(folder, 'profile.yaml'), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.profile;
})();

const judged = (file: Workflow): Judgement => {
  const read = readWorkflow(file);
  if (!read.ok) throw new Error(read.message);
  return judge(read.flow, profile, hash);
};

const cell = (file: Workflow, value: string): { label: CellLabel; adjustments: readonly string[] } => {
  const found = judged(file).cells.find((each) => each.value === value);
  if (found === undefined) throw new Error(`no cell for ${value}`);
  return found;
};

const good = ['upholds', 'enhances'];

describe('a chatbot for online inquiries', () => {
  it('compromises customer intimacy with no way to a person, and says what to change', () => {
    const { label, adjustments } = cell(workflow('flows/website-chat.json'), 'customer-intimacy');
    expect(label).toBe('compromises');
    expect(adjustments).toEqual([
      'Make a person easy to reach',
      'Have the voice of our chatbot reviewed (practice)',
    ]);
    expect(judged(workflow('flows/website-chat.json')).standing).toBe('blocked');
  });

  it('keeps it once a hand-over to staff is really there', () => {
    expect(good).toContain(cell(workflow('adjusted/website-chat.json'), 'customer-intimacy').label);
  });

  it('does not keep it while the hand-over is switched off', () => {
    const file = workflow('adjusted/website-chat.json');
    for (const node of file.nodes) if (node.name === 'Hand over to Maria') node.disabled = true;
    expect(good).not.toContain(cell(file, 'customer-intimacy').label);
  });

  it('does not keep it while the hand-over hangs on nothing', () => {
    const file = workflow('adjusted/website-chat.json');
    delete file.connections['Hand over to Maria'];
    expect(good).not.toContain(cell(file, 'customer-intimacy').label);
  });

  it('does not keep it by words alone', () => {
    const file = workflow('flows/website-chat.json');
    for (const node of file.nodes) {
      if (node.name === 'Answer the customer')
        node.parameters['options'] = { systemMessage: 'Tell customers that Maria will get back to them.' };
    }
    expect(good).not.toContain(cell(file, 'customer-intimacy').label);
  });
});

describe('an automated inventory system', () => {
  it('enhances efficiency and quality craftsmanship, and needs no adjustment', () => {
    for (const value of ['efficiency', 'quality-craftsmanship'])
      expect(cell(workflow('flows/stock.json'), value)).toEqual({
        value,
        label: 'enhances',
        adjustments: [],
      });
    expect(judged(workflow('flows/stock.json')).standing).toBe('aligned');
  });

  it('does not enhance them when nothing checks the rows', () => {
    const file = workflow('flows/stock.json');
    file.connections['Read the stock list'] = { main: [[{ node: 'Put it on the order list' }]] };
    expect(cell(file, 'quality-craftsmanship').label).not.toBe('enhances');
  });
});

describe('marketing e-mails as one generic blast', () => {
  it('compromise customer intimacy and community focus, and say what to change', () => {
    const file = workflow('flows/weekly-offers.json');
    const intimacy = cell(file, 'customer-intimacy');
    expect(intimacy.label).toBe('compromises');
    expect(intimacy.adjustments.join('; ')).toMatch(/personal/i);
    expect(intimacy.adjustments.join('; ')).toMatch(/segment/i);
    const community = cell(file, 'community-focus');
    expect(community).toMatchObject({ label: 'compromises', adjustments: ['Highlight local events'] });
  });

  it('keep both once they are segmented, personal, and speak of the neighbourhood', () => {
    const file = workflow('adjusted/weekly-offers.json');
    expect(good).toContain(cell(file, 'customer-intimacy').label);
    expect(good).toContain(cell(file, 'community-focus').label);
  });

  it('do not keep customer intimacy while everybody gets them', () => {
    const file = workflow('adjusted/weekly-offers.json');
    for (const node of file.nodes) if (node.name === 'Who likes crime novels?') node.disabled = true;
    expect(cell(file, 'customer-intimacy').label).toBe('compromises');
  });

  it('do not keep community focus while no local event feeds them', () => {
    const file = workflow('adjusted/weekly-offers.json');
    const send = file.nodes.find((node) => node.name === 'Send the letter');
    if (send === undefined) throw new Error('no sending step');
    send.parameters['message'] = String(send.parameters['message']).replace(
      /<p>On in our neighbourhood.*?<\/p>/,
      '',
    );
    expect(good).not.toContain(cell(file, 'community-focus').label);
  });
});
