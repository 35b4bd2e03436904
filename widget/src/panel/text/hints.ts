/**
 * Whether a text looks as if it holds personal data. A hint while typing, on the device: the server's privacy filter is what
 * decides, with check digits and lists. So these are short, and a miss or a false alarm costs nothing but a line of text.
 */
const LOOKS_PERSONAL: readonly RegExp[] = [
  // An e-mail address.
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  // A Belgian national number: 85.07.30-033.28, with or without its signs.
  /\b\d{2}[.\-/ ]?\d{2}[.\-/ ]?\d{2}[.\-/ ]?\d{3}[.\-/ ]?\d{2}\b/,
  // An IBAN.
  /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}\b/i,
  // A Belgian telephone number: 0470 12 34 56, 02 123 45 67, +32 470 12 34 56.
  /(?:\+|\b00)\d{2}[ ./-]?(?:\(0\))?(?:[ ./-]?\d){8,9}\b/,
  /\b0\d{1,3}[ ./-]?(?:\d[ ./-]?){5,6}\d\b/,
];

export function looksPersonal(text: string): boolean {
  return LOOKS_PERSONAL.some((pattern) => pattern.test(text));
}
