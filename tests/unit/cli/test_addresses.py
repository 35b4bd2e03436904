"""Ports and addresses that cannot be are wrong use of a command."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from bot.cli.addresses import address, port


@pytest.mark.parametrize("text", ["99999", "0", "-1", "x", "", "8080.5", "²"])
def test_a_port_that_cannot_be_is_refused(text: str):
    with pytest.raises(ArgumentTypeError, match="geen poort"):
        port(text)


@pytest.mark.parametrize("text", ["foo", ":9000", "host:", "host:x"])
def test_an_address_that_cannot_be_is_refused(text: str):
    with pytest.raises(ArgumentTypeError):
        address(text)


def test_an_address_has_a_host_and_a_port():
    assert address("0.0.0.0:9000") == ("0.0.0.0", 9000)
    assert address("[::1]:9000") == ("::1", 9000)
