"""Ordinary words of German and Turkish, which the filter would take for names because no Dutch dictionary has them.

Only what cannot be a name is here: `lists/namen/andere-talen.txt` holds none of the names of the other lists, and the
endings are those of Turkish verbs. A name in such a text is masked as ever.
"""

from __future__ import annotations

import re

from bot.privacy.names.lexicon import fold_name, items

_TURKISH_VERB = re.compile(
    r".{2,}(?:[iu]yor(?:um|uz|sun|sunuz|lar|du|dum)|[ae]bilir(?:im|iz|sin|siniz|mi)?"
    r"|m[ae]liyim|acagim|ecegim|acagiz|ecegiz)$"
)


def is_foreign_word(word: str) -> bool:
    """Whether a word is an ordinary one of German or Turkish."""
    plain = fold_name(word)
    return plain in items("namen/andere-talen") or _TURKISH_VERB.match(plain) is not None
