"""Profiles on social media: addresses of profiles, @handles, and names after "insta" or "snap".

Format: the address schemes and the rules for user names in the help pages of Facebook, Instagram,
TikTok, X, Snapchat, Telegram, YouTube, LinkedIn and Discord (letters, digits, point and underscore;
3 to 32 signs). Accounts of institutions stay readable (`lists/instellingen.txt`): questions are
about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.spans import Kind, Span
from bot.privacy.wordlists import words

_URL = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:[a-z]{1,3}[.-])?(?:[a-z]{2}-[a-z]{2}\.)?"
    r"(?:(?:facebook|fb|instagram|twitter|x|threads|vk|twitch|pinterest)\.(?:com|me|net|tv)/|"
    r"tiktok\.com/@|snapchat\.com/(?:add|@)/?|"
    r"(?:t|telegram)\.me/|youtube\.com/(?:@|channel/|c/|user/)|linkedin\.com/in/|"
    r"discord(?:app)?\.(?:gg|com/(?:users|invite))/|"
    r"reddit\.com/u(?:ser)?/|wa\.me/)"
    r"(?P<handle>[\w.@%+\-]{2,100})(?:[/?#][\w.@%\-/?#&=+]{0,200})?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/+\-])@(?P<handle>\w(?:[\w.]{1,31})\w)(?![@\w])(?!\.\w)")
_NETWORK = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|tt|twitter|telegram|discord|facebook|fb|"
    r"messenger|signal|wickr|twitch|steam|psn|"
    r"youtube|roblox|tele)"
)
_ACCOUNT = (
    r"(?:gebruikers?naam|username|user|nickname|nick|schuilnaam|profiel(?:naam)?|account(?:naam)?|"
    r"gamertag|alias|handle)"
)
_LEAD = (
    rf"\b(?:{_NETWORK}(?:[- ]?(?:{_ACCOUNT}|naam|pagina))?|{_ACCOUNT})(?: (?:is|als|onder|met|op|heet|naam|de|het|"
    rf"zijn|haar|account|van|hem|"
    rf"noemt|zich|{_ACCOUNT}|{_NETWORK})){{0,4}}"
)
# Behind the word anything that looks made up: with a digit, an underscore or a point inside, or
# Discord's #1234.
_NAMED = re.compile(
    rf"{_LEAD}(?: ?[:=] ?| )[\"'(]?(?P<value>@?(?=[\w.]*(?:\d|_|"
    rf"\.\w))[a-z0-9_][\w.]{{1,31}}\w(?:#\d{{4}})?)(?!\w)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    rf"{_LEAD}(?: ?[:=] ?| )[\"'](?P<value>\w[\w .-]{{1,28}}\w)[\"']", re.IGNORECASE
)
# With a colon behind a short word or behind "zijn insta", a plain word will do.
_COLON = re.compile(
    r"\b(?:(?:insta|ig|snap|snapchat|tt|fb|gebruikersnaam|username|gamertag|nickname|accountnaam|"
    r"profielnaam)|"
    rf"(?:zijn|haar|mijn|hun|diens|z'n) {_NETWORK})(?:[- ]?(?:naam|account|"
    rf"profiel))? ?[:=] ?[\"']?(?P<value>@?[\w.]{{2,31}}\w)",
    re.IGNORECASE,
)
# "op twitch gaat hij door het leven als xx_wolf_xx", "xx_wolf_xx op snap"
_MADE_UP = r"(?=\w*[^\W\d])(?=[\w.]*(?:\d|_))(?!\d)[\w.]{2,31}\w"
_DISTANT = re.compile(
    rf"\b{_NETWORK}\b[^.!?\n]{{0,60}}\b(?:als|heet|naam|zich|onder|zichzelf|is)"
    rf" [\"'(]?(?P<value>{_MADE_UP})(?![\w-])",
    re.IGNORECASE,
)
_ON = rf"(?:op|bij|via|\()(?: zijn| haar)? ?{_NETWORK}\b"
_BEHIND = re.compile(rf"(?<![\w/.@-])(?P<value>{_MADE_UP})[\"')]? ?{_ON}", re.IGNORECASE)
_DISCORD = re.compile(r"(?<![\w#])(?P<value>[a-z][\w.]{1,31}#\d{4})(?!\w)", re.IGNORECASE)
_SOME = (
    (re.compile(rf"\b(?:{_NETWORK}|{_ACCOUNT})"), (_NAMED, _QUOTED, _COLON, _DISTANT)),
    (re.compile(_ON), (_BEHIND,)),
    (re.compile("#"), (_DISCORD,)),
)
"""Patterns behind what every text that they match holds, in small letters: it is quickly seen to be missing."""
_NO_VALUE = re.compile(
    r"(?:\d+(?:[.,]\d+)*|\d+u\d*|\d+(?:e|de|ste)|[\w-]+\.(?:be|com|nl|org|eu|net|fr)|"
    r"(?:19|20)\d\d|g?een|het|de|wat|hoe|niet|geen|waar|wie|kan|mag|zijn|onbekend|nog|voor|ook|"
    r"wel|privé|verwijderd|open|gesloten|"
    r"ja|nee|zie|volgt|moet|dat|dit|die|met|en|of|als|op|in)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Profiles, the ones of institutions left out."""
    for match in _URL.finditer(text) if "/" in text else ():
        end = match.start() + len(match[0].rstrip(".-?&=#"))
        if not _institution(match["handle"]):
            yield Span(match.start(), end, Kind.SOCIALEMEDIA)
    for match in _HANDLE.finditer(text) if "@" in text else ():
        handle = match["handle"]
        if (
            not _institution(handle)
            and re.search(r"[^\W\d]", handle)
            and not _NO_VALUE.fullmatch(handle)
        ):
            yield Span(match.start(), match.end(), Kind.SOCIALEMEDIA)
    # A Turkish i is an i to a pattern that reads over capitals.
    small = text.replace("ı", "i").replace("İ", "i").lower()
    for pattern in (one for sign, some in _SOME if sign.search(small) for one in some):
        for match in pattern.finditer(text):
            value = match["value"]
            if not _institution(value) and not _NO_VALUE.fullmatch(value):
                yield Span(match.start("value"), match.end("value"), Kind.SOCIALEMEDIA)


def _institution(handle: str) -> bool:
    """Whether the account belongs to an institution, or the path to the network itself."""
    name = re.sub(r"[\W_]", "", handle).casefold()
    return name in words("instellingen") or bool(
        re.match(r"(?:politie|ocmw|gemeente|stad)[a-z]{4,}$", name)
    )
