"""What the intent model is made of: weights of the likenesses and factors of the two machines, as measured.

The values are those of docs/decisions/0004-kernel-machines-for-intents.md; `python -m benchmarks.pipelines` leaves
parts out to see what each brings.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """Stored with the model, so that it is read as it was trained."""

    words: float = 0.7
    """Weight in the kernel of lemmas that two texts share."""
    characters: float = 1.0
    """Weight of the character n-grams that they share."""
    vectors: float = 0.3
    """Weight of their likeness by the word vectors that were learnt here."""
    pretrained: float = 0.5
    """Weight of their likeness by vectors of a spaCy package, where config.yml names one; not measured here."""
    compounds: bool = True
    """Whether compounds are cut."""
    of_ridge: float = 7.0
    """Factor on the scores of ridge regression; 0 leaves it out."""
    of_logistic: float = 1.0
    """Factor on the scores of logistic regression; 0 leaves it out."""
    of_mean: float = 0.7
    """Factor on the sum of their log-probabilities; the three factors were fitted leaving one author out."""

    def total(self, *, pretrained: bool) -> float:
        """What the weights sum to, so that a text is as like itself as 1."""
        near = self.words + self.characters + self.vectors
        return near + self.pretrained if pretrained else near
