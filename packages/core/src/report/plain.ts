const blanks = /[\s\u0085]+/gu;
/** Terminal controls, lone surrogates, code points that are no characters, and what reorders the text around it. */
const harmful = /[\p{Cc}\p{Cs}\p{NChar}\u202a-\u202e\u2066-\u2069]/gu;
/** Shows nothing. The two joiners and the emoji selector stay: scripts and emoji need them. */
const invisible = /(?!\u200c|\u200d|\ufe0f)\p{DI}/gu;
/** Marks piled on one letter, which climb over the lines above. */
const piled = /(\p{M}{4})\p{M}+/gu;

/**
 * Text from a flow, a file name or a person, made safe to show in one line anywhere: no control and no direction
 * characters, every run of blanks one space. Does not escape for any medium; that is the renderer's part.
 */
export const plain = (text: string): string =>
  text.replace(blanks, ' ').replace(harmful, '\ufffd').replace(invisible, '').replace(piled, '$1').trim();

/** `plain`, cut to at most `most` characters. */
export const plainUpTo = (text: string, most: number): string => {
  // A pasted novel is not searched to its end for what is thrown away.
  const shown = plain(text.slice(0, most * 8));
  const characters = Array.from(shown);
  return characters.length <= most
    ? shown
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};
