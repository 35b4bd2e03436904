"""What a colleague may register exists: the municipality, the topic."""

from __future__ import annotations

from bot.errors import InvalidInput
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library


def check_municipality(library: Library, municipality: str | None) -> None:
    """Raises InvalidInput for a NIS code of no municipality; unknown is allowed."""
    if municipality is not None and municipality not in library.municipalities:
        raise InvalidInput("Deze gemeente bestaat niet.")


def check_topic(library: Library, topic: TopicId | None) -> str | None:
    """The nature of a topic, None when unknown; raises InvalidInput for one that is not in the catalogue."""
    if topic is None:
        return None
    known = library.catalogue.topics.get(topic)
    if known is None:
        raise InvalidInput("Dit onderwerp bestaat niet.")
    return known.nature
