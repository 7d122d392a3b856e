"""A rule set in words."""

import pytest
import yaml

from verifier.rules import folder_of, load_rule_set
from verifier.rules.showing import shown
from verifier.rules.showing_words import shown_words

LINES = [line.strip() for line in shown(load_rule_set("weihai-2020")).splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "有效期：2020-01-01 至 2024-12-31",
        "考核期：当年1月1日 至 当年12月31日",
        "【4】开展各类就业创业活动（权重35%）",
        "4.4 举办校园招聘会（满分8分）",
        "条款：举办校园招聘会，＜5场次（5分）＞5场次（8分）（附件2 四、毕业生留威）",
        "材料：证明材料：举办招聘会现场照片",
        "推送 多于15条：30分",
        "其他情况：25分",
        "答卷率 不少于80%：20分",
        "到我市企业实习的毕业生 不少于20人，且毕业生总数 少于200人：20分",
        "留威率增幅 不少于0个百分点：10分，每满1个百分点加10分，最高30分",
        "留威率增幅 不少于0个百分点：10分，每1个百分点加10分，按比例计，最高30分",
        "本科学生参训率 不少于20%或专科学生参训率 不少于30%：8分",
        "另一读法 literal-zero（只列出，不影响最低分和最高分）：按字面，0条也在“≤15条”之内",
        "另一读法 at-five：恰好5场的，条款未规定，按“＞5场次”计8分",
        "没有提交材料时不计缺口，得分待主管部门系统数据确定",
        "等次 合格：70–79.99分（五（三）：70分及以上）",
        "奖补 70000元：96–100分（五（四）：96-100分）",
        "文件夹和文件名用词：办公场所、办公场地、办公室、固定场所、办公用房、场地证明",
        "材料类型：场地证明、建站申请表（附件1）、年度总结",
        "正文须有的词（每组一个）：就业服务平台、服务平台；注册、关注",
    ],
)
def test_the_rule_set_is_told_in_words(line):
    assert line in LINES


def test_every_cell_is_there_once_in_its_order():
    cells = [line.split()[0] for line in LINES if "（满分" in line]
    assert cells == [cell.id for cell in load_rule_set("weihai-2020").indicators]


def test_a_period_that_begins_in_the_year_before_is_told_so(copy):
    path = copy / "ruleset.yaml"
    text = path.read_text(encoding="utf-8").replace('"01-01"', '"-1:12-01"').replace('"12-31"', '"11-30"')
    path.write_text(text, encoding="utf-8")
    assert "考核期：上一年12月1日 至 当年11月30日" in shown(load_rule_set(copy))


def test_the_words_are_shown_under_what_is_said_of_them(copy):
    told = shown_words(copy).splitlines()
    for line in (
        "【用词 people.yaml】",
        "    表题含有这些词的是毕业生（graduate_titles）：毕业生、届、毕业班",
        "    · name：哈尔滨工业大学（威海）",
        "    serial：序号、编号、序、序列、序列号、行号、顺序号、No、No.、XUHAO",
    ):
        assert line in told, line


def test_no_word_of_the_rule_set_is_left_out():
    folder = folder_of("weihai-2020")
    told = shown_words(folder)
    files = [path.read_text(encoding="utf-8") for path in (folder / "words").glob("*.yaml")]
    words = [leaf for text in files for leaf in leaves(yaml.safe_load(text))]
    assert len(words) > 3000
    assert [word for word in words if word not in told] == []


def leaves(value):
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each)]
    return [value] if isinstance(value, str) else []
