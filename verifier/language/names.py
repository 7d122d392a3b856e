"""Names of people and of employers, cut out of the sentences in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verifier.language.letters import DOT, dotted_name

_HAN = r"[\u4e00-\u9fff]"
_COMPOUND = (
    "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|端木|南宫|长孙|宇文|轩辕|申屠|呼延|钟离|闻人|独孤"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包"
    "宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费"
    "卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚"
    "傅洪赖阎萧贡濮郦荀茹竺訾邰缑谯宓庾郏璩慕皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌裘亓修战"
    "母逄綦矫鹿由邴慈衣昌肇闪咸苍展信候隗逯肥"
)
_NO_NAMES_TEXT = """
同学 学生 姓名 性别 专业 学号 班级 男女 本人 单位 公司 实习 毕业 以下 我校 贵校 该生 该同学
以上 相关 部分 全体 名单 合计 高校 应届 在校 优秀 大学 学院 时间 岗位 日期 方式 单位名 联系
电话 地址 意见 成绩 农历 和我 江苏 山东 广东 河南 云南 海南 安徽 国家 平时 明确 成为 万名
向我 时任 常年 经过 任职 连续 全部 管理 计算 简历 和学 国内 应聘 信息 都在 来自 来到 来我
来校 平均 任何 于我 于本 解决 明年 成功 申请 封面 安全 强化 方向 车间 项目 水平 左右 管理员 都是 项目名称 时间段
关于 慕名 安排 安置 贡献 洪水 赖以
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())

NAME = rf"(?:(?:{_COMPOUND}){_HAN}{{1,2}}?|{_HAN}{{2,4}}?)"
"""the shortest run that what follows lets be a name; `is_name` says whether it is one"""

_NO_CELL = re.compile(
    r"[合小总共]计|备注|签[字名章]|盖章|人数|单位|意见|日期|说明|名单|填表|制表|以下|以上|证明|联系|特此"
)
_PARTNERS = r"[(（](?:普通|特殊普通|有限)合伙[)）]"
_BRANCH = r"(?:分公司|子公司|支公司|支行|分行|分理处|分院|营业部|营业厅|分店|分厂|分局|分校|分所|办事处|项目部)"
_COMPANY = r"(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|总公司|公司|集团)"
_COMMITTEE = r"(?:居民|村民|社区|党群|便民|综合)*(?:委员会|服务中心|服务站|工作站)"
"""what a residents' body or its office is called, behind the name of the place: 榴花社区居民委员会"""
_LEADS = re.compile(r"^(?:.*\d\s*[年月日][^\d]{0,4}?(?:在|于|到)|[在于到赴由])(?=.{4})")
_MARKS = re.compile(
    r"[(（]\s*(?:盖\s*章|公\s*章|签\s*章|签\s*字|章|单位盖章|单位公章|盖公章|加盖公章|全称|名称|印章)\s*[)）]|盖章|公章|签章"
)


def is_name(text: str) -> bool:
    """Whether a run of characters is a person's name: by its surname, or with a middle dot."""
    if DOT in dotted_name(text):
        return len(text) >= 3
    if not 2 <= len(text) <= 4 or text in _NO_NAMES or text[:2] in _NO_NAMES or not re.fullmatch(rf"{_HAN}+", text):
        return False
    if re.search(r"年月|证明|[甲乙丙]方|实习", text):  # about the blanks of a form, a contract's party, what is done
        return False
    return text[0] in _SURNAMES if len(text) < 4 else re.match(_COMPOUND, text) is not None or text[0] in _SURNAMES


def may_be_name(text: str) -> bool:
    """Whether a cell of a name column holds a name; rarer surnames than `is_name` knows count here."""
    if DOT in dotted_name(text):
        return len(text) >= 3
    return re.fullmatch(rf"{_HAN}{{2,4}}", text) is not None and text not in _NO_NAMES and not _NO_CELL.search(text)


@lru_cache(maxsize=8)
def _ending(endings: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(endings, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


def employer_in(text: str, endings: Sequence[str]) -> str:
    """The name of the employer with which a text begins: to its ending, with a branch after it; '' for none.

    威海某某集团有限公司青岛分公司研发部 → 威海某某集团有限公司青岛分公司
    """
    text = re.sub(r"(?<=.{4})(?<!有)限公司", "有限公司", strip_marks(text))  # a seal often hides the 有
    match = _ending(tuple(endings)).search(text, 2)
    if match is None:
        return ""
    end = match.end()
    while more := re.match(
        rf"{_PARTNERS}|{_COMMITTEE}|[\w()（）]{{0,8}}?{_COMPANY}|{_HAN}{{1,12}}?{_BRANCH}", text[end:]
    ):
        end += more.end()
    name = text[:end]
    name = _LEADS.sub("", name).lstrip(")）]】:：;；,，.。、 ")
    return name if len(name) >= 4 and not re.match(r"我|本|该|贵|其|各", name) else ""


def strip_marks(text: str) -> str:
    """Without （盖章）, （公章） and the like."""
    return _MARKS.sub("", text)
