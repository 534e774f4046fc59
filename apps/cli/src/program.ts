import { failOnLevels } from '@plumbline/core';
import { Command, Option } from 'commander';
import { type CheckOptions, check, checkFormats } from './commands/check.ts';

export interface Program {
  readonly command: Command;
  /** Exit code of the command that ran. */
  readonly code: () => number;
}

const version = '0.1.0';

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
    .exitOverride();

  command
    .command('check')
    .description('judge workflow files and say what to change')
    .argument('<paths...>', 'workflow files, folders, or - for standard input')
    .option('-p, --profile <file>', 'values profile, YAML or JSON (default: ask every check, at warn)')
    .addOption(
      new Option('-f, --format <format>', 'form of the report').choices(checkFormats).default('pretty'),
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

Exit codes: 0 clean, 1 findings, 2 bad usage or nothing to check, 3 a fault of Plumbline.`,
    )
    .action(async (paths: string[], _: unknown, self: Command) => {
      code = await check(paths, self.optsWithGlobals<CheckOptions>());
    });

  return { command, code: () => code };
};
