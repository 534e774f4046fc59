const digitsOf = (text: string): number[] => [...text].map(Number);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Remainder of a long decimal number. */
const remainder = (digits: string, by: number): number => {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
};

/** ISO/IEC 7812 check digit of card numbers. */
export const luhn = (digits: string): boolean => {
  const total = sum(
    digitsOf(digits)
      .reverse()
      .map((digit, at) => (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2)),
  );
  return total % 10 === 0;
};

/** ISO 13616: letters become numbers, the first four go last, the remainder by 97 is 1. */
export const ibanHolds = (iban: string): boolean => {
  const turned = iban.slice(4) + iban.slice(0, 4);
  return (
    remainder(
      turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  );
};

/** Brazil, CPF: two check digits, weights downwards; eleven equal digits are nobody's. */
export const cpfHolds = (digits: string): boolean => {
  if (/^(\d)\1{10}$/.test(digits)) return false;
  const check = (length: number): number => {
    const total = sum(digitsOf(digits.slice(0, length)).map((digit, at) => digit * (length + 1 - at)));
    return ((total * 10) % 11) % 10;
  };
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
};

/** France, NIR: 13 digits (2A and 2B count as 19 and 18), key is 97 less the remainder by 97. */
export const nirHolds = (text: string): boolean => {
  const number = text.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - remainder(number, 97) === Number(text.slice(13));
};

/** Belgium, national register: 97 less the remainder of the first nine, with a 2 before it for births since 2000. */
export const belgianHolds = (digits: string): boolean => {
  const key = Number(digits.slice(9));
  const number = digits.slice(0, 9);
  return 97 - remainder(number, 97) === key || 97 - remainder(`2${number}`, 97) === key;
};

/** Netherlands, BSN: the eleven test. */
export const bsnHolds = (digits: string): boolean => {
  const total = sum(digitsOf(digits).map((digit, at) => digit * (at === 8 ? -1 : 9 - at)));
  return total % 11 === 0 && total !== 0;
};

/** Spain, DNI and NIE: the letter follows from the remainder by 23. */
export const dniHolds = (text: string): boolean => {
  const number = text.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2');
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[remainder(number, 23)] === text.at(-1);
};

/** Poland, PESEL: weights 1 3 7 9. */
export const peselHolds = (digits: string): boolean => {
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
  const total = sum(digitsOf(digits.slice(0, 10)).map((digit, at) => digit * (weights[at] ?? 0)));
  return (10 - (total % 10)) % 10 === Number(digits[10]);
};

/** Germany, tax id: ISO 7064 mod 11,10. */
export const germanTaxHolds = (digits: string): boolean => {
  let product = 10;
  for (const digit of digitsOf(digits.slice(0, 10))) {
    const next = (digit + product) % 10 || 10;
    product = (next * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
};

const odd: Readonly<Record<string, number>> = Object.fromEntries(
  [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23].flatMap(
    (value, at) => {
      const letter: readonly [string, number] = [String.fromCharCode(65 + at), value];
      return at < 10 ? [letter, [String(at), value] as const] : [letter];
    },
  ),
);

/** Italy, codice fiscale: characters at odd places by a table, at even ones by their order; remainder by 26. */
export const codiceHolds = (text: string): boolean => {
  const total = sum(
    [...text.slice(0, 15)].map((each, at) => {
      if (at % 2 === 0) return odd[each] ?? 0;
      return /\d/.test(each) ? Number(each) : each.charCodeAt(0) - 65;
    }),
  );
  return String.fromCharCode(65 + (total % 26)) === text[15];
};
