/**
 * Fields that were never filled in. All patterns are linear. Only what has no other meaning counts: `null` is a word
 * in German, so it counts only where a name, a sum or a date should stand.
 */
const field =
  '(?:first|last|full|given|family|customer|client|guest|contact|user|recipient|patient|member|lead|company|business|shop|store|your|my|our)[ _-]?(?:name|company|shop|business|address|number|date|title|link)|name|firstname|lastname|fname|lname|company|recipient|customer|vorname|nachname|firma|ihr name|kundenname|nombre|apellidos?|empresa|nome|cognome|sobrenome|pr[eé]nom|nom|soci[eé]t[eé]|voornaam|achternaam|naam|bedrijf';

/** Patterns, and what every text holds that one of them fits: most texts do not, and are not searched any further. */
interface Group {
  readonly hint: RegExp;
  readonly patterns: readonly RegExp[];
}

const gaps: readonly RegExp[] = [
  /\{\{[^{}\n]{1,120}\}\}/,
  /\{%[^{}%\n]{1,120}%\}/,
  /\$\{[\w .$[\]()'"-]{1,80}\}/,
  /<%=?[^%<>\n]{1,80}%>/,
  /\*\|[A-Z][A-Z0-9_:]{1,40}\|\*/,
  /%%[A-Za-z][\w ]{1,40}%%/,
  new RegExp(`%(?:${field})%`, 'i'),
  new RegExp(`(?<![\\w$\\\\{])\\{(?:${field})\\}`, 'i'),
  new RegExp(
    `\\[(?:(?:your|the|insert|enter|add|ihr|ihre|tu|su|votre|seu|sua) )?(?:${field})\\](?!\\()`,
    'i',
  ),
  new RegExp(`<(?:${field})>`, 'i'),
  /\[(?:insert|enter|add|your|type|write) [^\]\n]{2,60}\](?!\()/i,
  /\[object Object\]/,
  /\blorem ipsum\b/i,
];

const slot = '(?:undefined|null|NaN|None)';
const greeting =
  'dear|hi|hello|hey|good (?:morning|afternoon|evening)|hallo|liebe|lieber|guten (?:tag|morgen|abend)|sehr geehrter?|(?:frau|herr)|bonjour|bonsoir|cher|ch[eè]re|madame|monsieur|hola|estimad[oa]|querid[oa]|ol[aá]|prezad[oa]|car[oa]|gentile|ciao|buongiorno|beste|geachte|dag';
const emptySlots: readonly RegExp[] = [
  // "Hi null," and "Dear undefined!"
  new RegExp(
    `(?:^|\\n)[ \\t]{0,8}(?:${greeting}),?[ \\t]{1,4}${slot}(?:[ \\t]{1,4}${slot})?[ \\t]{0,4}(?:[,!:.\\n]|$)`,
    'i',
  ),
  // "EUR null", "€NaN", "NaN EUR"
  /(?:[€$£]|\b(?:EUR|USD|GBP|CHF))[ \u00a0]?(?:undefined|null|NaN)\b/,
  /\b(?:undefined|null|NaN)[ \u00a0]?(?:[€$£%]|(?:EUR|USD|GBP|CHF)\b)/,
  /\bInvalid Date\b/,
  // "Dear ," where a name should stand before the comma. "Hello," alone is a greeting.
  new RegExp(`(?:^|\\n)[ \\t]{0,8}(?:${greeting})[ \\t]{1,4},`, 'i'),
];

const loose = /(?<![\w.`"'“„«])(?:undefined|NaN)(?![\w`"'”“»])/;

const inMarkup = /\{\{[^{}\n]{1,120}\}\}|\*\|[A-Z][A-Z0-9_:]{1,40}\|\*/;

/** What is searched for in the words of a text, in this order. */
export const inWords: readonly Group[] = [
  { hint: /[{<*%[]|lorem ipsum/i, patterns: gaps },
  { hint: /undefined|null|nan|none|invalid date|[ \t],/i, patterns: emptySlots },
];

const firstOf = (patterns: readonly RegExp[], text: string): string | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0].trim();
    if (found !== undefined) return found.length > 60 ? `${found.slice(0, 57)}…` : found;
  }
  return null;
};

/** The first gap in the words, or in the HTML behind them. */
export const gapIn = (words: string, html: string): string | null => {
  for (const { hint, patterns } of inWords) {
    const found = hint.test(words) ? firstOf(patterns, words) : null;
    if (found !== null) return found;
  }
  return firstOf([inMarkup], html);
};

/** A word that may be a value that was missing, or may be meant. */
export const doubtfulIn = (words: string): string | null => loose.exec(words)?.[0] ?? null;
