import { describe, expect, it } from 'vitest';
import { questionsOf } from '../evaluate/judge.ts';
import { parseProfile } from './parse.ts';
import { presetFor, presets } from './presets/index.ts';

describe('presets', () => {
  it.each(presets)(
    '$trade can be used as it is: every check exists and takes its options',
    ({ trade, profile }) => {
      const parsed = parseProfile(profile);
      expect(parsed).toMatchObject({ ok: true });
      expect(profile.trade).toBe(trade);
      expect(presetFor(trade)?.profile).toBe(profile);
      if (parsed.ok) expect(questionsOf(parsed.profile).length).toBeGreaterThan(5);
    },
  );
});
