"""What anyone would try first: TF-IDF of words and characters, and logistic regression, all of scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from bot.nlu.decisions import Ranking
from bot.nlu.trainingdata import Example


class NGrams:
    """Words alone and in pairs beside character n-grams of 2 to 5 within words."""

    def __init__(self) -> None:
        views = [
            ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
            ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)),
        ]  # fmt: skip
        learner = LogisticRegression(C=20, max_iter=300)
        self._pipeline = Pipeline([("views", FeatureUnion(views)), ("learner", learner)])

    def fit(self, examples: Sequence[Example]) -> None:
        """Learn."""
        texts = [self.prepare(one.text) for one in examples]
        self._pipeline.fit(texts, [one.intent for one in examples])

    def rank(self, text: str) -> Ranking:
        """Every intent."""
        shares = self._pipeline.predict_proba([self.prepare(text)])[0]
        return sorted(
            zip(self._pipeline.classes_, map(float, shares), strict=True), key=lambda one: -one[1]
        )

    def prepare(self, text: str) -> str:
        """The text that is counted."""
        return text
