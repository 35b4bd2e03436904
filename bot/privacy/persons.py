"""Which names are the same person, so that [PERSOON-1] stays that person in a conversation, without keeping a name.

Of each name only keyed hashes are kept. The key comes from the visitor's secret token, of which the
database holds no more than a hash: who has the database, or even the server's disk, cannot try names
on it. The visitor's next message brings the token again, also to another replica or after a restart.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain

from bot.privacy.folding import fold
from bot.privacy.names.lexicon import fold_name, items

_SHORTEST_SLIP = 5
"""Letters from which a letter too few, too many or exchanged is taken for a slip."""
_OTHER_LETTER = 5
"""Letters inside a word from which even another letter is: "Hamid" and "Hamed" are two persons."""

Part = dict[str, list[str]]
"""Hashes of one word of a name: `is` itself, `near` with a letter left out, `initial` its first letter."""


@dataclass
class Persons:
    """The persons of one conversation, by number."""

    key: bytes
    known: dict[int, list[Part]] = field(default_factory=dict)

    @classmethod
    def alone(cls) -> Persons:
        """For a text without a conversation."""
        return cls(secrets.token_bytes(16))

    @classmethod
    def of_conversation(cls, token: str, stored: dict[str, list[Part]] | None) -> Persons:
        """Those that were stored, readable with the visitor's token only."""
        key = hmac.digest(token.encode(), b"persons of this conversation", "sha256")
        return cls(key, {int(number): parts for number, parts in (stored or {}).items()})

    @classmethod
    def beside(cls, stored: dict[str, list[Part]] | None) -> Persons:
        """For a colleague, who has no token of the visitor's: nobody is known again, and no number is given twice."""
        return cls(
            secrets.token_bytes(16),
            {int(number): parts for number, parts in (stored or {}).items()},
        )

    def stored(self) -> dict[str, list[Part]]:
        """What is kept with the conversation."""
        return {str(number): parts for number, parts in self.known.items()}

    def number(self, name: str, *, above: int, other_than: int = 0) -> int:
        """The number of a name; a new person gets the first number that is free and higher than `above`.

        `other_than` is a person who is named beside it, and so is somebody else however alike the names are.
        """
        parts = self._parts(name)
        number = self._known_as(parts, other_than)
        if not number:
            number = max([above, *self.known]) + 1
            self.known[number] = parts
        elif len(parts) > len(self.known[number]):
            self.known[number] = parts
        return number

    def knows(self, name: str) -> bool:
        """Whether every word of the name is, as it is written, that of one of the persons."""
        parts = self._parts(name)
        return any(
            len(parts) <= len(others) and _same(parts, others, _equal)
            for others in self.known.values()
        )

    def _known_as(self, parts: list[Part], other_than: int) -> int:
        """The number of the person whose name is most like these words, or 0: the same, part of it, a slip away."""
        others = {number: one for number, one in self.known.items() if number != other_than}
        whole = (
            number
            for number, one in others.items()
            if len(one) == len(parts) and _same(parts, one, _equal)
        )
        exact = (number for number, one in others.items() if _same(parts, one, _equal))
        slip = (number for number, one in others.items() if _same(parts, one, _alike))
        return next(chain(whole, exact, slip), 0)

    def _parts(self, name: str) -> list[Part]:
        parts: list[Part] = []
        initials: list[str] = []
        words = re.findall(r"[^\W\d_]+", fold_name(fold(name).text))
        for word in words:
            initials.append(self._hash(f"initial {word[0]}"))
            if word in items("namen/tussenvoegsel") and len(words) > 1:
                continue
            parts.append(self._part(word) | {"initial": initials})
            initials = []
        return parts or [self._part(name)]

    def _part(self, word: str) -> Part:
        if len(word) == 1:
            return {"is": [], "near": []}
        # "Karims" is also Karim's; exchanged letters leave first letter and letters the same.
        owner = word.endswith("s") and len(word) > 3
        stems = [word, word[:-1]] if owner or _silent_e(word) else [word]
        near = [word[:i] + word[i + 1 :] for i in range(1, len(word) - 1)]
        slips = [*near, f"{word[0]} {''.join(sorted(word))}"] if len(word) >= _SHORTEST_SLIP else []
        return {
            "is": [self._hash(one) for one in stems],
            "near": [self._hash(one) for one in dict.fromkeys(slips)],
        }

    def _hash(self, text: str) -> str:
        return hmac.new(self.key, text.encode(), hashlib.sha256).hexdigest()[:16]


def _silent_e(word: str) -> bool:
    """Whether a name is written with and without a French "e": "Yassine", but not "Martine", who is no Martin."""
    return word.endswith("e") and word in items("namen/voornaam-marokkaans")


def _same(some: list[Part], others: list[Part], alike: Callable[[Part, Part], bool]) -> bool:
    """Whether all words of the shorter name are in the longer one."""
    short, long = sorted((some, others), key=len)
    left = list(long)
    for part in short:
        match = next((one for one in left if alike(part, one)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _equal(one: Part, other: Part) -> bool:
    return bool(set(one["is"]) & set(other["is"]))


def _alike(one: Part, other: Part) -> bool:
    if not one["is"] or not other["is"]:
        return bool(set(one["initial"]) & set(other["initial"]))
    exact, others = set(one["is"]), set(other["is"])
    near, nears = set(one["near"]), set(other["near"])
    if exact & (others | nears) or near & others:
        return True
    # The last of them says that only the order of the letters differs.
    if near and nears and one["near"][-1] == other["near"][-1]:
        return True
    return min(len(near), len(nears)) > _OTHER_LETTER and bool(near & nears)
