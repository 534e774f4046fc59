const letters = '0123456789abcdefghjkmnpqrstvwxyz';

const inLetters = (value: number, length: number): string => {
  let text = '';
  for (let rest = value, n = 0; n < length; n += 1) {
    text = `${letters[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
};

/**
 * Makes ids like `aud_01k...`: milliseconds, a counter within the millisecond, 50 random bits; they sort in the order
 * they were made, also when the clock jumps back.
 */
export const createIds = (
  clock: () => Date,
  random: (bytes: number) => Uint8Array,
): ((prefix: string) => string) => {
  let last = 0;
  let lastInLetters = inLetters(last, 10);
  let count = 0;
  // Drawn for many ids at once: each draw costs as much as the rest of an id several times over.
  let drawn: Uint8Array = new Uint8Array(0);
  let used = 0;
  const letter = (): string => {
    if (used >= drawn.length) {
      drawn = random(640);
      used = 0;
    }
    const byte = drawn[used] ?? 0;
    used += 1;
    return letters[byte % 32] ?? '';
  };
  return (prefix) => {
    const time = Math.max(clock().getTime(), last);
    count = time === last ? count + 1 : 0;
    if (time !== last) lastInLetters = inLetters(time, 10);
    last = time;
    let tail = '';
    for (let n = 0; n < 10; n += 1) tail += letter();
    return `${prefix}_${lastInLetters}${inLetters(count, 4)}${tail}`;
  };
};
