"""The Markdown subset of replies as HTML, and as text without its marks."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_LISTS = ("bullet_list", "ordered_list")


def as_html(text: str) -> Markup:
    """As HTML. Raw HTML in it is shown as text, and javascript: links are none."""
    return Markup(_MARKDOWN.render(text))  # noqa: S704 - markdown-it escapes HTML


def as_text(text: str) -> str:
    """As one types it in a mail: no bold, items behind a dash or a number, a link's address behind its words."""
    root = SyntaxTreeNode(_MARKDOWN.parse(text))
    return "\n\n".join(_block(one) for one in root.children)


def _block(node: SyntaxTreeNode) -> str:
    if node.type in _LISTS:
        first = int(node.attrs.get("start", 1))
        marks = (
            f"{first + place}." if node.type == "ordered_list" else "-"
            for place in range(len(node.children))
        )
        return "\n".join(
            f"{mark} {_block(item)}" for mark, item in zip(marks, node.children, strict=True)
        )
    if node.type == "inline":
        return "".join(_inline(one) for one in node.children)
    if not node.children:
        return node.content.rstrip("\n")
    return "\n".join(_block(one) for one in node.children)


def _inline(node: SyntaxTreeNode) -> str:
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    if not node.children:
        return node.content
    said = "".join(_inline(one) for one in node.children)
    if node.type != "link" or node.attrs["href"] == said:
        return said
    return f"{said} ({node.attrs['href']})"
