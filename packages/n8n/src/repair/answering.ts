import type { Profile } from '@plumbline/core';
import type { DraftNode } from './draft.ts';

/** Where somebody of the business reads and answers. */
export interface Channel {
  readonly name: string;
  readonly fillIn: readonly string[];
}

/** The first channel by which the profile says somebody can be reached, else one that nobody has yet. */
export const channelOf = (profile: Profile): Channel => {
  for (const { name, reach } of profile.people) {
    const channel = reach.find((each) => /^#[\p{L}\p{N}_-]+$/u.test(each));
    if (channel !== undefined)
      return { name: channel, fillIn: [`Look whether ${channel} is where ${name} reads, and answers.`] };
  }
  const name = '#fill-in-who-answers';
  return { name, fillIn: [`Put the channel where one of you answers in place of ${name}.`] };
};

export const slackTo = ({ name }: Channel, text: string) => ({
  select: 'channel',
  channelId: { __rl: true, mode: 'name', value: name },
  text,
  otherOptions: {},
});

export const slackAccount = (node: DraftNode): string =>
  `Choose the Slack account for \`${node.name}\` (or put your own messenger in its place).`;
