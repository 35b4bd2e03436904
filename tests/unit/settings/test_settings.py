"""A wrong setting is named in Dutch; none ends in a traceback later."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.settings import Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEGWIJS_ENGINES", "nan"),
        ("WEGWIJS_ENGINES", "inf"),
        ("WEGWIJS_ENGINES", "1.5"),
        ("WEGWIJS_ENGINES", "0"),
        ("WEGWIJS_ENGINE_TIMEOUT", "inf"),
        ("WEGWIJS_LOG_LEVEL", "foo"),
        ("WEGWIJS_DATABASE_URL", "foo"),
        ("WEGWIJS_DATABASE_URL", "foo://x"),
        ("WEGWIJS_DATABASE_URL", "postgresql://u:geheim@h:abc/d"),
        ("WEGWIJS_KEEP_TEXT_DAYS", "0"),
        ("WEGWIJS_KEEP_AUDIT_DAYS", "lang"),
        ("WEGWIJS_LIMITS", "uit"),
        ("WEGWIJS_LIMITS", "0"),
        ("WEGWIJS_TRUSTED_PROXIES", "overal"),
        ("WEGWIJS_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("WEGWIJS_VAR", __file__),
        ("WEGWIJS_VAR", f"{__file__}/var"),
        ("WEGWIJS_MODELS", "/" + "x" * 300),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str):
    with pytest.raises(ConfigurationError, match=name) as error:
        Settings.from_environment({name: value})
    assert "geheim" not in str(error.value)


def test_settings_that_can_be_are_taken(tmp_path: Path):
    taken = Settings.from_environment(
        {
            "WEGWIJS_ENGINES": "3",
            "WEGWIJS_LOG_LEVEL": "debug",
            "WEGWIJS_VAR": str(tmp_path / "nog" / "niet"),
            "WEGWIJS_DATABASE_URL": "sqlite:////tmp/x.sqlite",
        }
    )
    assert (taken.engines, taken.log_level) == (3, "DEBUG")
    assert taken.var == tmp_path / "nog" / "niet"
    assert taken.database_url == "sqlite:////tmp/x.sqlite"
