const lastStop = /[.!?] (?=\p{Lu})(?!.*[.!?] \p{Lu})/u;

/** What is wrong, and the last sentence, which says what to do; a full stop inside a step's name ends no sentence. */
const splitAdvice = (text: string): readonly [string, string] => {
  const parts = text.split('`');
  for (let at = parts.length - 1 - ((parts.length - 1) % 2); at >= 0; at -= 2) {
    const cut = (parts[at] ?? '').search(lastStop);
    if (cut === -1) continue;
    const before = [...parts.slice(0, at), (parts[at] ?? '').slice(0, cut + 1)].join('`');
    return [before, [(parts[at] ?? '').slice(cut + 2), ...parts.slice(at + 1)].join('`')];
  }
  return [text, ''];
};

/** What a place says: for a failure what is wrong and how to mend it, for an open question all of it as it stands. */
export const wrongAndRemedy = (
  message: string,
  adjustment: string | undefined,
  failed: boolean,
): { readonly wrong: string; readonly remedy: string } => {
  const [wrong, advice] = failed ? splitAdvice(message) : [message, ''];
  return { wrong, remedy: advice === '' ? (adjustment ?? '') : advice };
};
