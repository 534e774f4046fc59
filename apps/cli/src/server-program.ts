import { type Command, Option } from 'commander';
import { type ConnectOptions, connectN8n } from './commands/connect.ts';
import { disconnectN8n } from './commands/disconnect.ts';
import { type ProgressOptions, progress, progressFormats } from './commands/progress.ts';
import { type ServeCommandOptions, serveApi } from './commands/serve.ts';
import type { SourceOptions } from './commands/sources.ts';
import { work } from './commands/worker.ts';

const serverUrl = process.env['PLUMBLINE_URL'] ?? 'http://127.0.0.1:4777';

const ofBusiness = (): Option =>
  new Option('-b, --business <id>', 'id of the business (default: the only one)');
const atServer = (): Option => new Option('--server <url>', 'address of Plumbline').default(serverUrl);
const withAdminKey = (): Option =>
  new Option('--server-key-env <name>', 'environment variable that holds an admin key').default(
    'PLUMBLINE_KEY',
  );

/** Adds the commands that run a server, or ask one. `ended` hears the exit code. */
export const addServerCommands = (command: Command, ended: (code: number) => void): void => {
  command
    .command('serve')
    .description('run the API with its embedded store, until Ctrl-C')
    .option('--port <port>', 'port to listen on (default: PORT, else 4777; the next free one if taken)')
    .option('--host <host>', 'address to listen on (default: HOST, else 127.0.0.1)')
    .option('--data <folder>', 'folder to keep data in (default: PLUMBLINE_DATA, else .plumbline)')
    .option('--new-key', 'make another admin key and show it, once')
    .option('--no-worker', 'leave judging to `plumbline worker` processes; needs DATABASE_URL and REDIS_URL')
    .addHelpText(
      'after',
      `
Examples:
  plumbline serve
  plumbline serve --port 8080 --data /var/lib/plumbline
  DATABASE_URL=postgres://... REDIS_URL=redis://... plumbline serve --no-worker`,
    )
    .action(async (options: ServeCommandOptions) => {
      ended(await serveApi(options));
    });

  command
    .command('worker')
    .description('judge and do what falls due, beside other processes, until Ctrl-C')
    .addHelpText(
      'after',
      `
Needs DATABASE_URL, REDIS_URL and PLUMBLINE_VAULT_KEY, the same for every process.

Examples:
  DATABASE_URL=postgres://... REDIS_URL=redis://... plumbline worker`,
    )
    .action(async () => {
      ended(await work());
    });

  command
    .command('connect')
    .description('have another system read by a server from now on')
    .command('n8n')
    .description('have the workflows of an n8n read, judged and watched')
    .requiredOption('--url <url>', 'where n8n answers, as you open it in a browser')
    .requiredOption(
      '--key-env <name>',
      'environment variable that holds a key of n8n that may read workflows',
    )
    .addOption(ofBusiness())
    .option('--name <name>', 'name of this n8n, needed from the second one on')
    .option('--allow-private', 'it lies on this machine or in your own network')
    .option('--replace', 'it takes the place of the one that is connected under this name')
    .addOption(atServer())
    .addOption(withAdminKey())
    .addHelpText(
      'after',
      `
Examples:
  N8N_KEY=... PLUMBLINE_KEY=plb_... plumbline connect n8n --url https://n8n.example --key-env N8N_KEY
  plumbline connect n8n --url http://127.0.0.1:5678 --key-env N8N_KEY --allow-private

Exit codes: 0 connected and read, 2 bad usage, no answer, or n8n could not be read.`,
    )
    .action(async (options: ConnectOptions) => {
      ended(await connectN8n(options));
    });

  command
    .command('disconnect')
    .description('have another system read no more')
    .command('n8n')
    .description('have an n8n read no more; its flows stay as they were read last')
    .addOption(ofBusiness())
    .option('--name <name>', 'name of this n8n, if it has one')
    .addOption(atServer())
    .addOption(withAdminKey())
    .addHelpText(
      'after',
      `
Examples:
  PLUMBLINE_KEY=plb_... plumbline disconnect n8n
  plumbline disconnect n8n --name second

Exit codes: 0 disconnected, 2 bad usage or no answer.`,
    )
    .action(async (options: SourceOptions) => {
      ended(await disconnectN8n(options));
    });

  command
    .command('progress')
    .description('say how far the judging of a business has come')
    .argument('<business>', 'id of the business')
    .option('--url <url>', 'address of the server', serverUrl)
    .option('--key-env <name>', 'environment variable that holds a key with the scope read', 'PLUMBLINE_KEY')
    .option('-w, --watch', 'look until nothing is left')
    .addOption(
      new Option('-f, --format <format>', 'form of the answer').choices(progressFormats).default('pretty'),
    )
    .addHelpText(
      'after',
      `
Examples:
  PLUMBLINE_KEY=plb_... plumbline progress corner --watch
  plumbline progress corner --url https://plumbline.example --format json

Exit codes: 0 in time, 1 late or something parked, 2 bad usage or no answer.`,
    )
    .action(async (business: string, options: ProgressOptions) => {
      ended(await progress(business, options));
    });
};
