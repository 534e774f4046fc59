import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Context, createBusiness, putFlow, putProfile } from '@plumbline/service';
import { parse } from 'yaml';

/** Same place beside `src` in the repository and beside `dist` in the package. */
const folder = new URL('../examples/bookshop/', import.meta.url);

const exampleBusiness = 'the-reading-lamp';

/** Loads the bookshop that comes along: business, profile and its flows. Flows are judged afterwards. */
export const loadExampleBusiness = async (ctx: Context): Promise<void> => {
  await createBusiness({ ctx, input: { id: exampleBusiness, name: 'The Reading Lamp' } });
  const profile: unknown = parse(await readFile(new URL('profile.yaml', folder), 'utf8'));
  await putProfile({ ctx, input: { business: exampleBusiness, profile } });
  const flows = new URL('flows/', folder);
  for (const name of (await readdir(fileURLToPath(flows))).sort()) {
    const workflow = JSON.parse(await readFile(new URL(name, flows), 'utf8')) as { readonly id: string };
    await putFlow({
      ctx,
      input: { business: exampleBusiness, source: 'n8n', id: workflow.id, workflow, state: 'published' },
    });
  }
};
