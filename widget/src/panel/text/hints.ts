/**
 * Whether a text looks as if it holds personal data. A hint while typing, on the device: the server's privacy filter is what
 * decides, with check digits and lists. So these are short, and a miss or a false alarm costs nothing but a line of text;
 * what the filter makes of a message can be seen before it is sent, whether these notice anything or not.
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

/** Words behind "mijn zoon" or "juf" that are no name. */
const GOES_ON =
  "(?:is|was|en|of|die|dat|wie|wil|kan|mag|zal|zou|moet|gaat|heeft|had|zegt|zei|zit|komt|kwam|kijkt|krijgt|doet|deed|praat|van|voor|met|" +
  "op|in|uit|bij|aan|naar|om|te|het|een|de|niet|nog|ook|al|als|maar|want|werd|wordt|staat|leest|denkt|vindt|weet|blijft|weigert|reageert)";

/** A date of birth, a title with a name, a house, an age behind a name, or how people name themselves and others. */
const TOLD: readonly RegExp[] = [
  /\b(?:geboren|geb\.|jarig|°) ?(?:op |in )?\d/i,
  /\b(?:meneer|mevrouw|dhr\.?|mevr\.?|dokter|imam) \p{Lu}\p{Ll}/u,
  /\b(?:ik heet|mijn naam is|hij heet|zij heet|ze heet|genaamd) \p{L}/iu,
  // In small letters too: "mijn zoon karim", "juf roos", "meneer peeters".
  new RegExp(
    "(?<!\\p{L})(?:(?:mijn|onze|zijn|haar) (?:zoon|dochter|broer|zus|neef|nicht|buurman|buurvrouw|vriend|vriendin|collega|leerling)" +
      `|juf|meester|meneer|dhr\\.?|mevr\\.?|nonkel|tante) (?!${GOES_ON}(?!\\p{L}))\\p{L}{3,}`,
    "iu",
  ),
  // "Karim is 16", "Yassine, 17", "Elif (15)"; no hours, sums or shares.
  /(?<!\p{L})(?!(?:Dat|Dit|Het|Er|Artikel|Niveau|Fase|Module|Casus|Dag|Week|Jaar|In|Op|Om|Van|Tot|Sinds|Vanaf)\b)\p{Lu}\p{Ll}{2,}(?: is|,| wordt) ?\(?\d{1,2}(?:\)|\b)(?! ?(?:uur|u\b|euro|%|procent|keer|dagen|weken|maanden|leden|personen|mensen|jongeren|leerlingen))/u,
  /(?<!\p{L})\p{Lu}\p{Ll}{2,} \(\d{1,2}\)/u,
  // A street with the number of a house.
  /\p{L}{3,}(?:straat|laan|steenweg|plein|dreef|kaai|str\.) ?(?:nr\.? ?|nummer )?\d{1,4}(?!\d)/iu,
  // A number beside the word that says what it is, with whatever slip.
  /\b(?:rijksregister\p{L}*|insz|rrn|paspoort\p{L}*|identiteitskaart\p{L}*)\P{N}{1,20}(?:\p{L}{2} ?)?\d[\dOo ._/-]{4,}/iu,
];

/** Words that start a pair of capitals that is no person: services, places and offices. */
const NO_NAME =
  /^(?:De|Het|Een|Vlaam|Belgi|Federa|Lokale|Stad|Gemeente|Sint|Rode|Binnenland|Departement|Agentschap|Dienst|Grote|Koninklijk|Raad|Minister|Beste|Geachte|Dag|Hallo|Wat|Wie|Waar|Hoe|Wij|Kan|Mag|Is|In|Op|Met|Voor|Als|Onze|Mijn|Welke|Bij|Sinds|Wanneer|Waarom)/;

export function looksPersonal(text: string): boolean {
  if ([...LOOKS_PERSONAL, ...TOLD].some((pattern) => pattern.test(text))) return true;
  return [...text.matchAll(LOOKS_LIKE_A_NAME)].some(([pair]) => !NO_NAME.test(pair));
}
