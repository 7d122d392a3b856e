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
        ("北京海智威海科技有限公司", "local"),
        ("哈尔滨工业大学（威海）", "local"),
        ("国网山东省电力公司乳山市供电公司", "local"),
        ("青岛海智有限公司", "outside"),
        ("山东青岛海智有限公司", "outside"),
        ("莱州海智有限公司", "outside"),
        ("上海威海路小吃店", "outside"),
        ("青岛恒荣成机械有限公司", "unknown"),
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


def test_other_rule_sets_have_other_places() -> None:
    elsewhere = Places(code_prefix="3706", names=("烟台",), dependent=(), anchors=(), outside=("威海",))
    assert located(elsewhere, place_code="370602").locality == "local"
    assert located(elsewhere, "威海海智厂").locality == "outside"
