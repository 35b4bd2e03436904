"""Texts that are about the same, by the pieces of words they share: without a model, so also beside any topic."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

_APART = 0.8
"""Mean distance (1 minus the cosine) from which two groups stay two; chosen on made questions."""

_WORD = re.compile(r"\w+")
_PLACEHOLDER = re.compile(r"\[[A-Z]+-\d+\]")


def alike(texts: Sequence[str]) -> list[list[int]]:
    """Places of the texts by group, the largest group first, the most typical text of each group first."""
    words = [" ".join(telling(one)) for one in texts]
    told = [place for place, one in enumerate(words) if one]
    if len(told) < 2:
        return [[place] for place in range(len(texts))]
    # Only the page that asks for it waits for these imports.
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    pieces = vectors.fit_transform([words[place] for place in told])
    near = (pieces @ pieces.T).toarray()
    cut = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=_APART
    )
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for row, group in enumerate(cut.fit_predict(1 - near)):
        groups[group].append(row)
    found = [
        [told[row] for row in sorted(rows, key=lambda row: (-near[row][rows].sum(), row))]
        for rows in groups.values()
    ]
    found += [[place] for place, one in enumerate(words) if not one]
    return sorted(found, key=lambda places: (-len(places), min(places)))


def telling(text: str) -> list[str]:
    """The words that say what a text is about: no placeholders of the filter, and no words that any text has."""
    from spacy.lang.nl.stop_words import STOP_WORDS

    words = _WORD.findall(_PLACEHOLDER.sub(" ", text).casefold())
    return [one for one in words if one not in STOP_WORDS]
