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

/** Two capitalised words that are no start of a sentence, with small words between: Fatima El Amrani, Jan van den Broeck. */
const LOOKS_LIKE_A_NAME =
  /(?<=[\p{L},] |[(:] ?|^)\p{Lu}[\p{Ll}'-]+(?: (?:van|de|der|den|el|al|ben))* \p{Lu}(?:[\p{Ll}'-]+|\.)/gu;

/** A date of birth, a title with a name, or how people name themselves. */
const TOLD: readonly RegExp[] = [
  /\b(?:geboren|geb\.|jarig|°) ?(?:op |in )?\d/i,
  /\b(?:meneer|mevrouw|dhr\.?|mevr\.?|dokter|imam) \p{Lu}\p{Ll}/u,
  /\b(?:ik heet|mijn naam is|hij heet|zij heet|ze heet) \p{L}/iu,
];

/** Words that start a pair of capitals that is no person: services, places and offices. */
const NO_NAME =
  /^(?:De|Het|Een|Vlaam|Belgi|Federa|Lokale|Stad|Gemeente|Sint|Rode|Binnenland|Departement|Agentschap|Dienst|Grote|Koninklijk|Raad|Minister|Beste|Geachte|Dag|Hallo|Wat|Wie|Waar|Hoe|Wij|Kan|Mag|Is|In|Op|Met|Voor|Als|Onze|Mijn|Welke|Bij|Sinds|Wanneer|Waarom)/;

export function looksPersonal(text: string): boolean {
  if ([...LOOKS_PERSONAL, ...TOLD].some((pattern) => pattern.test(text))) return true;
  return [...text.matchAll(LOOKS_LIKE_A_NAME)].some(([pair]) => !NO_NAME.test(pair));
}
