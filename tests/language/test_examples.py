"""Cells that say that their row is an example, and those that do not."""

import pytest

from verifier.language.examples import is_example


@pytest.mark.parametrize("text", ["示例", "样例1:", "（填写示例）", "例：", "张三（示例）", "【举例】 2024-03-05"])
def test_an_example_is_called_so(text: str) -> None:
    assert is_example(text)


@pytest.mark.parametrize("text", ["", "1", "张示例", "例会", "典型案例", "示例企业有限公司", "病例（三）"])
def test_what_only_has_the_word_in_it_is_none(text: str) -> None:
    assert not is_example(text)
