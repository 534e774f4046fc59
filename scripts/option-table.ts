import { z } from 'zod';

/** Text for one cell of a Markdown table. */
export const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');

/** Markdown table of the options a check or a rule takes. */
export const optionsText = (options: z.ZodType): string => {
  const schema = z.toJSONSchema(options, { io: 'input' });
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, option]) => {
    if (typeof option === 'boolean') return [];
    const kind = (option.enum ?? [option.type ?? 'any']).join(', ');
    const start = option.default === undefined ? '' : `\`${JSON.stringify(option.default)}\``;
    return [`| \`${name}\` | ${cell(kind)} | ${cell(start)} | ${cell(option.description ?? '')} |`];
  });
  if (rows.length === 0) return 'It takes no options.\n';
  return `| option | kind | unless set | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`;
};
