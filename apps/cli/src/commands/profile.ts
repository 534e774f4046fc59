import { access } from 'node:fs/promises';
import { didYouMean, plain, presetFor, presets } from '@plumbline/core';
import { exitCode, UsageError } from '../exit.ts';
import { problemLines, readProfile } from '../input/profile-file.ts';
import { profileYaml } from '../output/profile-yaml.ts';
import { writeReport } from '../output/write-report.ts';

export const trades: readonly string[] = presets.map((preset) => preset.trade);

export interface ProfileInitOptions {
  readonly trade: string;
  readonly output?: string;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** `plumbline profile init`: writes a profile to start from. Never over a file that is already there. */
export const profileInit = async ({ trade, output }: ProfileInitOptions): Promise<number> => {
  const preset = presetFor(trade);
  if (preset === undefined) {
    throw new UsageError(
      `There is no preset "${plain(trade)}".${didYouMean(trade, trades)} There are: ${trades.join(', ')}.`,
    );
  }
  if (output !== undefined && output !== '-' && (await isThere(output))) {
    throw new UsageError(`${plain(output)} is already there. Choose another name, or remove it first.`);
  }
  await writeReport(profileYaml(preset), output);
  if (output !== undefined && output !== '-') {
    process.stderr.write(
      `Wrote ${plain(output)}. Put it into your own words, then: plumbline check <flows> --profile ${plain(output)}\n`,
    );
  }
  return exitCode.clean;
};

export interface ProfileValidateOptions {
  readonly format: string;
}

/**
 * `plumbline profile validate`: 0 where the file can be used, 2 with every problem named where not. As `json` it prints
 * the profile in the form that the API takes.
 */
export const profileValidate = async (file: string, { format }: ProfileValidateOptions): Promise<number> => {
  const loaded = await readProfile(file);
  if (!loaded.ok) {
    throw new UsageError(problemLines(file, loaded.problems).join('\n'));
  }
  const { profile } = loaded;
  if (format === 'json') {
    await writeReport(`${JSON.stringify(profile, null, 2)}\n`, undefined);
    return exitCode.clean;
  }
  const commitments = profile.values.flatMap((value) => value.commitments);
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const bound = new Set(commitments.flatMap((commitment) => commitment.checks.map((each) => each.check)));
  await writeReport(
    `${plain(file)} is a good profile: ${plain(profile.name)}, version ${plain(profile.version)}, ${count(profile.values.length, 'value')}, ${count(commitments.length, 'commitment')}, ${count(bound.size, 'check')}.\n`,
    undefined,
  );
  if (bound.size === 0) process.stderr.write('It binds no checks yet, so nothing would be judged with it.\n');
  return exitCode.clean;
};
