"""What each way of counting takes in, leaves out and counts, in sentences made from the words of the rule set.

The names of papers, events, columns, words and the region are the rule set's; only the ways of counting are known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from verifier.model import (
    InternsTaking,
    ItemsTaking,
    LedgerTaking,
    PhotosTaking,
    PhotoTaking,
    PlatformTaking,
    PostsTaking,
    PresenceTaking,
    PublicFairTaking,
    RetentionTaking,
    RosterTaking,
    RuleSet,
    StaffTaking,
    StatedNumberTaking,
    StatedSizeTaking,
    SurveyTaking,
    Taking,
    TitledPartsTaking,
    TrainingTaking,
    YearlyPaperTaking,
)
from verifier.telling.phrases import (
    AGAINST,
    columns_told,
    events_told,
    expressions_told,
    groups_told,
    if_any,
    names_of,
    papers_told,
)

T = TypeVar("T", bound=Taking)


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences without their full stops."""

    counts: tuple[str, ...]
    leaves: tuple[str, ...]
    needs: Mapping[str, str]
    """measure → what is counted in it, or from what it is reckoned"""


def told(takes: Taking, rules: RuleSet) -> Told:
    """How a cell counts, in sentences."""
    return KINDS[type(takes)](takes, rules)


# --- papers ---------------------------------------------------------------------------------------


def _stated_size(takes: StatedSizeTaking, rules: RuleSet) -> Told:
    counts = (
        "材料中写明的数量",
        *papers_told(takes.documents, rules),
        *([f"也可以写在：{names_of(takes.also_documents, rules)}，与最可信的同等看待"] if takes.also_documents else []),
        *if_any("数量的单位", takes.units),
        *if_any("旁边写有下列词之一", takes.measured),
        *groups_told(takes.words),
    )
    leaves = (
        *if_any("说的是下列事项的数量不计", takes.not_measured),
        "只有照片或没有写明数量的材料，只计入最高分",
    )
    needs = "材料写明的数量；写得不一致的，预填分以最可信的为准，最低分取最小的，最高分取最大的"
    return Told(counts, leaves, {takes.measure: needs})


def _stated_number(takes: StatedNumberTaking, rules: RuleSet) -> Told:
    counts = (
        "材料中写明的数或比率",
        *papers_told(takes.documents, rules),
        *if_any("单位", takes.units),
        *if_any("写成下列名称之一", takes.measured),
    )
    leaves = (
        *if_any("名称中有下列词的是别的数，不计", takes.not_measured),
        "目标、计划和要求中的数不计",
        "标题写明的时间不在考核期内的材料不计",
    )
    needs = "材料写明的数；写得不一致的，预填分以最可信的为准，最低分取最不利的，最高分取最有利的"
    return Told(counts, leaves, {takes.measure: needs})


def _presence(takes: PresenceTaking, rules: RuleSet) -> Told:
    counts = (
        "符合要求的材料，有一份即可",
        *papers_told(takes.documents, rules),
        *groups_told(takes.words),
        *([f"表明这些活动的图片也算：{events_told(takes.events, rules)}"] if takes.events else []),
    )
    leaves = (
        *if_any(AGAINST, takes.against),
        *(["只出现上述的词、没有列出数量也没有写明已配备的不计"] if takes.at_hand else []),
        *(["考核期以外出具的不计"] if takes.dated else []),
    )
    return Told(counts, leaves, {"found": "计入的材料份数"})


def _staff(takes: StaffTaking, rules: RuleSet) -> Told:
    counts = (
        "材料中写明姓名的工作人员，同一人只计一次",
        *papers_told(takes.documents, rules),
        *expressions_told("标题是下列写法的，虽有不计的词也算本站的名单", takes.own_lists),
    )
    leaves = (
        *if_any("标题或表题写有下列词的名单不计", takes.against),
        *if_any("本站名单的写法前面有下列词的，是各部门的名单，不计", takes.of_many),
        "只写人数没有写姓名的，只计入最高分",
    )
    needs = {"staff": "名单中不同的人数", "fulltime_liaison": "其中同一人既写明专职、又写明是联络员的人数"}
    return Told(counts, leaves, needs)


def _titled_parts(takes: TitledPartsTaking, rules: RuleSet) -> Told:
    counts = [f"条款要求的{len(takes.parts)}份材料，由标题辨认，可以合订为一份"]
    leaves: list[str] = []
    for part in takes.parts:
        counts += expressions_told(f"{part.name}：标题是下列写法之一", part.titles)
        leaves += expressions_told(f"辨认{part.name}时，标题中的下列写法不计", part.without)
    if takes.not_documents:
        leaves.append(f"这些材料本身不算，其中印发所要求的材料的除外：{names_of(takes.not_documents, rules)}")
    leaves += if_any(AGAINST, takes.against)
    parts = "、".join(part.name for part in takes.parts)
    return Told(tuple(counts), tuple(leaves), {"parts": f"{parts}中有几项"})


def _yearly_paper(takes: YearlyPaperTaking, rules: RuleSet) -> Told:
    counts = (
        "写明考核年度，或写明与之重叠的学年的材料，有一份即可",
        *papers_told(takes.documents, rules),
        *groups_told(takes.words),
    )
    leaves = (*if_any(AGAINST, takes.against), "写明是别的年度的不计；没有写明年度的，只计入最高分")
    return Told(counts, leaves, {"found": "计入的材料份数"})


def _ledger(takes: LedgerTaking, rules: RuleSet) -> Told:
    counts = ("至少有一行日期在考核期内的台账或记录表", *papers_told(takes.documents, rules))
    leaves = (*if_any(AGAINST, takes.against), "没有填写的空表不计；各行都没有日期的，只计入最高分")
    return Told(counts, leaves, {"found": "计入的台账份数"})


def _items(takes: ItemsTaking, rules: RuleSet) -> Told:
    counts = ("材料中逐项列出的事项，或一份材料写一项的，每项计一次", *papers_told(takes.documents, rules))
    return Told(counts, (f"由人判断：{takes.note}",), {takes.measure: "不同事项的项数"})


# --- people ---------------------------------------------------------------------------------------


def _roster(takes: RosterTaking, rules: RuleSet) -> Told:
    counts = (
        "报送的人员名册，有一份即可",
        *papers_told(takes.documents, rules),
        f"每组至少有一列：{columns_told(takes.columns, rules)}",
    )
    share = float(takes.most_unusable * 100)
    leaves = (f"缺少所要求的列，或不能用的行超过{share:g}%的，只计入最高分", "其他年度的名册不计")
    return Told(counts, leaves, {"found": "计入的名册份数"})


_GRADUATES = "毕业生名册中不同的人数；没有名册的，以材料写明的总数为准"


def _survey(takes: SurveyTaking, rules: RuleSet) -> Told:
    counts = (
        "材料写明的答卷人数，或答卷名单中不同的人数",
        *papers_told(takes.documents, rules),
        *if_any("人数旁边写有下列词之一", takes.measured),
    )
    leaves = tuple(if_any("说的是下列事项的人数不计", takes.not_measured))
    needs = {
        "survey_answers": "材料写明的答卷人数",
        "graduates": _GRADUATES,
        "answered_share": "答卷人数除以毕业生总数，两个数都要有",
    }
    return Told(counts, leaves, needs)


def _interns(takes: InternsTaking, rules: RuleSet) -> Told:
    counts = (
        f"{rules.region}的用人单位开具并盖章的证明中的本校毕业生，同一人只计一次",
        "实习的时间与考核期重叠",
        *papers_told(takes.documents, rules),
    )
    leaves = (
        f"单位不在{rules.region}的，实习时间在考核期以外的，不计",
        "没有盖章、看不出单位在哪里、没有日期、毕业生名册中没有的人，只计入最高分",
    )
    return Told(counts, leaves, {takes.measure: "证明中不同的毕业生人数", "graduates": _GRADUATES})


def _platform(takes: PlatformTaking, rules: RuleSet) -> Told:
    counts = ("主管部门的平台导出的注册名单中的本校毕业生，同一人只计一次", *groups_told(takes.words))
    leaves = ("学校自己的名单或截图，只计入最高分", "名单中其他学校的人不计")
    needs = {
        "registered": "名单中本校毕业生的人数",
        "graduates": _GRADUATES,
        "registered_share": "注册人数除以毕业生总数，两个数都要有",
    }
    return Told(counts, leaves, needs)


def _retention(takes: RetentionTaking, rules: RuleSet) -> Told:
    counts = (
        f"本年度和上年度毕业生名册中，毕业去向在{rules.region}的用人单位的，以及在{rules.region}自主创业的",
        *papers_told(takes.documents, rules),
    )
    leaves = (
        "升学、实习和已经解约的不计在分子中",
        "看不出单位在哪里的，预填分不计在分子中；最高分计入本年度的，最低分计入上年度的",
        *(f"只写明比率、没有名册的，只计入最高分；写明比率的词，{each}" for each in groups_told(takes.words)),
        f"只有名册时提示：{takes.note}",
    )
    needs = {
        "retention": "本年度的人数除以本年度毕业生总数",
        "retention_last": "上年度的人数除以上年度毕业生总数",
        "change": "本年度的比率减去上年度的，两年的名册都要有",
        "change_agreements": "同上，分子只算签订协议或合同的",
        "change_without_study": "同上，分母扣除升学、出国（境）的",
    }
    return Told(counts, leaves, needs)


def _training(_: TrainingTaking, __: RuleSet) -> Told:
    counts = ("主管部门的系统导出的培训名单中的本校在校生，考核期内参加培训的，同一人只计一次",)
    leaves = ("学校自己的名单，只计入最高分", "研究生不计")
    share = "该层次参训人数除以该层次在校生总数；没有这个层次的学校，不问这一项"
    needs = {
        "trained": "参训的人数",
        "enrolled": "在校生名册中不同的人数；没有名册的，以材料写明的总数为准",
        "trained_undergraduate": f"本科：{share}",
        "trained_college": f"专科：{share}",
    }
    return Told(counts, leaves, needs)


# --- photos and posts -----------------------------------------------------------------------------

_CHANNELS = {"wechat": "微信公众号", "website": "网站"}


def _posts(takes: PostsTaking, rules: RuleSet) -> Told:
    days = rules.assessment.repeat_days
    counts = (
        f"学校自己的{_CHANNELS[takes.channel]}上发布的、与{rules.region}就业创业有关的内容",
        f"同一条不论出现几次只计一次；标题相同、相隔不超过{days}天的算同一条",
    )
    leaves = (
        "草稿、已删除的，其他学校的，与就业创业无关的，不计",
        f"没有提到{rules.region}、看不出是谁发布、没有日期，或只在文字清单中列出的，只计入最高分",
    )
    return Told(counts, leaves, {takes.measure: "不同内容的条数"})


def _of_photos(takes: PhotoTaking, rules: RuleSet) -> tuple[list[str], list[str]]:
    """What cells that look at photos have in common."""
    counts = [f"照片，图中或图注中的文字表明是下列活动：{events_told(takes.events, rules)}"]
    leaves = [*if_any(AGAINST, takes.against), "没有可辨认的文字，或没有日期的，只计入最高分"]
    if takes.open_events:
        leaves.append(f"这些活动只计入最高分：{events_told(takes.open_events, rules)}")
    if takes.own_photo:
        leaves.append("一张照片只用于一项指标；往年或别的学校用过的，只计入最高分")
    return counts, leaves


def _photos(takes: PhotosTaking, rules: RuleSet) -> Told:
    common, leaves = _of_photos(takes, rules)
    is_event = takes.distinct == "event"
    counts = [*common, "同一场活动只计一次" if is_event else "有一张即可，同一张照片只计一次"]
    if takes.documents:
        counts.append(f"可以证明日期的材料，本身只计入最高分：{names_of(takes.documents, rules)}")
    if not takes.printed_dates:
        leaves.append("图中印着的日期一般不作为拍摄日期，以拍摄时间、水印和图注为准")
    if takes.note:
        leaves.append(f"由人判断：{takes.note}")
    return Told(tuple(counts), tuple(leaves), {takes.measure: "不同活动的场数" if is_event else "计入的照片数"})


def _public_fair(takes: PublicFairTaking, rules: RuleSet) -> Told:
    common, leaves = _of_photos(takes, rules)
    counts = (
        "公共服务机构举办的招聘活动，有一份照片、截图或写明这些活动的材料即可",
        *common,
        *papers_told(takes.documents, rules),
        *if_any("主办单位的名称中有下列词之一", takes.organisers),
    )
    leaves.append(f"这些材料提到活动也不算：{names_of(takes.not_documents, rules)}")
    return Told(counts, tuple(leaves), {"found": "计入的材料份数"})


def _kind(taking: type[T], tell: Callable[[T, RuleSet], Told]) -> tuple[type, Callable[..., Told]]:
    """A row of the table: the function takes just that type."""
    return taking, tell


KINDS: Mapping[type, Callable[..., Told]] = dict(
    (
        _kind(StatedSizeTaking, _stated_size),
        _kind(StatedNumberTaking, _stated_number),
        _kind(PresenceTaking, _presence),
        _kind(StaffTaking, _staff),
        _kind(TitledPartsTaking, _titled_parts),
        _kind(YearlyPaperTaking, _yearly_paper),
        _kind(LedgerTaking, _ledger),
        _kind(ItemsTaking, _items),
        _kind(RosterTaking, _roster),
        _kind(SurveyTaking, _survey),
        _kind(InternsTaking, _interns),
        _kind(PlatformTaking, _platform),
        _kind(RetentionTaking, _retention),
        _kind(TrainingTaking, _training),
        _kind(PostsTaking, _posts),
        _kind(PhotosTaking, _photos),
        _kind(PublicFairTaking, _public_fair),
    )
)
