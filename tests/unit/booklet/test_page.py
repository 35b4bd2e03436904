"""The booklet holds every text of the knowledge, and needs nothing from outside."""

from __future__ import annotations

import html
import re
import shutil
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from bot.answers.languages import only_dutch
from bot.booklet.page import render
from bot.cli import main
from bot.knowledge.library import Library, load_library
from bot.safety.card import Danger, card
from bot.settings import PROJECT

TODAY = date(2026, 11, 25)
LIBRARY = load_library(PROJECT / "knowledge")
VOID = {"meta", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """What stands on the page: plain text, tags with attributes, headings with their level."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.levels: list[int] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data):
        self.words += data.split()

    @property
    def text(self) -> str:
        """The whole page as running words."""
        return " ".join(self.words)


def made(library: Library = LIBRARY, today: date = TODAY) -> str:
    """The page of the project's own knowledge."""
    topics = PROJECT / "knowledge/topics.yml"
    return render(library, domain=PROJECT / "domain.yml", topics=topics, today=today)


@cache
def page() -> Page:
    """It, read."""
    return Page(made())


def plain(markdown: str) -> str:
    """The words of a text without the marks of lists, bold and links, as the page splits them."""
    text = re.sub(r"^\s*(-|\d+\.)\s", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    return re.sub(r"\s+", "", html.unescape(text))


def squeezed() -> str:
    """The words of the page, without spaces: those around bold words and links differ."""
    return "".join(page().words)


@pytest.mark.parametrize("topic", LIBRARY.articles)
def test_every_word_of_every_article_is_in_the_booklet(topic: str) -> None:
    article = LIBRARY.articles[topic]
    for text in (article.title, article.short, article.long, *article.variants.values()):
        assert plain(text) in squeezed()
    for fact in article.to_verify:
        assert plain(fact.fact) in squeezed()
    for source in article.sources:
        assert plain(source.title) in squeezed()
        assert source.url in page().text


@pytest.mark.parametrize("contact", LIBRARY.contacts)
def test_every_contact_is_in_the_booklet(contact: str) -> None:
    one = LIBRARY.contacts[contact]
    for text in (one.name, one.what_for, one.url, one.phone or "", one.email or ""):
        assert plain(text) in squeezed()


def test_cards_fixed_answers_and_other_languages_are_in_the_booklet() -> None:
    texts = [*(card(one).text for one in Danger), only_dutch("ar").text]
    said = "Tot ziens. U kunt hier altijd terugkomen met een nieuwe vraag."
    for text in (*texts, said):
        assert plain(text) in squeezed()
    assert {attributes["lang"] for _, attributes in page().tags if "lang" in attributes} == {
        *("nl-BE", "fr", "en", "de", "tr", "ar")
    }


def test_every_line_of_the_contents_leads_somewhere() -> None:
    ids = [attributes["id"] for _, attributes in page().tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = [a["href"] for tag, a in page().tags if tag == "a" and a["href"].startswith("#")]
    assert {f"#{topic}" for topic in LIBRARY.articles} <= set(inner)
    assert {one.removeprefix("#") for one in inner} <= set(ids)


def test_no_level_of_headings_is_skipped() -> None:
    levels = page().levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_asks_nothing_from_outside_and_runs_no_script() -> None:
    tags = {tag for tag, _ in page().tags}
    assert not tags & {"script", "img", "link", "iframe"}
    assert "url(" not in made()
    policies = [a["content"] for _, a in page().tags if a.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_an_answer_past_its_date_is_marked() -> None:
    assert "datum is voorbij" not in page().text
    late = Page(made(today=date(2027, 2, 24)))
    assert "De datum is voorbij: opnieuw na te kijken sinds 23 februari 2027." in late.text


def test_html_in_a_text_is_shown_and_not_run(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "knowledge", tmp_path / "knowledge")
    article = tmp_path / "knowledge/answers/ocad.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("# Meer\n", "# Meer\n\n<script>x</script>\n"), encoding="utf-8")
    found = Page(made(load_library(tmp_path / "knowledge")))
    assert "script" not in {tag for tag, _ in found.tags}
    assert "<script>x</script>" in found.text


def test_the_command_writes_the_booklet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "leesbundel.html"
    assert main(["booklet", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert "Alle antwoorden van Wegwijs" in out.read_text(encoding="utf-8")
    assert main(["booklet"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_another_form_is_wrong_use() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["booklet", "--format", "docx"])
    assert stopped.value.code == 2


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["booklet", "--out", str(tmp_path / "nergens/bundel.html")]) == 1
    assert "wegwijs booklet: kan " in capsys.readouterr().err
