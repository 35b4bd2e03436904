"""Ages, where a masked person is spoken of: "Yassine, 17", "de 15-jarige Mehdi", "Fatima, een meisje van 14".

There is no source for the format beyond the ways in which people write. An age alone points to nobody and
stays; beside a name it helps to tell who it is. Numbers of articles, hours, amounts and years of service
stay, since a question is about them: a number counts only behind words that give somebody an age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.folding import PERSON
from bot.privacy.recognisers.beside import about_persons
from bot.privacy.spans import Kind, Span

_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_WORDS = (
    rf"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:{_TENS})|"
    r"dertien|veertien|(?:vijf|zes|zeven|acht|negen)(?:tien)?|tien|elf|twaalf|drie|vier"
)
_NUMBER = rf"(?:[1-9]\d?|{_WORDS})"
_UNIT = r"(?: ?(?:jaar(?:tjes)?|jaren|jr\.?|j\.?|ans|years?|jahre)(?!\w)(?P<old> (?:oud|jong|old|alt)(?!\w))?)"
_END = (
    r"(?= ?(?:[;)\]!?]|[,/](?!\d)|-(?!\w)|\.(?!\d)|$)| (?:die|en|maar|uit|van|woont|woonachtig|zit|zegt|praat|"
    r"spreekt|wil|is|was|werd|wordt|heeft|gaat|loopt|volgt|komt|stuurt|post|deelt|leerlinge?|student|scholier|man|vrouw|jongen|meisje|hij|"
    r"ze|zij|dus|want|toen|geworden|school|adres|klas|komen|gaan|zitten|willen|"
    r"zonder|bekeerd|geradicaliseerd|werkt|werkloos|nu|maakt|doet|kijkt)(?! ?\d)(?!\w))"
)
_CANDIDATE = re.compile(
    rf"(?<![\w€$+<>°])(?<!\d[.,/:\-])(?P<number>{_NUMBER})(?:"
    # "17-jarige", but not "16-jarigen", who are many, nor a "driejarige opleiding".
    r"(?P<aged>[ -]?jarige?)(?!\w)(?! (?:\w+ )?(?:opleiding|bachelor|master|project|plan|contract|mandaat|bestaan|"
    r"overeenkomst|samenwerking|periode|traject|straf|celstraf|cyclus|huwelijk|jubileum|relatie|cursus|graduaat)(?!\w))|"
    rf"(?P<compact>j)(?!\w)|(?P<ordinal>de|ste|e)(?![\w-])|"
    rf"(?P<more> ?(?:à|a|of|/|-|en) ?{_NUMBER})?(?:{_UNIT}|{_END}))",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"jongen|jongetje|jongeman|jongere|meisje|meiske|leerlinge?|scholier|student|man|vrouw|zoon(?:tje)?|"
    r"dochter(?:tje)?|broer(?:tje)?|zus(?:je|ter)?|neef(?:je)?|nicht(?:je)?|kind|kerel|gast|vriend(?:in|je)?|"
    r"kleinzoon|kleindochter|puber|tiener|collega|cli[eë]nte?|inwoner|speler|buurman|buurvrouw|buurjongen|"
    r"buurmeisje|papa|vader|mama|moeder|dame|heer|iemand|bekeerlinge?|kleuter|bewoner|persoon|verdachte"
)
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_ABOUT = (
    r"(?:(?:pas|net|nog|maar|amper|bijna|ongeveer|zo'n|rond(?: de)?|nu|al|ook|ca\.?|circa|ondertussen|intussen|"
    rf"inmiddels|slechts|juist|nauwelijks|toen|binnenkort|dit jaar|volgend jaar|dus|in (?:{_MONTH})|m|v|x|man|"
    r"vrouw|jongen|meisje|leeftijd)[ ,;/]{1,2}){0,3}"
)
_GAP = r" ?[,(;:/\-]{1,2} ?| "
_BESIDE = re.compile(rf"(?:{PERSON}|\b(?:{_SOMEBODY}))(?:{_GAP}){_ABOUT}$", re.IGNORECASE)
"""What stands right before the number when it is given to somebody without a verb: "Yassine (m, "."""
_OF = re.compile(
    rf"(?:{PERSON}|\b(?:{_SOMEBODY})(?: {PERSON})?),? (?:\w+ )?van {_ABOUT}$", re.IGNORECASE
)
_LABEL = re.compile(r"\bleeftijd(?: van| is)?[ :]{1,3}(?:van )?" + _ABOUT + "$", re.IGNORECASE)
_SUBJECT = rf"(?:{PERSON}|\b(?:hij|zij|ze|die|ie|{_SOMEBODY})\b)"
_IS = re.compile(
    rf"(?:{_SUBJECT}[^.!?,;]{{0,30}}?[ ,]|^ ?)\b(?:is|wordt|werd|was|word|ben|zijn|waren) {_ABOUT}$",
    re.IGNORECASE,
)
_BECOMES = re.compile(rf"\b(?:wordt|werd|word) {_ABOUT}$", re.IGNORECASE)
_WHEN = re.compile(rf"{_SUBJECT},? {_ABOUT}$", re.IGNORECASE)
"""Before a number that its verb follows: "toen hij 16 was", "die nog maar veertien is"."""
_WHEN_IS = re.compile(r" (?:is|was|wordt|werd|zijn|waren)(?!\w)", re.IGNORECASE)
_APART = re.compile(rf"[,(;] ?{_ABOUT}$|(?<= )- {_ABOUT}$", re.IGNORECASE)
"""A comma before and an end behind: "Jan uit Aalst, 16 jaar, deelt filmpjes"."""
_BIRTHDAY = re.compile(r"\bop (?:zijn|haar|z'n|hun) $", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:vanaf|tot|onder|boven|tussen|dan|minimum|maximum|minstens|jongeren|kinderen|straf|cel|gevangenis\w*|"
    r"celstraf|moet je|men)\b[^.!?;]{0,12}$",
    re.IGNORECASE,
)
_LASTED = re.compile(
    r" (?:lid|weg|bij|in|op|aan|actief|vast|werk\w*|getrouwd|gehuwd|samen|ziek|geschorst|thuis|vrijwillig\w*|"
    r"voorzitter|directeur|leerkracht|bezig|clean|vrij|cel\w*|effectief|gevangenis\w*|straf|lang|verslaafd|"
    r"verdwenen|trainer|coach|imam|burgemeester|schepen|collega|ervaring|opgesloten|gescheiden|ouder|jonger|verder|"
    r"terug|voor|hier|de|onze?|mijn|met|zonder|niet|geen)(?!\w)",
    re.IGNORECASE,
)
"""Behind "is 12 jaar": it lasts so long, and is no age."""
_AGO = re.compile(r" (?:geleden|later|lang|eerder|daarvoor|daarna)(?!\w)", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:al|reeds|sinds) $", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r" ?(?:[,;).!?]|- |$)")
_YOUNGEST = 6
"""Without "jaar" a lower number beside a name seldom is an age."""
_LINE = re.compile(r"\n(?=[A-Z\d*-]|\w+ ?:)")
"""A line end that is no wrapped line, but the next of some notes."""
_BACK = 70


def find(text: str) -> Iterator[Span]:
    """Ages in the sentences that speak of a masked person."""
    for start, end in about_persons(text):
        sentence = _LINE.sub(";", text[start:end]).replace("\n", " ").replace("\t", " ")
        for match in _CANDIDATE.finditer(sentence):
            if _is_age(sentence, match):
                yield Span(start + match.start(), start + match.end(), Kind.LEEFTIJD)


def _is_age(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words around a number make it the age of somebody."""
    before = sentence[max(0, match.start() - _BACK) : match.start()]
    if match["aged"] or match["compact"]:
        return True
    if match["ordinal"]:
        return _BIRTHDAY.search(before) is not None
    if match["old"]:
        return not _LIMIT.search(before)
    unit = match[0] != match["number"] + (match["more"] or "")
    if unit and (
        _AGO.match(sentence, match.end())
        or (_ALREADY.search(before) and not _CLAUSE_ENDS.match(sentence, match.end()))
    ):
        return False
    if not unit and (_low(match["number"]) or before.endswith((":", ": "))):
        return _LABEL.search(before) is not None
    if _BESIDE.search(before) or _OF.search(before) or _LABEL.search(before):
        return not (unit and _LASTED.match(sentence, match.end()))
    if _WHEN_IS.match(sentence, match.end()) and _WHEN.search(before):
        return True
    if _IS.search(before):
        return _BECOMES.search(before) is not None or not _LASTED.match(sentence, match.end())
    return unit and bool(
        _APART.search(before)
        and _CLAUSE_ENDS.match(sentence, match.end())
        and not _LIMIT.search(before)
    )


def _low(number: str) -> bool:
    return number.isdigit() and int(number) < _YOUNGEST
