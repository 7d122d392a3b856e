"""What has to be known before any points: that a bundle is empty, or that no paper bears out school or year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verifier import assign, identity
from verifier.facts.schools import folded
from verifier.model import FORM_SCHOOL, FORM_YEAR, Observed, Papers, RuleSet, Tally
from verifier.pipeline.observing import Sight

_LEAST_FOLDERS = 2


def notices(sight: Sight, school: str | None, year: int | None, rules: RuleSet) -> tuple[str, ...]:
    """One Chinese sentence for each; `school` and `year` as the user gave them."""
    if all(file.status == "ignored" for file in sight.files):
        return ("这份材料里没有可以核验的文件，0分只说明没有材料，请检查给出的路径是不是材料所在的文件夹。",)
    return (*_of_school(sight.observed, school, rules), *_of_year(sight.observed, year, rules))


def without_the_bureaus(papers: Papers, tallies: Mapping[str, Tally], rules: RuleSet) -> tuple[str, ...]:
    """That the bureau's data were given, and hold nobody of the school for cells which they decide."""
    cells = [cell.id for cell in rules.indicators if cell.bureau and not tallies[cell.id].by_bureau]
    if not papers.bureau_data or not cells:
        return ()
    named = "、".join(cells)
    return (f"给出的主管部门数据中没有本校可用于指标{named}的人员，仍按学校提交的材料核验，请核对数据是否齐全。",)


def looks_like_one_school(names: Sequence[str], rules: RuleSet) -> bool:
    """Whether folders or archives of these names are the cells or groups of one bundle, and no bundles of schools."""
    cells = [name for name in names if _names_cells(name, rules)]
    return len(cells) >= _LEAST_FOLDERS and 2 * len(cells) > len(names)


def _names_cells(name: str, rules: RuleSet) -> bool:
    inside = f"{name}/"
    named = assign.hints((inside,), rules) or assign.areas(inside, rules)
    return bool(named) or any(group.name in name for group in rules.groups)


def _of_school(observed: Sequence[Observed], school: str | None, rules: RuleSet) -> Iterator[str]:
    if not school or not observed:
        return
    named = identity.named_school(school, rules)
    if any(_names_school(seen, named, rules) for seen in observed):
        return
    found, _ = identity.find_school(tuple(observed), rules)
    told = f"，材料写的是“{found}”" if found else ""
    yield f"没有一份材料写着指定的学校“{named}”{told}，请核对指定的学校名称。"


def _names_school(seen: Observed, named: str, rules: RuleSet) -> bool:
    forms = (identity.named_school(fact.value, rules) for fact in seen.of(FORM_SCHOOL))
    known = {*(str(fact.value) for fact in seen.schools), *forms}
    return named in known or folded(named) in folded(seen.document.text)


def _of_year(observed: Sequence[Observed], year: int | None, rules: RuleSet) -> Iterator[str]:
    if not year or not observed or any(_names_year(seen, year) for seen in observed):
        return
    found = identity.find_year(tuple(observed), None, rules)
    told = f"，材料多数是{found}年的" if found else ""
    yield f"没有一份材料的日期、标题或文字是指定的{year}年{told}，请核对指定的考核年度。"


def _names_year(seen: Observed, year: int) -> bool:
    taken = seen.document.picture.taken_at if seen.document.picture else None
    dated = any(
        span.start and span.end and span.start.year <= year <= span.end.year
        for span in (fact.value for fact in seen.dates)
    )
    stated = any(fact.value == year for fact in seen.of(FORM_YEAR))
    return dated or stated or (taken is not None and taken.year == year) or str(year) in seen.document.text
