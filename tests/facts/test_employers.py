from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from verifier.facts.employers import employer_of, locate
from verifier.model import Employer, Places

WORDS = Path(__file__).parents[2] / "rules/weihai-2020/words/places.yaml"


@pytest.fixture(scope="module")
def places() -> Places:
    raw = yaml.safe_load(WORDS.read_text("utf-8"))["places"]
    return Places(**{key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()})


def located(places: Places, name: str = "", **fields: str) -> Employer:
    return locate(Employer(name=name, **fields), places)


@pytest.mark.parametrize(
    ("column", "locality"),
    [
        ("371082", "local"),
        ("371000.0", "local"),
        ("371071000000", "local"),
        ("371082 荣成市", "local"),
        ("371082/荣成市", "local"),
        ("３７１００２", "local"),
        ("威海市环翠区", "local"),
        ("山东省-威海市-荣成市", "local"),
        ("山东省/威海市", "local"),
        ("乳山", "local"),
        ("高区", "local"),
        ("经区", "local"),
        ("火炬高技术产业开发区", "local"),
        ("370200", "outside"),
        ("110000", "outside"),
        ("371100", "outside"),
        ("青岛市高新区", "outside"),
        ("山东省-青岛市-崂山区", "outside"),
        ("烟台经济技术开发区", "outside"),
        ("江苏省南京市", "outside"),
        ("广东省中山市", "outside"),
        ("上海市浦东新区", "outside"),
        ("山东省", "unknown"),
        ("370000", "unknown"),
        ("000000", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_place_column_decides_first(places: Places, column: str, locality: str) -> None:
    assert located(places, place_code=column).locality == locality


def test_a_place_column_outranks_everything(places: Places) -> None:
    employer = located(
        places, "威海海智有限公司", place_code="370200", credit_code="92371000MA3JJYML8T", address="威海市"
    )
    assert (employer.locality, employer.reason) == ("outside", "单位所在地代码 370200")


def test_a_column_that_says_nothing_leaves_it_to_the_name(places: Places) -> None:
    assert located(places, "荣成海智食品厂", place_code="370000").locality == "local"


def test_a_credit_code_only_says_yes(places: Places) -> None:
    assert located(places, "海智商行", credit_code="92371000MA3JJYML8T").locality == "local"
    assert located(places, "威海海智商行", credit_code="91370200MA3JJYML8T").locality == "local"
    assert located(places, "海智商行", credit_code="91370200MA3JJYML8T").locality == "unknown"
    assert located(places, "海智商行", credit_code="371000123").locality == "unknown"


@pytest.mark.parametrize(
    ("address", "locality"),
    [
        ("山东省威海市环翠区威海路3号", "local"),
        ("荣成市崂山街道南大街1号", "local"),
        ("264200 威海市文化西路", "local"),
        ("地址：中国山东省威海市", "local"),
        ("文登经济技术开发区珠海路", "local"),
        ("环翠区张村镇", "local"),
        ("青岛市市南区威海路10号", "outside"),
        ("山东省青岛市崂山区", "outside"),
        ("崂山区海尔路", "outside"),
        ("烟台市莱山区", "outside"),
        ("莱阳市龙门西路", "outside"),
        ("大连经济技术开发区", "outside"),
        ("山东济南历下区", "outside"),
        ("香港九龙", "outside"),
        ("威海路10号", "unknown"),
        ("荣成大街5号", "unknown"),
        ("乳山路街道", "unknown"),
        ("高区文化西路", "unknown"),
        ("经区青岛中路130号", "unknown"),
        ("青岛中路130号", "unknown"),
        ("崂山街道南大街", "unknown"),
        ("东山宾馆", "unknown"),
    ],
)
def test_a_stated_address_tells_where(places: Places, address: str, locality: str) -> None:
    assert located(places, address=address).locality == locality


@pytest.mark.parametrize(
    ("name", "locality"),
    [
        ("威海海智有限公司", "local"),
        ("山东威海海智渔具有限公司", "local"),
        ("海智（威海）科技有限公司", "local"),
        ("青岛海智有限公司威海分公司", "local"),
        ("青岛银行股份有限公司荣成支行", "local"),
        ("哈尔滨工业大学（威海）", "local"),
        ("国网山东省电力公司乳山市供电公司", "local"),
        ("青岛海智有限公司", "outside"),
        ("山东青岛海智有限公司", "outside"),
        ("莱州海智有限公司", "outside"),
        ("上海威海路小吃店", "outside"),
        ("青岛恒荣成机械有限公司", "outside"),
        ("北京海智威海科技有限公司", "unknown"),
        ("华荣成套设备有限公司", "unknown"),
        ("威海海智有限公司青岛分公司", "unknown"),
        ("高区幼儿园", "unknown"),
        ("南海新区海智厂", "unknown"),
        ("金山软件", "unknown"),
        ("大理石加工厂", "unknown"),
        ("东方红商店", "unknown"),
        ("安顺物流有限公司", "unknown"),
        ("山东海智集团", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_name_tells_where_when_nothing_else_does(places: Places, name: str, locality: str) -> None:
    assert located(places, name).locality == locality


def test_an_address_outranks_a_name(places: Places) -> None:
    assert located(places, "威海海智有限公司青岛分公司", address="青岛市市北区").locality == "outside"
    assert located(places, "青岛海智有限公司", address="威海市荣成市").locality == "local"


def test_every_decision_has_its_reason(places: Places) -> None:
    assert located(places, "威海海智厂").reason == "单位名称含“威海”"
    assert located(places, place_code="371082").reason == "单位所在地代码 371082"
    assert "青岛" in located(places, address="山东省青岛市").reason
    assert located(places, "海智厂").reason


def test_an_employer_is_made_of_a_rosters_row(places: Places) -> None:
    both = employer_of({"employer": "海智厂", "employer_place": "青岛市", "employer_place_code": "371082"}, places)
    assert (both.name, both.locality) == ("海智厂", "local")
    assert employer_of({"employer": "海智厂", "employer_place": "青岛市"}, places).locality == "outside"
    assert (
        employer_of({"employer": "海智厂", "employer_place": "", "employer_place_code": ""}, places).locality
        == "unknown"
    )


AUDIT: dict[tuple[str, str], str] = {
    ("employer_place", "local"): """
        威海市|威海|山东威海|山东省威海市环翠区|山东省-威海市-环翠区|山东省/威海市/文登区|荣成|文登|威海高新区|
        威海临港区|371002环翠区|环翠区371002|环翠区（371002）|371081 文登市|371082001|371082000000|
        ３７１００２　环翠区|临港区|石岛管理区|好运角|本市|山东省高区|威海市 264200|264200 威海市文化西路2号|
        威海市环翠区青岛北路1号|中国山东省威海市|文登区天福办|荣成市崂山街道|山东省荣成市崂山街道办事处""",
    ("employer_place", "outside"): """
        青岛|龙口市|烟台市龙口市|即墨市|即墨区|莱阳|海阳市|海阳|高密市|高密|山东高密市|江苏省苏州市昆山市|
        北京市朝阳区|朝阳区|370202|370681 龙口市|320500|中山|浙江 金华|金华|省外|烟台市威海路|山东青岛|
        山东省-济南市-历下区|山东济南|内蒙古自治区包头市|新疆维吾尔自治区喀什地区|香港特别行政区|
        中国（上海）自由贸易试验区|中国（山东）自由贸易试验区青岛片区|大连市经济技术开发区|370200000000|崂山区""",
    ("employer_place", "unknown"): "山东省|山东|370000|000000|无|其他|中国|威海路8号|省内|文化路|37|99",
    ("employer_address", "local"): """
        荣成市成山大道|264300 荣成市|单位地址:山东省威海市经区|住所：威海市文登区|威海经济技术开发区青岛中路|
        文化西路180号（威海）|中国·山东·威海|山东威海荣成""",
    ("employer_address", "outside"): """
        266000 青岛市|山东省青岛市即墨区|上海市静安区威海路500号|龙口市东莱街道|山东省龙口市|江苏省南京市|
        四川省成都市高新区|成都高新区|青岛高新区|中国（上海）自由贸易试验区芳春路|
        中国（山东）自由贸易试验区烟台片区""",
    ("employer_address", "unknown"): "威海南路3号|金山路|人和街|东山路|温泉镇|崂山街道|高新区|经区|南海新区",
    ("employer", "local"): """
        威海市星辰有限公司|山东省威海市星辰厂|荣成星辰海洋食品有限公司|乳山市人民医院|文登区实验小学|
        环翠区人民政府|青岛星辰（威海）有限公司|中国石化销售股份有限公司山东威海石油分公司|
        中国石油化工股份有限公司威海分公司|中国工商银行股份有限公司威海分行|中国农业银行荣成支行|
        国网山东省电力公司威海供电公司|哈尔滨工业大学(威海)|哈尔滨工业大学威海校区|北京交通大学（威海）|
        哈尔滨理工大学荣成学院|威海职业学院|青岛啤酒（荣成）有限公司|青岛啤酒荣成有限公司|山东港口威海港有限公司|
        中国人寿保险股份有限公司威海分公司|国药控股威海有限公司|威 海 星 辰 有限公司|威海洋丰水产有限公司|
        荣成套管厂|新华书店威海店|ＡＢＣ（威海）有限公司""",
    ("employer", "outside"): """
        青岛市星辰有限公司|山东省青岛市星辰厂|龙口星辰有限公司|即墨星辰制衣|莱州市星辰|广东省中山市星辰厂|
        中国工商银行股份有限公司烟台分行|中国建设银行青岛支行|中国移动通信集团山东有限公司烟台分公司|
        国网山东省电力公司青岛供电公司|哈尔滨工业大学|烟台大学|深圳星辰科技有限公司山东分公司|
        广西壮族自治区星辰厂|高密市星辰机械|大连星辰海运有限公司|中国石化济南分公司""",
    ("employer", "unknown"): """
        威海市商业银行济南分行|威海银行股份有限公司天津分行|威海星辰（青岛）有限公司|深圳华威海洋工程有限公司|
        青岛国威海运有限公司|国威海运有限公司|华威海鲜大酒店|青岛顺荣成机械有限公司|恒荣成机械有限公司|
        鑫荣成食品有限公司|经区星辰厂|人和医院|温泉度假村|崂山街道办事处|中国海洋集团|星辰有限公司|威海路社区|无|
        老马兰州拉面店""",
    ("credit_code", "local"): """
        92371000MA3JJYML8T|92371000ma3jjyml8t|９２３７１０００MA3JJYML8T|91371082MA3C00000X|92371000MA3JJYML80|
        91371OOOMA3JJYML8T|9137100********L8T""",
    ("credit_code", "unknown"): """
        91370200MA3JJYML8T|91350100M000100Y43|371000123|MA3JJYML8|371000200012345|无|****|12371000""",
    ("employer_code", "unknown"): "371000123|MA3JJYML8",
}


@pytest.mark.parametrize(
    ("field", "value", "locality"),
    [(field, text.strip(), truth) for (field, truth), texts in AUDIT.items() for text in texts.split("|")],
)
def test_employers_of_known_truth(places: Places, field: str, value: str, locality: str) -> None:
    assert employer_of({"employer": "星辰公司", field: value}, places).locality == locality


@pytest.mark.parametrize(
    ("parts", "locality"),
    [
        (("山东省", "威海市", "环翠区"), "local"),
        (("山东", "威海", "荣成"), "local"),
        (("", "威海市", "高区"), "local"),
        (("", "", "荣成市"), "local"),
        (("山东省", "", "文登区"), "local"),
        (("山东省", "山东省威海市", "山东省威海市乳山市"), "local"),
        (("370000", "371000", "371082"), "local"),
        (("山东省", "青岛市", "崂山区"), "outside"),
        (("山东", "烟台", "龙口市"), "outside"),
        (("江苏", "", ""), "outside"),
        (("北京市", "市辖区", "海淀区"), "outside"),
        (("", "即墨市", ""), "outside"),
        (("浙江省", "金华", "义乌"), "outside"),
        (("山东省", "", ""), "unknown"),
        (("", "", ""), "unknown"),
    ],
)
def test_a_place_may_stand_in_three_columns(places: Places, parts: tuple[str, str, str], locality: str) -> None:
    fields = dict(zip(("employer_province", "employer_city", "employer_county"), parts, strict=True))
    assert employer_of({"employer": "星辰公司", **fields}, places).locality == locality


@pytest.mark.parametrize("place", ["山东省", "山东", "370000", "其他", ""])
def test_what_the_place_column_leaves_open_the_rest_decides(places: Places, place: str) -> None:
    def of(**more: str) -> str:
        return employer_of({"employer_place": place, **more}, places).locality

    assert of(employer="威海星辰公司") == "local"
    assert of(employer="青岛星辰公司") == "outside"
    assert of(employer="星辰公司", employer_address="威海市环翠区统一路") == "local"
    assert of(employer="威海星辰公司", employer_address="青岛市市北区") == "outside"
    assert of(employer="青岛星辰公司", employer_address="青岛市", credit_code="92371000MA3JJYML8T") == "local"


def test_code_and_name_of_a_place_in_two_columns_are_read_together(places: Places) -> None:
    def of(code: str, place: str) -> Employer:
        return employer_of({"employer": "星辰公司", "employer_place_code": code, "employer_place": place}, places)

    assert of("371082", "荣成市").reason == "单位所在地代码 371082"
    assert of("370000", "山东省威海市").locality == "local"
    assert of("370000", "山东省青岛市").locality == "outside"


def test_other_rule_sets_have_other_places(places: Places) -> None:
    elsewhere = replace(places, code_prefix="3706", names=("烟台",), dependent=(), anchors=(), outside=("威海",))
    assert located(elsewhere, place_code="370602").locality == "local"
    assert located(elsewhere, "威海海智厂").locality == "outside"
