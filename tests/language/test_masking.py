"""Personal numbers are masked however they are written, and what is no personal number stays."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.language.masking import mask_text, personal_in, without

IDS = ("37100219990307123X", "11010519491231002X", "371002200001011234")
MOBILES = ("13812345678", "19900001111", "15665432109")


def full_width(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def spelled(text: str) -> str:
    return "".join("零一二三四五六七八九"[int(sign)] if sign.isdigit() else sign for sign in text)


def called_out(text: str) -> str:
    return spelled(text).replace("一", "幺")


def grouped(text: str, sizes: tuple[int, ...], between: str) -> str:
    pieces, start = [], 0
    for size in sizes:
        pieces.append(text[start : start + size])
        start += size
    return between.join((*pieces, text[start:])) if start < len(text) else between.join(pieces)


WAYS_OF_IDS = {
    "plain": str,
    "small x": str.lower,
    "full width": full_width,
    "6-8-4": lambda text: grouped(text, (6, 8), "-"),
    "6 8 4": lambda text: grouped(text, (6, 8), " "),
    "6—8—4": lambda text: grouped(text, (6, 8), "—"),
    "4 by 4": lambda text: grouped(text, (4, 4, 4, 4), " "),
    "dots": lambda text: grouped(text, (6, 8), "·"),
    "wide blanks": lambda text: grouped(text, (6, 4, 4), "\u3000"),
    "two lines": lambda text: grouped(text, (10,), "\n"),
    "each apart": " ".join,
    "unseen signs": "\u200b".join,
    "unseen once": lambda text: text[:9] + "\u2060" + text[9:],
    "letter after": lambda text: f"{text}A" if text[-1].isdigit() else text,
    "letter before": lambda text: f"ID{text}",
    "O for 0": lambda text: text.replace("0", "O", 2),
    "l for 1": lambda text: text[:1] + text[1:].replace("1", "l", 1),
    "other multiplication": lambda text: text.replace("X", "×"),
}
WAYS_OF_MOBILES = {
    "plain": str,
    "full width": full_width,
    "3-4-4": lambda text: grouped(text, (3, 4), "-"),
    "3 4 4": lambda text: grouped(text, (3, 4), " "),
    "3—4—4": lambda text: grouped(text, (3, 4), "—"),
    "3.4.4": lambda text: grouped(text, (3, 4), "."),
    "3/4/4": lambda text: grouped(text, (3, 4), "/"),
    "3 8": lambda text: grouped(text, (3,), " "),
    "3 3 5": lambda text: grouped(text, (3, 3), " "),
    "4 3 4": lambda text: grouped(text, (4, 3), " "),
    "4-4-3": lambda text: grouped(text, (4, 4), "-"),
    "brackets": lambda text: f"({text[:3]}){text[3:]}",
    "+86": lambda text: f"+86{text}",
    "+86 ": lambda text: f"+86 {grouped(text, (3, 4), ' ')}",
    "0086": lambda text: f"0086-{text}",
    "0 before": lambda text: f"0{text}",
    "each apart": " ".join,
    "unseen signs": "\u200b".join,
    "two lines": lambda text: grouped(text, (7,), "\n"),
    "letter after": lambda text: f"{text}x",
    "letter before": lambda text: f"T{text}",
    "O for 0": lambda text: text.replace("0", "O", 1) if "0" in text else text,
    "in words": spelled,
    "as it is called out": called_out,
    "circled": lambda text: "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(sign)] for sign in text),
}
AROUND = ("", "联系人张三，", "身份证号：", "电话:", "姓名：张三 ", "（", "/", "备注", "T", "请拨打")
BEHIND = ("", "。", "，谢谢", "）", " 张三", "转告", "\t2024", "/")


def digits_left(masked: str, number: str) -> int:
    """The longest row of the number's own digits that can still be read."""
    folded = unicodedata.normalize("NFKC", masked).translate(str.maketrans("零一二三四五六七八九幺", "01234567891"))
    plain = re.sub(r"[^0-9*]", "", folded)
    rows = (number[start:end] for start in range(len(number)) for end in range(start + 1, len(number) + 1))
    return max((len(row) for row in rows if row in plain), default=0)


@pytest.mark.parametrize("way", WAYS_OF_IDS)
@pytest.mark.parametrize("number", IDS)
def test_an_id_is_masked_however_it_is_written(number: str, way: str) -> None:
    for before in AROUND:
        for after in BEHIND:
            if before == "T" and way in ("O for 0", "l for 1"):
                continue  # letters all of them
            masked = mask_text(f"{before}{WAYS_OF_IDS[way](number)}{after}")
            assert digits_left(masked, number[:17]) <= 6, (before, after, masked)
            assert masked.startswith(before.replace("T", "")[:2]) or before == "T"


@pytest.mark.parametrize("way", WAYS_OF_MOBILES)
@pytest.mark.parametrize("number", MOBILES)
def test_a_phone_is_masked_however_it_is_written(number: str, way: str) -> None:
    for before in AROUND:
        for after in BEHIND:
            if before[-1:].isdigit() or (before == "T" and way in ("O for 0", "0 before", "+86", "+86 ", "0086")):
                continue
            masked = mask_text(f"{before}{WAYS_OF_MOBILES[way](number)}{after}")
            assert digits_left(masked, number) <= 5, (before, after, masked)


@pytest.mark.parametrize(
    "text",
    [
        "电话：0631-5681234",
        "电话 5681234",
        "0631 5681234",
        "（0631）568 1234",
        "0631—5681234转802",
        "微信号：zhangsan_99",
        "微信：zhang-san88",
        "QQ：123456789",
        "QQ号 87654321",
        "护照号：E12345678",
        "持EJ1234567出境",
        "通行证 H12345678",
        "港澳通行证 C 1234 5678",
        "往来台湾T12345678",
        "台胞证：01234567",
        "护照 E 12345678",
        "e12345678",
        "邮箱 zhangsan @ exam",
        "卡6222.0210.0101.2345.678",
        "卡62220210O1O1234567",
        "622202 1001012345",
        "20日，62614 57432089129在威海",
        "10:02 6215-4879-0705-1830-566",
        "第2场 3 6222 0210 0101 2345 678",
        "+86-631-5681234",
        "微信号：z h a n g s a n",
        "z h a n g 9 9 @ e x a m p l e . c n",
        "学号：2020123456",
        "学号 B20201234",
        "准考证号（20240123456）",
        "卡号6222 0210 0101 2345 678",
        "6222-0210-0101-2345",
        "6222021001012345678",
        "邮箱 zhang.san ＠ example.cn",
        "旧证130503670401001",
        "护照 E J1234567",
        "E J1234567明德楼",
        "ＢＨT9245 3885",
        "11010519491231002x2024届",
        "M44****10（0631）9957652",
        "“合计ｕｙｈｐｂ９９３３＠”行",
        "填报人xybtg4331 @ ”",
        "x***@example.cncttvh6702 @ example.cn",
        "家庭住址：山东省威海市环翠区文化西路180号3号楼101室",
        "通讯地址 威海市高区火炬路88号",
    ],
)
def test_what_is_labelled_or_has_the_form_of_a_personal_number_is_masked(text: str) -> None:
    masked = mask_text(text)
    assert "*" in masked
    kept = [run for run in re.findall(r"[0-9A-Za-z]{5,}", masked) if run in unicodedata.normalize("NFKC", text)]
    assert kept in ([], ["example"]) or "住址" in text


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月20日 17:30 阅读 12",
        "2024.05.20-2024.06.30",
        "2024-05-20 08:30:15",
        "统一社会信用代码92371000MA3JJYML8T",
        "统一社会信用代码 91371000166543210G",
        "办公场所20平方米，座椅60个",
        "20240601",
        "威人社发〔2020〕12号",
        "鲁人社字〔2024〕135号",
        "回收有效问卷48份，有效回收率96%",
        "1、3、5、7、9、2、4、6、8、1、2",
        "毕业生 1280 人，留威 535 人，留威率 41.80%",
        "金额 1,234,567.89 元，合计 13,812,345,678 元",
        "2022级1班 2023级2班 2024级3班",
        "二〇二四年十一月二十九日",
        "第一、第二、第三、第四、第五、第六、第七",
        "15 300 200 100",
        "371002 威海市环翠区",
        "单位地址：威海市环翠区文化西路180号",
        "面积（㎡）25.50 48.00 120.00",
        "GB/T 9704-2012",
        "阅读 10012 在看 15 2024/11/05",
        "2021-2022 2023-2024",
        "1280 1100 1200 1300",
        "62614 57432089128",
        "M 20240501",
        "verifier/result@1",
        "统一社会信用代码 91371000166543211G",
        "学号及名单.docx",
        "台账!B7 计划!AA120 page11-image1.png",
        "sha256 5511b34ef56a78303ac229bec2692aa0c7d2d6c6b2b4a5e9a2a5d1c7c8e9f0ab",
        "阅读 1234 点赞 56 在看 7 分享 89 收藏 1011",
        "mmexport1714550123456.jpg",
        "IMG_20240501_123456.jpg",
        "合同编号 WHHT20240012",
        "大创项目 S202310123001",
        "report20240501.docx",
        "5511b34ef56a7c78303229.png",
    ],
)
def test_what_is_no_personal_number_stays(text: str) -> None:
    assert mask_text(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("wechat-backende68173973.png", "wechat-backendE68****73.png"),
        ("0000201900052g82726530", "0000201900052G82****30"),
        ("Sheet1T18634715号", "Sheet1T18****15号"),
        ("ENDT10750488", "ENDT10****88"),
        ("3799**********014XC78956674", "3799**********014XC78****74"),
        ("dark37l002197003165695.png", "dark3710**********5695.png"),
        ("messages6213O33022986923660.png", "messages6213***********3660.png"),
        ("below195873829O2.png", "below195****2902.png"),
        ("boxesH2045 4835.png", "boxesH20****35.png"),
        ("生源地C38919934E81234532", "生源地C38****34E81****32"),
        ("138******11EJ2024697 专职", "138******11EJ2****97 专职"),
        ("通行证 02461234WeChat: wmzvp_19428", "通行证 02****34WeChat: wmz******28"),
        ("No62931204306408789052024年5月20日", "No6293***********89052024年5月20日"),
        ("手机139631012342024年毕业", "手机139****12342024年毕业"),
        ("身份证3710022000010112342024 年5月", "身份证3710**********12342024 年5月"),
        ("问卷1100份0631 64840962024届毕业生", "问卷1100份0631-*****962024届毕业生"),
        ("11O1O5196701288191C 33838427", "1101**********8191C33****27"),
        ("学历62O1545629887512!A2", "学历6201********7512!A2"),
        ("list-belowＥＪ２０００３５８.png", "list-belowEJ2****58.png"),
        ("就业处G961197832024届毕业生", "就业处G96****832024届毕业生"),
        ("晓H1937 0225晴", "晓H19****25晴"),
        ("代码62754O4335786777No62", "代码6275********6777No62"),
        ("（副处长邮箱xahdc2907@）", "（副处长邮箱x***@）"),
        ("第一期+86148549484830\u200b6\u200b31-029\u200b0267", "第一期148****84830631-*****67"),
        (
            "小标题 留威夜校通讯地址　“留威夜校通讯地址：山东省威海市环翠区文化西路180号3号楼101室吸引毕业生”",
            "小标题 留威夜校通讯地址　“留威夜校***通讯地址：山东省威海市***吸引毕业生”",
        ),
        ("Sheet1+86-631-8864758!A3", "Sheet186********58!A3"),
        ("WeChat: ygymr_51422WeChat: pngaf_51422", "WeChat: ygy******22WeChat: png******22"),
        ("x***@example.cncttvh6702 @ example.cn", "x***@e***@example.cn"),
        (
            "家庭住址：山东省威海市环翠区世昌大道540号11号楼2886室在威海甲学院举办比赛",
            "家庭住址：山东省威海市***在威海甲学院举办比赛",
        ),
    ],
)
def test_a_number_that_runs_on_from_other_signs_is_masked_and_they_stay(text: str, masked: str) -> None:
    assert mask_text(text) == masked


def test_the_ending_of_a_file_is_no_part_of_a_number_in_its_name() -> None:
    assert mask_text("学号20201234.7z") == "学号20****34.7z"
    assert mask_text("工号 20201234.docx") == "工号 20****34.docx"


def test_what_was_cut_out_of_a_text_is_masked_by_what_stood_there() -> None:
    personal = personal_in(
        "兹证明张三（台胞证：0123 4567）于2024年3月1日实习，现住址 威海市环翠区文化西路180号3号楼101室"
    )
    assert without("证：01234567）于", personal) == "证:***)于"
    assert without("号3号楼101室", personal) == "***"
    assert without("威海甲学院2024年春季招聘会", personal) == "威海甲学院2024年春季招聘会"


@settings(max_examples=300)
@given(
    st.sampled_from(IDS + MOBILES),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("，。：（“*/"), max_size=5),
    st.text("，。 （）", max_size=3),
    st.randoms(use_true_random=False),
)
def test_no_whole_number_survives(number: str, before: str, after: str, chance: random.Random) -> None:
    ways = WAYS_OF_IDS if len(number) == 18 else WAYS_OF_MOBILES
    written = chance.choice(list(ways.values()))(number)
    assert digits_left(mask_text(before + written + after), number[:17]) <= 6


def test_a_text_without_anything_personal_is_the_same_object() -> None:
    text = "就业创业服务指导站2024年工作计划"
    assert mask_text(text) is text


@given(st.text(max_size=60))
def test_masking_twice_is_masking_once(text: str) -> None:
    once = mask_text(text)
    assert mask_text(once) == once
