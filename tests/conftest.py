"""What many tests share: the rule set as it is shipped, and a machine without a network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest

from verifier.model import RuleSet, Words
from verifier.rules import load_rule_set


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return load_rule_set("weihai-2020")


@pytest.fixture(scope="session")
def words(rules: RuleSet) -> Words:
    return rules.words


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing can be connected to or looked up; an attempt fails the test, also one that a library swallows."""
    attempts: list[str] = []

    def refuse(*where: Any, **_: Any) -> NoReturn:
        attempts.append(str(where))
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    yield
    assert attempts == []
