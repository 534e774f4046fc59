import {
  belgianHolds,
  bsnHolds,
  codiceHolds,
  cpfHolds,
  dniHolds,
  germanTaxHolds,
  ibanHolds,
  luhn,
  nirHolds,
  peselHolds,
} from './checksums.ts';

export const kinds = ['iban', 'card', 'national-id', 'birth-date'] as const;

export interface Finding {
  readonly kind: (typeof kinds)[number];
  readonly number: string;
  /** A checksum holds. Otherwise only the words around it speak for it. */
  readonly sure: boolean;
}

/** Length of an IBAN by country, from the IBAN registry of SWIFT. */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  XK: 20,
};
const ibanStart = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ A-Z0-9])/gu;

function* ibans(text: string): Generator<Finding> {
  for (const { index, 0: start } of text.matchAll(ibanStart)) {
    const length = ibanLengths[start.slice(0, 2)];
    if (length === undefined) continue;
    // Groups of four with spaces between: at most one space a character.
    const number = text
      .slice(index, index + 2 * length)
      .replaceAll(' ', '')
      .slice(0, length);
    if (number.length === length && /^[A-Z0-9]+$/.test(number) && ibanHolds(number))
      yield { kind: 'iban', number, sure: true };
  }
}

const cardLike = /(?<![\p{L}\p{N}]|\d[ -])\d(?:[ -]?\d){12,18}(?![ -]?\d|\p{L})/gu;
/** Leading digits and lengths of the card brands: Visa, Mastercard, Amex, Discover, Diners, JCB. */
const brands =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12})$/;

function* cards(text: string): Generator<Finding> {
  for (const [found] of text.matchAll(cardLike)) {
    const digits = found.replace(/\D/g, '');
    if (brands.test(digits) && luhn(digits)) yield { kind: 'card', number: digits, sure: true };
  }
}

interface IdForm {
  readonly pattern: RegExp;
  /** Null where there is no checksum. */
  readonly holds: ((compact: string) => boolean) | null;
  /** Words that must stand shortly before it, where the form alone could be anything. */
  readonly after?: RegExp;
}

const ids: readonly IdForm[] = [
  { pattern: /(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)/g, holds: codiceHolds },
  { pattern: /(?<![\d.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\d.-])/g, holds: cpfHolds },
  { pattern: /(?<![\d.-])\d{2}\.[01]\d\.[0-3]\d-\d{3}\.\d{2}(?![\d.-])/g, holds: belgianHolds },
  { pattern: /(?<!\d)[12] ?\d{2} ?[01]\d ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g, holds: nirHolds },
  {
    pattern: /(?<!\w)(?:[XYZ]\d{7}|\d{8})-?[A-Z](?!\w)/g,
    holds: dniHolds,
    after: /\b(?:dni|nie|nif|documento)\b/i,
  },
  { pattern: /(?<!\d)\d{9}(?!\d)/g, holds: bsnHolds, after: /\b(?:bsn|burgerservicenummer|sofinummer)\b/i },
  { pattern: /(?<!\d)\d{11}(?!\d)/g, holds: peselHolds, after: /\bpesel\b/i },
  {
    pattern: /(?<!\d)\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\d)/g,
    holds: germanTaxHolds,
    after: /steuer-?id|steueridentifikation|steuerliche identifikation|\bidnr\b|\btax id\b/i,
  },
  { pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, holds: null, after: /\bssn\b|social security/i },
  {
    pattern: /(?<!\w)[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/g,
    holds: null,
    after: /national insurance|\bni number\b|\bnino\b/i,
  },
];

function* nationalIds(text: string): Generator<Finding> {
  for (const { pattern, holds, after } of ids) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      if (after !== undefined && !after.test(text.slice(Math.max(0, index - 60), index))) continue;
      const number = found.replace(/[^A-Z0-9]/g, '');
      if (holds === null || holds(number)) yield { kind: 'national-id', number, sure: holds !== null };
    }
  }
}

const birthDate =
  /(?:\bborn(?: on)?|\bdate of birth|\bd\.?o\.?b\b|\bbirth ?date|geboren am|geburtsdatum|\bgeb\.|\bnée? le|date de naissance|fecha de nacimiento|\bnacid[oa] el|data de nascimento|\bnascid[oa] em|data di nascita|\bnat[oa] il|geboortedatum|geboren op)[^\d\n]{0,20}(\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4})(?!\d)/giu;

function* birthDates(text: string): Generator<Finding> {
  for (const [, date] of text.matchAll(birthDate))
    yield { kind: 'birth-date', number: date ?? '', sure: false };
}

/** Personal numbers in a text, those that are sure first. */
export const findings = (text: string): readonly Finding[] => {
  // Each of them has a digit, so a text without any needs no closer look.
  if (!/\d/.test(text)) return [];
  const all = [...ibans(text), ...cards(text), ...nationalIds(text), ...birthDates(text)];
  return all.sort((a, b) => Number(b.sure) - Number(a.sure));
};
