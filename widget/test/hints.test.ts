import assert from "node:assert/strict";
import { test } from "node:test";
import { looksPersonal } from "../src/panel/text/hints";

const PERSONAL = [
  "mail mij op an.peeters@voorbeeld.be",
  "85.07.30-033.28", "85073003328", "85 07 30 033 28",
  "0470 12 34 56", "0470/12.34.56", "0470123456", "02 123 45 67", "+32 470 12 34 56", "0032470123456", "+32 (0)2 123 45 67",
  "BE68 5390 0754 7034", "be68539007547034",
  "Fatima El Amrani vraagt raad", "het gaat over Wim Verbruggen", "wij kennen Yassine E. goed", "ik heet samira", "dokter Claes belde",
  "hij is geboren op 12/03/2008",
  "Karim is 16", "Yassine, 17, praat over vertrekken", "Elif (15) komt niet meer", "mijn zoon karim kijkt filmpjes", "juf roos weet het niet",
  "meneer peeters is boos", "onze leerling wout", "een jongen genaamd bilal", "hij woont kerkstraat 12", "Stationsstraat nr. 4",
  "rijksregisternummer 85.07.30-033.2", "paspoort EA 123456",
];

const NOT_PERSONAL = [
  "Wat is OCAD?", "de omzendbrief van 2015", "23/11/2026", "artikel 458 van het strafwetboek", "112 of 101", "tussen 2019 en 2026",
  "KB van 23 november 2026", "2000 Antwerpen", "niveau 3 op 4", "er kwamen 1.250 mensen",
  "Wat doet het Agentschap Binnenlands Bestuur?", "de Vlaamse Regering beslist", "Beste Wegwijs, hoe gaat het?", "Wie is de minister?",
  "mijn zoon is veranderd", "onze leerling heeft een vraag", "meneer wil niet praten", "Het is 12 uur", "Artikel, 12 keer gelezen",
  "in de Kerkstraat hangen stickers", "mijn dochter krijgt berichten", "mijn paspoort is kwijt sinds 2019", "Niveau is 3",
];

for (const text of PERSONAL) test(`a hint for: ${text}`, () => assert.equal(looksPersonal(text), true));
for (const text of NOT_PERSONAL) test(`no hint for: ${text}`, () => assert.equal(looksPersonal(text), false));
