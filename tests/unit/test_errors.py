"""What the system refuses is told in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import web

from bot.errors import why


async def test_a_port_that_is_taken_is_told_in_dutch():
    runner = web.AppRunner(web.Application())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    with pytest.raises(OSError) as taken:
        await web.TCPSite(runner, "127.0.0.1", port).start()
    assert why(taken.value) == "die poort is al in gebruik"
    await runner.cleanup()


def test_a_file_that_is_not_there_is_told_in_dutch(tmp_path: Path):
    with pytest.raises(OSError) as gone:
        (tmp_path / "weg").read_text()
    assert why(gone.value) == "die map of dat bestand bestaat niet"


def test_what_has_no_words_keeps_the_name_of_its_error():
    assert why(OSError(5, "Input/output error")) == "EIO"
    assert why(OSError("vreemd")) == "OSError"
