import { bakery } from './bakery.ts';
import { bookshop } from './bookshop.ts';
import { consultant } from './consultant.ts';
import { practice } from './practice.ts';
import type { Preset } from './preset.ts';
import { salon } from './salon.ts';

/** Profiles to start from, by trade. */
export const presets: readonly Preset[] = [bakery, bookshop, consultant, practice, salon];

export const presetFor = (trade: string): Preset | undefined =>
  presets.find((preset) => preset.trade === trade);
