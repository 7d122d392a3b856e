"""What many tests share: the rule set as it is shipped, and a machine without a network."""

from __future__ import annotations

import socket
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
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every attempt to open a socket or to look up a name is a failure of the test."""

    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a connection was opened")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
