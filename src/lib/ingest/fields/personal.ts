const phone = /^(?:\+?7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}$/;
const mobile = /^\(?9\d{2}\)?[\s-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}$/;
const city = /^\(\d{3,5}\)\s*\d{1,3}[\s-]*\d{2}[\s-]*\d{2}$/;
const foreign = /^\+\d[\d\s()-]{8,17}\d$/;

const identifiers: readonly RegExp[] = [
  // СНИЛС.
  /^\d{3}-\d{3}-\d{3}[\s-]\d{2}$/,
  // Passport, with or without a space inside of its series.
  /^\d{2}\s?\d{2}\s*(?:№|N)?\s*\d{6}$/,
  // Birth certificate.
  /^[IVXLC\u0406\u0425]{1,5}\s?-\s?[А-Я]{2}\s*(?:№|N)?\s*\d{6}$/i,
  // Certificates of personified financing, ИНН, policies, cards, accounts.
  /^\d{10,20}$/,
  /^\d{4}(?:\s\d{4}){2,4}$/,
];

/** Whether a text is a telephone number. */
export function isPhone(text: string): boolean {
  return [phone, mobile, city, foreign].some((form) => form.test(text));
}

/** Whether a text has the form of a number by which the state, a bank or a register knows a person. */
export function isIdentifier(text: string): boolean {
  return !isPhone(text) && identifiers.some((form) => form.test(text));
}
