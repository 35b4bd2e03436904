/** Every text the visitor reads or hears, in plain Dutch. What the bot says comes from the server instead. */

const unread = (count: number): string => (count === 1 ? "1 nieuw bericht" : `${count} nieuwe berichten`);

/** Says until when people are there, or from when on a day. Null in Dutch: that is what the server wrote. */
type Hours = (time: string, day: string | null) => string;

export const loader = {
  launcher: "Vraag het Wegwijs",
  frame: "Wegwijs, helpdesk radicalisering voor lokale besturen",
  chat: "chat",
  unread,
  loading: "De chat wordt geladen…",
  unreachable: "De chat is nu niet bereikbaar. Probeer het later opnieuw.",
};

export const header = {
  subtitle: "Helpdesk radicalisering",
  hours: null as Hours | null,
  byAssistant: "U chat met een automatische assistent.",
  byStaff: "U chat met een medewerker van de helpdesk.",
  dutchOnly: "",
  noNames: "Typ geen namen of gegevens over personen.",
  notKept: "Uw browser laat ons het gesprek niet onthouden: na herladen begint u een nieuw gesprek.",
  menu: "Meer mogelijkheden",
  close: "Sluit de chat",
};

export const menu = {
  handover: "Vraag een medewerker",
  search: "Zoek in dit gesprek",
  transcript: "Bewaar dit gesprek",
  page: "Bewaar als webpagina",
  mail: "Mail dit gesprek",
  print: "Druk dit gesprek af",
  sound: "Geluid bij een antwoord: uit",
  silence: "Geluid bij een antwoord: aan",
  restart: "Nieuw gesprek",
  erase: "Wis dit gesprek",
  privacy: "Privacy",
  accessibility: "Toegankelijkheid",
};

export const mailing = {
  title: "Mail dit gesprek",
  use: "Wij gebruiken dit adres één keer, om dit gesprek te sturen. Daarna gaat het weg.",
  address: "Naar welk e-mailadres?",
  send: "Verstuur",
  cancel: "Niet mailen",
  wrong: "Typ een volledig e-mailadres, zoals naam@voorbeeld.be.",
  failed: "Mailen is niet gelukt. Probeer het opnieuw.",
  done: "Het gesprek vertrekt naar uw adres. Dat kan enkele minuten duren.",
};

export const search = {
  label: "Zoek",
  next: "Zoek verder",
  close: "Sluit het zoeken",
  found: (place: number, count: number) => `Gevonden: ${place} van ${count}.`,
  nothing: "Niets gevonden in dit gesprek.",
};

export const copy = {
  copy: "Kopieer",
  copied: "Gekopieerd",
  failed: "Kopiëren is niet gelukt",
};

export const ending = {
  warning: "U bent al een tijd stil. Over 5 minuten sluiten wij dit gesprek.",
  goOn: "Ga verder",
};

export const erase = {
  question: "Dit gesprek wissen?",
  consequence: "Alle berichten van dit gesprek worden verwijderd. U kunt ze daarna niet meer terughalen.",
  confirm: "Wis dit gesprek",
  cancel: "Niet wissen",
  done: "Het gesprek is gewist. U begint een nieuw gesprek.",
  failed: "Wissen is niet gelukt. Probeer het opnieuw.",
};

export const log = {
  label: "Gesprek",
  today: "Vandaag",
  fresh: "Nieuw",
  you: "U",
  bot: "Wegwijs",
  botRole: "automatische assistent",
  staff: "Medewerker",
  system: "Melding",
  pending: "wordt verzonden",
  delayed: "nog niet verzonden, wij proberen het opnieuw",
  rejected: "niet verzonden",
  masked: "Wij hebben persoonsgegevens weggelaten.",
  sealed: "Uw contactgegevens zijn versleuteld bewaard voor de helpdesk, niet in dit gesprek.",
};

export const reply = {
  detail: "Meer uitleg",
  sources: "Bronnen",
  newWindow: "opent in een nieuw venster",
  referral: "U kunt terecht bij",
  contacts: "Meer weten",
  phone: "Bel",
  mail: "Mail",
  visit: "Naar de website",
  reviewed: (date: string) => `Nagekeken op ${date}`,
  stale: (date: string) => `Laatst nagekeken op ${date}. Deze tekst kan verouderd zijn: kijk ook in de bronnen.`,
  staleUndated: "Deze tekst kan verouderd zijn: kijk ook in de bronnen.",
  urgent: "Dringend",
  choices: "Kies een antwoord",
  chosen: "gekozen",
  step: (step: number, steps: number) => `Stap ${step} van ${steps}`,
};

export const feedback = {
  question: "Was dit nuttig?",
  verdicts: { yes: "Ja", no: "Nee" },
  why: "Wat kan beter?",
  reasons: {
    niet_gevraagd: "Gaat niet over mijn vraag",
    onduidelijk: "Moeilijk te begrijpen",
    onvolledig: "Er ontbreekt iets",
    onjuist: "Klopt niet",
  },
  thanks: "Bedankt, wij nemen dit mee.",
  failed: "Uw antwoord is niet bewaard. Probeer het opnieuw.",
};

export const composer = {
  label: "Uw vraag",
  placeholder: "Typ hier uw vraag",
  answer: "Typ hier uw antwoord",
  send: "Verzend",
  left: (count: number) => (count === 1 ? "Nog 1 teken" : `Nog ${count} tekens`),
  tooLong: (count: number) => `Uw bericht is ${count} ${count === 1 ? "teken" : "tekens"} te lang. Maak het korter.`,
  personal: "Dit lijkt op een persoonsgegeven. Laat het liever weg.",
  sealing: "Uw contactgegevens worden versleuteld en staan niet in het gesprek.",
  preview: "Toon wat bewaard wordt",
  previewed: (text: string) => `Zo wordt uw bericht bewaard: ${text}`,
  notPreviewed: "Dat kan nu niet getoond worden. Herkende gegevens worden in elk geval vervangen voor er iets bewaard wordt.",
};

export const status = {
  unread,
  offline: "Geen verbinding. Wij proberen het opnieuw…",
  online: "De verbinding is hersteld.",
  typing: "Wegwijs zoekt een antwoord…",
  slow: "Dit duurt langer dan gewoonlijk. Uw vraag is goed ontvangen…",
  handover: "Uw vraag gaat naar een medewerker.",
  gone: "Uw vorige gesprek is niet meer bewaard. U begint een nieuw gesprek.",
  failed: "Dat is niet gelukt. Probeer het opnieuw.",
};

export const person = {
  waiting: "U wacht op een medewerker.",
  place: (place: number) => (place === 1 ? "U bent als eerste aan de beurt." : `U staat op plaats ${place} in de rij.`),
  wait: (wait: string) => `U wacht naar verwachting ${wait}.`,
  unknown: "Hoelang u nog wacht, kunnen wij niet zeggen.",
  cancel: "Niet meer wachten",
  staff: "Een medewerker van de helpdesk leest mee en antwoordt u.",
};

export const closed = {
  notice: "Dit gesprek is afgesloten.",
  goOn: "U kunt verder met de automatische assistent.",
  restart: "Nieuw gesprek",
};

export const states = {
  bot: "U spreekt weer met de automatische assistent.",
  waiting: "Uw vraag staat klaar voor een medewerker.",
  staff: "Een medewerker neemt het gesprek over.",
  closed: "Het gesprek is afgesloten.",
};
