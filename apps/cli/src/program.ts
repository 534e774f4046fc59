import { failOnLevels } from '@plumbline/core';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type CatalogueOptions, catalogueFormats, showCatalogue } from './commands/catalogue.ts';
import { type CheckOptions, check, checkFormats } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { type MatrixOptions, matrix, matrixFormats } from './commands/matrix.ts';
import { type HookOptions, n8nHook, whenDownChoices } from './commands/n8n-hook.ts';
import {
  type ProfileInitOptions,
  type ProfileValidateOptions,
  profileInit,
  profileValidate,
  trades,
} from './commands/profile.ts';
import { type RepairOptions, repair } from './commands/repair.ts';
import { type StartOptions, start } from './commands/start.ts';
import { addServerCommands } from './server-program.ts';
import { version } from './version.ts';

export interface Program {
  readonly command: Command;
  /** Exit code of the command that ran. */
  readonly code: () => number;
}

const checkFormat = (given: string): (typeof checkFormats)[number] => {
  const format = checkFormats.find((each) => each === given);
  if (format !== undefined) return format;
  const page = given === 'html' ? ' `plumbline matrix --format html` writes a page.' : '';
  throw new InvalidArgumentError(`Allowed choices are ${checkFormats.join(', ')}.${page}`);
};

/** After a wrong option each command names its own help. */
const nameHelp = (command: Command, path: string): void => {
  for (const each of command.commands) {
    const name = `${path} ${each.name()}`;
    each.showHelpAfterError(
      `(\`${name} --help\` shows all ${each.commands.length > 0 ? 'commands' : 'options'})`,
    );
    nameHelp(each, name);
  }
};

/** The command line, not yet run. */
export const buildProgram = (): Program => {
  let code = 0;
  const command = new Command('plumbline')
    .description('Holds n8n automations against what a business values.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--no-color', 'print without colours')
    .showSuggestionAfterError(true)
    .showHelpAfterError('(`plumbline --help` shows all commands)')
    .addHelpText(
      'after',
      `
Examples:
  plumbline profile init --trade bakery --output shop.yaml    write down what you stand for
  plumbline check flows/ --profile shop.yaml                  judge your workflows by it
  plumbline matrix flows/ --profile shop.yaml                 see it as a table
  plumbline explain require-human-escalation                  read what a check asks`,
    )
    .exitOverride();

  command
    .command('check')
    .description('judge workflow files and say what to change')
    .argument('<paths...>', 'workflow files, folders, or - for standard input')
    .option('-p, --profile <file>', 'values profile, YAML or JSON (default: ask every check, at warn)')
    .addOption(
      new Option('-f, --format <format>', 'form of the report')
        .choices(checkFormats)
        .argParser(checkFormat)
        .default('pretty'),
    )
    .option('-o, --output <file>', 'write the report to a file')
    .addOption(
      new Option(
        '--fail-on <level>',
        'exit 1 from this enforcement on (default: approve with a profile, else warn)',
      ).choices(failOnLevels),
    )
    .addHelpText(
      'after',
      `
Examples:
  plumbline check workflow.json
  plumbline check flows/ --profile shop.yaml
  plumbline check flows/ --format sarif --output plumbline.sarif
  cat workflow.json | plumbline check - --format json

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 bad usage, a bad profile, a file that could not be
judged or nothing to check, 3 a fault of Plumbline.`,
    )
    .action(async (paths: string[], _: unknown, self: Command) => {
      code = await check(paths, self.optsWithGlobals<CheckOptions>());
    });

  command
    .command('matrix')
    .description('show which automation fits which value, and what to change')
    .argument('<paths...>', 'workflow files, folders, or - for standard input')
    .option('-p, --profile <file>', 'values profile, YAML or JSON (default: ask every check)')
    .addOption(
      new Option('-f, --format <format>', 'form of the table').choices(matrixFormats).default('pretty'),
    )
    .option('-o, --output <file>', 'write the table to a file')
    .addHelpText(
      'after',
      `
Examples:
  plumbline matrix flows/ --profile shop.yaml
  plumbline matrix flows/ --profile shop.yaml --format html --output matrix.html`,
    )
    .action(async (paths: string[], _: unknown, self: Command) => {
      code = await matrix(paths, self.optsWithGlobals<MatrixOptions>());
    });

  command
    .command('repair')
    .description('write a new workflow with what is missing put in, and judge it again')
    .argument('<flow>', 'workflow file; it is never changed')
    .option('-p, --profile <file>', 'values profile, YAML or JSON (default: ask every check)')
    .option('--finding <key>', 'repair this one only; `check --format json` shows the keys')
    .option('-o, --output <file>', 'the new file (default: beside it, as <flow>.repaired.json)')
    .addHelpText(
      'after',
      `
Examples:
  plumbline repair chat.json --profile shop.yaml
  plumbline repair chat.json --output chat-with-a-person.json

Exit codes: 0 nothing asked is wrong any more, 1 something is left, 2 bad usage, 3 a fault of Plumbline.`,
    )
    .action(async (file: string, options: RepairOptions) => {
      code = await repair(file, options);
    });

  command
    .command('explain')
    .description('list the checks, or explain one: its promise, what it asks, its options and limits')
    .argument('[check]', 'id of a check')
    .addHelpText(
      'after',
      `
Examples:
  plumbline explain
  plumbline explain require-opt-out`,
    )
    .action(async (id: string | undefined, _: unknown, self: Command) => {
      code = await explain(id, self.optsWithGlobals<{ color: boolean }>());
    });

  command
    .command('catalogue')
    .description('say what is known of n8n nodes, or which steps of your workflows are not known')
    .option('--missing <paths...>', 'list what these files and folders use beyond the catalogue')
    .addOption(
      new Option('-f, --format <format>', 'form of the list').choices(catalogueFormats).default('pretty'),
    )
    .addHelpText(
      'after',
      `
Examples:
  plumbline catalogue --missing flows/`,
    )
    .action(async (options: CatalogueOptions) => {
      code = await showCatalogue(options);
    });

  const profile = command.command('profile').description('write or test a values profile');
  profile
    .command('init')
    .description('write a commented profile to start from')
    .option('-t, --trade <trade>', `one of ${trades.join(', ')}`, 'bookshop')
    .option('-o, --output <file>', 'write it to a file (default: standard output)')
    .addHelpText(
      'after',
      `
Examples:
  plumbline profile init --trade bakery --output shop.yaml`,
    )
    .action(async (options: ProfileInitOptions) => {
      code = await profileInit(options);
    });
  profile
    .command('validate')
    .description('test a profile; every problem is named with its place')
    .argument('<file>', 'profile, YAML or JSON')
    .addOption(
      new Option('-f, --format <format>', 'json prints the profile as the API takes it')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .addHelpText(
      'after',
      `
Examples:
  plumbline profile validate shop.yaml
  plumbline profile validate shop.yaml --format json > shop.json`,
    )
    .action(async (file: string, options: ProfileValidateOptions) => {
      code = await profileValidate(file, options);
    });

  const n8n = command.command('n8n').description('put Plumbline into your n8n');
  n8n
    .command('hook')
    .description('write the file by which a self-hosted n8n asks before it publishes')
    .option('-o, --output <file>', 'write it to a file (default: standard output)')
    .addOption(
      new Option('--when-down <what>', 'what becomes of a publication when Plumbline gives no verdict')
        .choices(whenDownChoices)
        .default('publish'),
    )
    .addHelpText(
      'after',
      `
Examples:
  plumbline n8n hook --output /opt/n8n/plumbline-hook.cjs
  plumbline n8n hook --output /opt/n8n/plumbline-hook.cjs --when-down refuse`,
    )
    .action(async (options: HookOptions) => {
      code = await n8nHook(options);
    });

  addServerCommands(command, (given) => {
    code = given;
  });

  command
    .command('start')
    .description('run everything in one process; brings a bookshop as an example if there is no data yet')
    .option('--port <port>', 'port to listen on (default: PORT, else 4777; the next free one if taken)')
    .option('--host <host>', 'address to listen on (default: HOST, else 127.0.0.1)')
    .option('--data <folder>', 'folder to keep data in (default: PLUMBLINE_DATA, else .plumbline)')
    .option('--new-key', 'make another admin key and show it, once')
    .action(async (_: unknown, self: Command) => {
      code = await start(self.optsWithGlobals<StartOptions>());
    });

  nameHelp(command, command.name());
  return { command, code: () => code };
};
