#!/usr/bin/env node
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { exitCode, UsageError } from './exit.ts';
import { buildProgram } from './program.ts';
import { standOf } from './stand.ts';

process.on('SIGINT', () => process.exit(exitCode.interrupted));
// A reader that goes away (`| head`) ends our writing, not in a crash.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const stand = standOf(process.env, process.cwd(), resolve(import.meta.dirname, '../../..'));
if (stand !== undefined) {
  process.chdir(stand.folder);
  process.env['PLUMBLINE_DATA'] ??= stand.data;
}

const run = async (): Promise<number> => {
  const program = buildProgram();
  try {
    await program.command.parseAsync();
    return program.code();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return exitCode.usage;
    }
    const words = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`Plumbline itself failed. Please report this:\n${words}\n`);
    return exitCode.fault;
  }
};

process.exitCode = await run();
