/** What people are told of one event, in words and for no channel yet. Every text may hold what a hostile flow says. */
export interface Told {
  readonly title: string;
  readonly tone: 'bad' | 'good' | 'note';
  /** What changed, which promise, whom it affects, what to do. */
  readonly parts: readonly { readonly label: string; readonly text: string }[];
  /** Where to look; null where nobody said under which address people reach Plumbline. */
  readonly link: string | null;
}

/** One message to people: what happened, in the order in which it did. */
export interface Message {
  /** Stays the same over attempts. */
  readonly id: string;
  /** Name of the business. */
  readonly from: string;
  readonly subject: string;
  readonly told: readonly Told[];
  /** How many more happened than are told of here. */
  readonly more: number;
}

/** As many as find room, from the first on, and how many do not. */
export const fitting = <T>(
  all: readonly T[],
  sizeOf: (one: T) => number,
  room: number,
): { readonly shown: readonly T[]; readonly cut: number } => {
  let left = room;
  const end = all.findIndex((one) => {
    left -= sizeOf(one);
    return left < 0;
  });
  const shown = end === -1 ? all : all.slice(0, end);
  return { shown, cut: all.length - shown.length };
};

/** A text cut where steps are named in it: backticks stand around what is a name. */
export const namesIn = (text: string): readonly { readonly text: string; readonly name: boolean }[] => {
  const parts = text.split('`');
  // An odd backtick names nothing.
  if (parts.length % 2 === 0) return [{ text: parts.join("'"), name: false }];
  return parts.map((part, at) => ({ text: part, name: at % 2 === 1 })).filter((part) => part.text !== '');
};
