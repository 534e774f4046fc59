import { describe, expect, it } from 'vitest';
import { type ProgressScreen, progressOn } from '../src/output/progress.ts';

const screen = (isTTY: boolean): ProgressScreen & { readonly written: string[] } => {
  const written: string[] = [];
  return { isTTY, columns: 60, written, write: (text) => written.push(text) > 0 };
};

describe('progress', () => {
  it('keeps quiet where nobody looks', () => {
    const out = screen(false);
    const progress = progressOn(out, () => 10_000, {});
    progress.show('Reading file 1', 'a.json');
    progress.done();
    expect(out.written).toEqual([]);
  });

  it('keeps quiet in a short run, shows a long one on one line, and takes it away', () => {
    const out = screen(true);
    let time = 0;
    const progress = progressOn(out, () => time, {});
    progress.show('Judging flow 1 of 9', 'a.json');
    expect(out.written).toEqual([]);
    time = 500;
    progress.show('Judging flow 2 of 9', `\u001b[2J${'long/'.repeat(40)}b.json`);
    time = 550;
    progress.show('Judging flow 3 of 9', 'c.json');
    progress.done();
    const [line = '', cleared] = out.written;
    expect(line.startsWith('\r\u001b[2KJudging flow 2 of 9')).toBe(true);
    expect(line.slice(5)).not.toMatch(/\p{Cc}/u);
    expect(line.length).toBeLessThan(66);
    expect(cleared).toBe('\r\u001b[2K');
    expect(out.written).toHaveLength(2);
  });
});
