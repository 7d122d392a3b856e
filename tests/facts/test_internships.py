from dataclasses import replace
from datetime import date

import pytest

from tests.facts.papers import grid, is_a, paper, scattered, sheet, words
from verifier.facts.certificates.internships import extract
from verifier.language.names import employer_in, is_name
from verifier.model import SEAL, Document, Fact, Internship, Observed, Place, Seal, Table

WORDS = words()
ID = "11010519491231002X"
SHANDA = "山东大学（威海）"


def read(document, known=()) -> list[Internship]:
    return [fact.value for fact in extract(Observed(document, known), WORDS)]


def days(internship: Internship) -> tuple[str, str]:
    assert internship.period
    return str(internship.period.start), str(internship.period.end)


SPRING = ("2024-03-01", "2024-06-30")


@pytest.mark.parametrize(
    ("text", "name", "school", "employer", "period"),
    [
        (
            "实 习 证 明\n兹证明山东大学（威海）软件工程专业学生张三（身份证号：11010519491231002X，学号：2020123）"
            "于 2024 年 3 月 1 日至 2024 年 6 月 30 日\n在我单位港口操作部实习。\n特此证明。\n"
            "实习单位（盖章）：威海澜栖海洋科技有限公司\n2024 年 7 月 1 日",
            "张三",
            SHANDA,
            "威海澜栖海洋科技有限公司",
            SPRING,
        ),
        (
            "实习证明\n兹有哈尔滨工业大学(威海)计算机学院2020级学生李明泽，性别男，学号2200400123，自2024年3月1日起至6月30\n"
            "日止在威海某某电气集团股份有限公司研发中心实习。\n特此证明！\n威海某某电气集团股份有限公司\n二〇二四年七月一日",
            "李明泽",
            "哈尔滨工业大学（威海）",
            "威海某某电气集团股份有限公司",
            SPRING,
        ),
        (
            "实习单位证明\n现证明：欧阳自强同学，系威海职业学院2024届毕业生，身份证号码1101051949****002X，"
            "于2024.3.1-2024.6.30在我公司生产部顶岗实习。\n荣成市某某水产有限公司（公章）\n2024.7.1",
            "欧阳自强",
            "威海职业学院",
            "荣成市某某水产有限公司",
            SPRING,
        ),
        (
            "顶岗实习证明\n姓名：王小虎  性别：男  学号：20210101\n专业：机电一体化技术\n实习单位：威海某某船舶修造厂\n"
            "实习时间：2024 年 3 月 1 日开始至 2024 年 6 月 30 日截止\n该生表现优秀，特此证明。\n2024年7月1日",
            "王小虎",
            "",
            "威海某某船舶修造厂",
            SPRING,
        ),
        (
            "证明\n兹证明张为民（学号：2021001）于2024年3月1日至今在威海市某某医院护理部实习。\n威海市某某医院\n2024年6月30日",
            "张为民",
            "",
            "威海市某某医院",
            SPRING,
        ),
        (
            "实习证明\n兹证明__阿卜杜拉·买买提__同学（男，身份证号 11010519491231002X）系烟台大学学生，"
            "从2024年3月1日开始实习，2024年6月30日结束，实习单位为乳山某某机械制造有限公司。\n特此证明\n单位（盖章）\n日期：2024年7月1日",
            "阿卜杜拉·买买提",
            "烟台大学",
            "乳山某某机械制造有限公司",
            SPRING,
        ),
        (
            "实习证明\n兹证明于洋同学于2024年3月至2024年6月在我司实习。\n威海市环翠区某某会计师事务所\n2024年7月1日",
            "于洋",
            "",
            "威海市环翠区某某会计师事务所",
            SPRING,
        ),
        (
            "实习证明\n威海职业学院：\n你校学生孙丽丽（学号2021030405），于2024年3月1日至2024年6月30日期间在我公司财务部实习。\n"
            "威海某某财务咨询有限公司  2024年7月1日",
            "孙丽丽",
            "威海职业学院",
            "威海某某财务咨询有限公司",
            SPRING,
        ),
        (
            "关于张三同学的实习证明\n张三，男，身份证号11010519491231002X，山东药品食品职业学院药学专业2021级学生，"
            "2024年3月1日-2024年6月30日在威海某某医院药剂科实习。\n威海某某医院\n2024年7月1日",
            "张三",
            "山东药品食品职业学院",
            "威海某某医院",
            SPRING,
        ),
    ],
)
@pytest.mark.parametrize("kind", ["word", "image"])
def test_single_certificates_in_many_wordings(text, name, school, employer, period, kind) -> None:
    (one,) = read(paper(text, kind=kind))
    assert (one.person.name, one.school, one.employer.name, days(one)) == (name, school, employer, period)
    if "至今" not in text:
        assert one.issued and one.issued.start == date(2024, 7, 1)


def test_everything_of_a_person_and_the_employer() -> None:
    (one,) = read(
        paper(
            "实习证明\n兹证明山东大学（威海）软件工程专业2024届毕业生张三（身份证号：11010519491231002X，学号：2020123）"
            "于2024年3月1日至2024年6月30日在我单位实习。\n特此证明。\n单位名称：威海某某有限公司\n"
            "统一社会信用代码：91350100M000100Y43\n单位地址：威海市环翠区海滨路1号\n2024年7月1日"
        )
    )
    person = one.person
    assert (person.resident_id, person.id_state, person.student_number, person.major) == (
        ID,
        "valid",
        "2020123",
        "软件工程",
    )
    assert (one.employer.credit_code, one.employer.address) == ("91350100M000100Y43", "威海市环翠区海滨路1号")
    assert one.role == "2024届毕业生"


@pytest.mark.parametrize("width", [12, 15, 18, 23, 31])
def test_line_breaks_inside_the_sentence_change_nothing(width: int) -> None:
    sentence = (
        "兹证明山东大学（威海）学生张三，身份证号：11010519491231002X，于2024年3月1日至2024年6月30日"
        "在威海某某微电子有限公司实习。特此证明。"
    )
    broken = "\n".join(sentence[at : at + width] for at in range(0, len(sentence), width))
    (one,) = read(paper(f"实习证明\n{broken}\n威海某某微电子有限公司\n2024年7月2日", kind="image"))
    assert (one.person.name, one.person.resident_id, one.school, one.employer.name, days(one)) == (
        "张三",
        ID,
        SHANDA,
        "威海某某微电子有限公司",
        SPRING,
    )


def test_names_listed_in_the_sentence() -> None:
    found = read(
        paper(
            "实践证明\n山东外事职业大学：\n贵校王五、赵六（学号2021002）、钱七等3名同学于2024年7月1日至2024年8月31日"
            "在我单位实习，特此证明。\n威海某某酒店\n2024年9月1日"
        )
    )
    assert [(one.person.name, one.person.student_number) for one in found] == [
        ("王五", ""),
        ("赵六", "2021002"),
        ("钱七", ""),
    ]
    assert {(one.school, one.employer.name) for one in found} == {("山东外事职业大学", "威海某某酒店")}


LETTER = (
    "实习证明\n山东大学（威海）：\n兹证明贵校以下2名2024届毕业生于2024年3月1日至2024年6月30日在我单位实习，名单如下：\n"
    "特此证明。\n实习单位（盖章）：威海某某有限公司\n2024年7月1日"
)


def test_a_letter_with_a_table_gives_each_row() -> None:
    table = grid(
        "序号|姓名|性别|学号|身份证号|专业|实习起止时间",
        f"1|张 三|男|2021001|{ID}|物流|2024.03.01-\n2024.06.30",
        "2|李四|女|2021002|371002********1234|会计|",
        "合计|2人|||||",
    )
    found = read(paper(LETTER, tables=(table,)))
    assert [(one.person.name, one.person.id_state, one.person.major, days(one)) for one in found] == [
        ("张三", "valid", "物流", SPRING),
        ("李四", "masked", "会计", SPRING),
    ]
    assert {(one.school, one.employer.name, str(one.issued and one.issued.start), one.role) for one in found} == {
        (SHANDA, "威海某某有限公司", "2024-07-01", "2024届毕业生")
    }


def test_a_list_that_goes_on_without_its_header() -> None:
    first = grid("序号|姓名|学号|专业", "1|张三|2021001|物流")
    second = grid("2|李四|2021002|会计")
    assert [one.person.name for one in read(paper(LETTER, tables=(first, second)))] == ["张三", "李四"]


def test_a_photographed_list_is_read_by_its_boxes() -> None:
    document = scattered(
        ("实习证明", 800, 50),
        ("山东大学（威海）：", 60, 100),
        ("兹证明贵校以下3名2024届毕业生于2024年3月1日至2024年6月30日在我单位实习", 60, 150),
        *(("序号", 60, 200), ("姓名", 200, 200), ("性别", 350, 200), ("学号", 500, 200), ("身份证号", 850, 200)),
        *(("1", 70, 240), ("张三", 200, 243), ("男", 360, 240), ("2021001", 460, 239), (ID, 720, 240)),
        *(("2", 70, 280), ("李四男", 200, 281), ("2021002", 460, 279), ("110105194912310 02X", 720, 280)),
        *(("3 王小明", 70, 320), ("女", 360, 320), ("2021003", 460, 319), ("371002200201011234", 720, 322)),
        ("特此证明", 60, 400),
        *(("实习单位（盖章）：", 500, 450), ("威海某某有限公司", 720, 450)),
        ("2024年7月1日", 700, 500),
    )
    found = extract(Observed(document), WORDS)
    assert [(fact.value.person.name, fact.value.person.student_number) for fact in found] == [
        ("张三", "2021001"),
        ("李四", "2021002"),
        ("王小明", "2021003"),
    ]
    assert [fact.value.person.resident_id for fact in found[:2]] == [ID, ID]
    assert found[0].place.box == (200, 243, 240, 271)
    assert {fact.value.employer.name for fact in found} == {"威海某某有限公司"}


def test_a_header_that_recognition_lost_is_made_up_for_by_the_shape_of_the_value() -> None:
    document = scattered(
        ("实习证明", 800, 50),
        ("兹证明贵校以下2名学生于2024年3月1日至2024年6月30日在我单位实习", 60, 150),
        *(("序号", 60, 200), ("姓名", 200, 200), ("性别", 350, 200), ("身份证号", 850, 200), ("专业", 1200, 200)),
        *(("1", 70, 240), ("张三", 200, 243), ("男", 360, 240), ("20201040112", 440, 239), (ID, 720, 240)),
        *(("2", 70, 280), ("李四", 200, 283), ("女", 360, 280), ("20201040113", 440, 279), (ID, 720, 280)),
        ("2024年7月1日", 700, 500),
    )
    assert [one.person.student_number for one in read(document)] == ["20201040112", "20201040113"]


def test_two_readings_of_one_row_are_one_person() -> None:
    row = (("1", 70, 240), ("张三", 200, 243), ("2021001", 460, 239), (ID, 720, 240))
    document = scattered(
        ("实习证明", 800, 50),
        ("兹证明贵校学生于2024年3月1日至2024年6月30日在我单位实习", 60, 150),
        *(("序号", 60, 200), ("姓名", 200, 200), ("学号", 500, 200), ("身份证号", 850, 200)),
        *row,
        *((text, left + 1, top + 1) for text, left, top in row),
    )
    assert [one.person.name for one in read(document)] == ["张三"]


def test_a_form_of_labels_and_values() -> None:
    form = grid(
        "姓名|张三|性别|男|学号|20210101",
        f"专业|物流管理|班级|物流2101|身份证号|{ID}",
        "学校|威海职业学院|实习单位|威海某某物流有限公司||",
        "实习时间|2024年3月1日至2024年6月30日|实习岗位|调度||",
        "实习单位鉴定意见|该生表现良好。 （盖章） 2024年7月1日||||",
        "学校意见|同意 2024年7月5日||||",
    )
    (one,) = read(paper("毕业生实习鉴定表", tables=(form,)))
    assert (one.person.name, one.person.student_number, one.person.major) == ("张三", "20210101", "物流管理")
    assert (one.school, one.employer.name, days(one)) == ("威海职业学院", "威海某某物流有限公司", SPRING)
    assert one.issued and one.issued.start == date(2024, 7, 1)


def test_a_photographed_form() -> None:
    document = scattered(
        ("实习鉴定表", 400, 50),
        *(("姓名", 60, 100), ("张三", 200, 100), ("性别", 400, 100), ("男", 500, 100)),
        *(("学号", 60, 140), ("2021001", 200, 140), ("专业", 600, 140), ("物流管理", 700, 140)),
        *(("实习单位", 60, 180), ("威海某某物流有限公司", 200, 180)),
        *(("实习时间", 60, 220), ("2024.3.1-2024.6.30", 200, 220)),
        *(("单位意见", 60, 300), ("表现良好", 200, 300)),
        ("2024年7月1日", 600, 350),
    )
    (one,) = read(document)
    assert (one.person.name, one.person.student_number, one.person.major) == ("张三", "2021001", "物流管理")
    assert (one.employer.name, days(one)) == ("威海某某物流有限公司", SPRING)


def test_a_file_of_many_certificates() -> None:
    def page(name: str, employer: str) -> str:
        sentence = f"兹证明学生{name}于2024年3月1日至2024年6月30日在我单位实习。"
        return f"实习证明\n{sentence}\n特此证明。\n{employer}\n2024年7月1日"

    found = read(paper((page("张三", "威海甲某有限公司"), page("李四", "威海乙某有限公司")), kind="pdf"))
    assert [(one.person.name, one.employer.name) for one in found] == [
        ("张三", "威海甲某有限公司"),
        ("李四", "威海乙某有限公司"),
    ]
    one_page = page("张三", "威海甲某有限公司") + "\n" + page("李四", "威海乙某有限公司")
    assert [one.person.name for one in read(paper(one_page))] == ["张三", "李四"]


def test_a_seal_names_the_employer_that_the_text_does_not() -> None:
    seal = Fact(SEAL, Seal("round", "威海某某实业有限公司"), "", Place("paper", 1))
    text = "实习证明\n兹证明学生张三于2024年3月1日至2024年6月30日在我单位实习。\n特此证明。\n2024年7月1日"
    (one,) = read(paper(text, kind="image"), (seal,))
    assert one.employer.name == "威海某某实业有限公司"


@pytest.mark.parametrize(
    "text",
    [
        "实习报告\n实习单位：威海某某有限公司\n姓名：张三",
        "在校证明\n兹证明张三系我校学生。\n2024年5月1日",
        "实习协议书\n甲方：威海某某有限公司\n乙方：张三",
        "年度工作总结\n组织学生到企业实习，并开具证明。",
    ],
)
def test_other_papers_are_no_certificates(text: str) -> None:
    assert read(paper(text)) == []


def test_a_paper_known_to_be_a_certificate_is_read_without_a_title() -> None:
    text = "学生张三于2024年3月1日至2024年6月30日在威海某某有限公司工作。"
    assert [one.person.name for one in read(paper(text), is_a("internship-certificate"))] == ["张三"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("威海某某集团有限公司青岛分公司研发部实习", "威海某某集团有限公司青岛分公司"),
        ("威海市某某医院护理部", "威海市某某医院"),
        ("华为某某技术有限公司（盖章）", "华为某某技术有限公司"),
        ("威海经济技术开发区某某小学", "威海经济技术开发区某某小学"),
        ("某某银行股份有限公司威海分行", "某某银行股份有限公司威海分行"),
        ("我单位生产部", ""),
    ],
)
def test_employers_are_cut_at_their_endings(text: str, name: str) -> None:
    assert employer_in(text, WORDS.employers) == name


def test_what_is_a_name() -> None:
    assert all(map(is_name, ["张三", "于洋", "欧阳自强", "阿卜杜拉·买买提", "丛小明"]))
    assert not any(map(is_name, ["学生", "自愿", "张", "实习证明", "2024"]))


LISTED = (
    "实习证明\n兹有山东大学（威海）2024届毕业生{}人，于2024年3月1日至2024年6月30日在我公司实习，{}\n{}\n"
    "特此证明。\n威海澜栖海洋科技有限公司\n2024年7月1日"
)
SIX = ["丛子昂", "毕晓彤", "史丹", "欧阳若曦", "于明轩", "鞠海燕"]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("名单如下：", " ".join(SIX)),
        ("名单如下：", "丛子昂 毕晓彤 史 丹\n欧阳若曦 于明轩 鞠海燕"),
        ("名单如下", "丛子昂、毕晓彤、史丹、\n欧阳若曦、于明轩、鞠海燕。"),
        ("具体名单如下：丛子昂，毕晓彤，史丹，欧阳若曦，于明轩，鞠海燕等6人。", ""),
        ("名单附后。", "实习学生名单\n1.丛子昂 2.毕晓彤 3.史丹\n4.欧阳若曦 5.于明轩 6.鞠海燕"),
        ("学生如下：", "1 丛子昂\n2 毕晓彤\n3 史　丹\n4 欧阳若曦\n5 于明轩\n6 鞠海燕"),
        ("名单如下：丛子昂、毕晓彤、史丹、欧", "阳若曦、于明轩、鞠海燕。"),
        ("名单如下：", "丛子昂(202401011)；毕晓彤(202401012)；史丹(202401013)\n欧阳若曦；于明轩；鞠海燕"),
    ],
)
def test_people_listed_by_their_names_alone(head: str, rows: str) -> None:
    people = read(paper(LISTED.format(6, head, rows)))
    assert [one.person.name for one in people] == SIX
    assert {days(one) for one in people} == {SPRING}
    assert {one.employer.name for one in people} == {"威海澜栖海洋科技有限公司"}


def test_a_table_of_nothing_but_names_is_a_list() -> None:
    table = grid("丛子昂|毕晓彤|史　丹|欧阳若曦", "于明轩|鞠海燕|乌云其木格|")
    people = read(paper(LISTED.format(7, "名单见下表：", "特此证明。"), tables=(table,)))
    assert [one.person.name for one in people] == [*SIX, "乌云其木格"]


def test_a_table_of_other_words_is_no_list_of_people() -> None:
    table = grid("软件技术|机电一体化", "会计学|学前教育")
    assert read(paper(LISTED.format(3, "专业见下表：", "特此证明。"), tables=(table,))) == []


def test_rows_of_names_in_a_picture_are_a_list() -> None:
    lines = [("实习证明", 400, 40), ("兹证明以下学生在我公司实习，名单如下：", 60, 100)]
    names = [(name, 60 + 200 * (at % 3), 160 + 60 * (at // 3)) for at, name in enumerate(SIX)]
    people = read(scattered(*lines, *names, ("威海澜栖海洋科技有限公司", 500, 320), ("2024年7月1日", 600, 370)))
    assert [one.person.name for one in people] == SIX


@pytest.mark.parametrize("rows", ["软件技术 机电一体化", "工作认真负责。", "销售岗 行政岗 客服岗"])
def test_rows_of_other_words_are_no_people(rows: str) -> None:
    assert read(paper(LISTED.format(3, "安排如下：", rows))) == []


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("于2024年2月26日至2024年 月14日", "2024-02-26", "None"),
        ("自2024年3月1日（），", "2024-03-01", "None"),
        ("于2024年上半年", "2024-01-01", "2024-06-30"),
        ("于2024年第二季度", "2024-04-01", "2024-06-30"),
        ("自2024年3月5日起", "2024-03-05", "None"),
        ("自2024年3月5日起至今", "2024-03-05", "2024-07-01"),
        ("从2023年9月至今一直", "2023-09-01", "2024-07-01"),
    ],
)
def test_a_period_whose_end_is_not_read_begins_all_the_same(said: str, start: str, end: str) -> None:
    text = f"实习证明\n兹证明学生丛子昂{said}在我公司实习。\n特此证明。\n威海澜栖海洋科技有限公司\n2024年7月1日"
    assert [days(one) for one in read(paper(text))] == [(start, end)]


def test_a_letter_of_the_seal_is_no_part_of_the_name_under_it() -> None:
    signed = "烟 烟台某某机电有限公司\n2024年7月1日"
    text = f"实习证明\n兹证明学生丛子昂于2024年3月1日至2024年6月30日在我公司实习。\n特此证明。\n{signed}"
    assert read(paper(text))[0].employer.name == "烟台某某机电有限公司"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("于2023—2024学年第二学期", ("2024-02-01", "2024-08-31")),
        ("于2024年春季学期", ("2024-02-01", "2024-08-31")),
        ("在2024-2025学年第一学期", ("2024-09-01", "2025-01-31")),
        ("于2024年暑期", ("2024-01-01", "2024-12-31")),
        ("2024年在我单位", ("2024-01-01", "2024-12-31")),
    ],
)
def test_a_term_or_a_season_is_a_period(period: str, expected: tuple[str, str]) -> None:
    (one,) = read(
        paper(f"实习证明\n兹证明威海职业学院学生张三（学号：2021）{period}在我单位实习。\n威海清禾商贸有限公司")
    )
    assert days(one) == expected


def test_a_class_is_no_period() -> None:
    (one,) = read(
        paper("实习证明\n兹证明威海职业学院2024年毕业生张三（学号：2021）在我单位实习。\n威海清禾商贸有限公司")
    )
    assert one.period is None


SENTENCE = "兹证明威海职业学院2024届毕业生（名单如下）于2024年3月4日至2024年6月28日在我公司实习。"


@pytest.mark.parametrize(
    "head", ["序号 No.|姓名 Name|学号 Student No.|专业 Major", "No.|姓名（Name）|学号(ID No.)|专业/Major"]
)
def test_headers_in_two_languages(head: str) -> None:
    table = grid(head, "1|张三|2021001|会计", "2|李四|2021002|会计")
    people = [each.person for each in read(paper(f"实习证明\n{SENTENCE}", tables=(table,)))]
    assert [(each.name, each.student_number) for each in people] == [("张三", "2021001"), ("李四", "2021002")]


def test_lists_side_by_side() -> None:
    rows = ("序号|姓名|学号|序号|姓名|学号", "1|张三|2021001|3|王五|2021003", "2|李四|2021002|||")
    expected = {("张三", "2021001"), ("李四", "2021002"), ("王五", "2021003")}
    typed = read(paper(f"实习证明\n{SENTENCE}", tables=(grid(*rows),)))
    assert {(each.person.name, each.person.student_number) for each in typed} == expected
    cells = [
        (text, 60 + 150 * column, 300 + 50 * at)
        for at, row in enumerate(rows)
        for column, text in enumerate(row.split("|"))
        if text
    ]
    scanned = read(scattered(("实习证明", 400, 50), (SENTENCE, 60, 120), *cells), is_a("internship-certificate"))
    assert {(each.person.name, each.person.student_number) for each in scanned} == expected


def test_slips_on_one_page_are_a_certificate_each() -> None:
    titles = [f"实习情况证明（回执联） № 20240{n}" for n in (1, 2)]
    slips = tuple(
        grid(
            f"姓名|{name}|学号|{number}",
            "实习单位|威海清禾商贸有限公司||",
            "起止时间|2024年4月15日—2024年8月31日||",
            title=title,
        )
        for title, name, number in zip(titles, ("张三", "傅四"), ("2021001", "2021002"), strict=True)
    )
    slips = tuple(replace(slip, place=Place("paper", 1)) for slip in slips)
    document = paper("\n".join(titles), tables=slips, kind="pdf")
    people = [each.person for each in read(document, is_a("internship-certificate"))]
    assert [(each.name, each.student_number) for each in people] == [("张三", "2021001"), ("傅四", "2021002")]


def test_a_certificate_typed_in_a_workbook() -> None:
    rows = (
        "实习证明||",
        f"{SENTENCE}||",
        "序号|姓名|学号",
        "1|张三|2021001",
        "2|李四|2021002",
        "威海清禾商贸有限公司||",
    )
    (one, _) = read(paper(tables=(sheet(*rows),), kind="sheet"), is_a("internship-certificate"))
    assert (one.person.name, days(one)) == ("张三", ("2024-03-04", "2024-06-28"))
    assert one.employer.name == "威海清禾商贸有限公司"
    listed = ("2024年实习学生名单||", "序号|姓名|学号", "1|张三|2021001")
    assert not read(paper(tables=(sheet(*listed),), kind="sheet"), is_a("internship-certificate"))


@pytest.mark.parametrize(
    "rows",
    [
        "1．张三，女，身份证号11010519491231002X，软件技术专业；\n2．李明泽，男，身份证号110105194912310038，物流专业；",
        "1、张三，学号2020001，软件技术专业，岗位：仓储\n2、李明泽，学号2020002，物流专业，岗位：货运",
        "（1）张三（学号：2020001）软件技术专业\n（2）李明泽（学号：2020002）物流专业",
        "张三，女，身份证号11010519491231002X\n李明泽，男，身份证号110105194912310038",
        "1. 张三，女，软件技术专业，实习岗位为仓储管理，\n学号2020001；\n2. 李明泽，男，物流专业，学号2020002。",
    ],
)
def test_people_of_whom_each_has_a_line(rows: str) -> None:
    text = f"证明\n贵校下列学生于2024年3月11日至6月30日在我公司实习：\n{rows}\n特此证明。\n威海港通物流有限公司"
    interns = read(paper(text), is_a("internship-certificate"))
    assert [each.person.name for each in interns] == ["张三", "李明泽"]
    assert all(each.person.resident_id or each.person.student_number for each in interns)


def test_a_tutor_under_a_certificate_is_no_intern() -> None:
    text = "实习证明\n兹证明学生张三（学号：2020001）于2024年3月1日至6月30日在我公司实习。\n李明泽，指导教师，电话略"
    assert [each.person.name for each in read(paper(text))] == ["张三"]


def test_a_host_s_letter_names_those_who_are_with_it() -> None:
    people = "、".join(f"{name}（学号20210301004{n}）" for n, name in enumerate(("刁静怡", "臧子昂", "宫帅")))
    text = (
        "关于接收高校毕业生实习情况的函\n威海市人力资源和社会保障局：\n自2024年4月8日起至2024年10月31日止，我公司共接收威海职业学院"
        f"应届毕业生3人来厂实习，安排在加工车间、品控室等岗位。实习学生为：{people}。\n荣成市海昇食品股份有限公司\n2024年11月4日"
    )
    interns = read(paper(text), is_a("internship-certificate"))
    assert [each.person.name for each in interns] == ["刁静怡", "臧子昂", "宫帅"]
    assert {each.employer.name for each in interns} == {"荣成市海昇食品股份有限公司"}
    assert {each.person.student_number for each in interns} == {f"20210301004{n}" for n in range(3)}


@pytest.mark.parametrize("heading", ["一、{}（2人）|二、{}（1人）", "（一）{}|（二）{}", "{}（共2人）|{}（共1人）"])
def test_each_list_is_of_the_employer_over_it(heading: str) -> None:
    names = "威海蓝湾精密机械有限公司", "青岛启帆软件科技有限公司"
    first, second = (each.format(name) for each, name in zip(heading.split("|"), names, strict=True))
    head = "序号|姓名|学号|实习时间"
    tables = (
        grid(head, "1|张三|2021001|2024.5.6—8.30", "2|李四|2021002|2024.5.6—8.30", title=first),
        grid(head, "1|王五|2021003|2024.5.6—8.30", title=second),
    )
    placed = tuple(replace(table, place=Place("paper", line=line)) for table, line in zip(tables, (3, 6), strict=True))
    text = (
        f"毕业生实习情况确认书\n各单位确认如下：\n{first}\n{names[0]}\n2024年9月2日\n{second}\n{names[1]}\n2024年9月2日"
    )
    told = read(paper(text, tables=placed), is_a("internship-certificate"))
    assert [(each.person.name, each.employer.name) for each in told] == [
        ("张三", names[0]),
        ("李四", names[0]),
        ("王五", names[1]),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "在我分公司（地址：青岛市城阳区正阳中路216号）实习",
        "在我公司（单位地址为青岛市城阳区正阳中路216号）实习",
        "在我公司实习，我公司位于青岛市城阳区正阳中路216号",
    ],
)
def test_the_sentences_may_tell_the_employer_s_address(said: str) -> None:
    text = f"实习证明\n兹证明学生张三（学号：2020001）于2024年3月1日至6月30日{said}。\n威海远航物流有限公司青岛分公司"
    (one,) = read(paper(text), is_a("internship-certificate"))
    assert one.employer.address == "青岛市城阳区正阳中路216号"


def test_a_residents_committee_is_named_to_its_end() -> None:
    name = "威海市环翠区听涛街道榴花社区居民委员会"
    assert employer_in(name, WORDS.employers) == name
    assert not is_name("来厂实习") and not is_name("安排")


@pytest.mark.parametrize(
    "row", ["地址：威海市高区初村科技园", "联系地址：威海市环翠区某路服务中心", "单位电话：0631-5678105 办公中心"]
)
def test_where_an_employer_is_is_not_its_name(row: str) -> None:
    text = "实习证明\n兹证明学生张三（学号：2020001）于2024年3月1日至6月30日在我公司实习。"
    (one,) = read(paper(f"{text}\n威海智联软件科技有限公司\n{row}"), is_a("internship-certificate"))
    assert one.employer.name == "威海智联软件科技有限公司"


@pytest.mark.parametrize("behind", ["实习", "来我公司实习", "参加顶岗实习", "。"])
def test_a_long_list_in_a_sentence_is_read_to_its_last_name(behind: str) -> None:
    names = ("刁静怡", "臧子昂", "宫帅", "辛鑫")
    people = "、".join(f"{name}（学号20210301004{n}）" for n, name in enumerate(names))
    text = f"证明\n自2024年3月1日至8月31日，我公司接收贵校毕业生{people}{behind}\n威海智联软件科技有限公司"
    assert [each.person.name for each in read(paper(text), is_a("internship-certificate"))] == list(names)


@pytest.mark.parametrize(
    "told",
    [
        "贵校以下6名2024届毕业生于2024年3月1日至2024年6月30日在我公司实习：",
        "贵校下列同学于2024年3月1日至2024年6月30日在我公司\n化验室实习：",
        "2024年3月1日至2024年6月30日，以下贵校学生\n在我公司实习：",
    ],
)
def test_a_sentence_that_ends_with_a_colon_announces_a_list(told: str) -> None:
    text = f"实习证明\n{told}\n{'　'.join(SIX[:3])}\n{'　'.join(SIX[3:])}\n特此证明。\n威海澜栖海洋科技有限公司"
    people = read(paper(text), is_a("internship-certificate"))
    assert [one.person.name for one in people] == SIX
    assert {days(one) for one in people} == {SPRING}


@pytest.mark.parametrize("told", ["我公司从事以下业务：", "以下学生实习岗位见各行：\n软件 硬件"])
def test_a_colon_behind_other_words_announces_nobody(told: str) -> None:
    text = f"实习证明\n兹证明丛子昂同学在我公司实习。{told}\n水产加工 冷链物流\n特此证明。\n威海澜栖海洋科技有限公司"
    assert {one.person.name for one in read(paper(text), is_a("internship-certificate"))} <= {"丛子昂"}


def test_a_rare_or_misread_surname_in_a_long_list_is_a_name() -> None:
    text = "证明\n今有贵校毕业生臧丽娜、曵帅、慕鑫、解雅琪、褚颖等5名同学在我公司实习。\n威海澜栖海洋科技有限公司"
    people = [one.person.name for one in read(paper(text), is_a("internship-certificate"))]
    assert people == ["臧丽娜", "曵帅", "慕鑫", "解雅琪", "褚颖"]
    other = "证明\n今有贵校毕业生臧丽娜、慕鑫、会计、护理等同学在我公司实习。\n威海澜栖海洋科技有限公司"
    assert [one.person.name for one in read(paper(other), is_a("internship-certificate"))] == ["臧丽娜", "慕鑫"]


@pytest.mark.parametrize(
    "second",
    [
        (("学校", "威海职业学院"), ("专业", "护理")),
        (("学院", "护理学院"), ("班级", "护理2101")),
    ],
)
def test_the_rows_of_a_photographed_form_are_no_list(second: tuple[tuple[str, str], ...]) -> None:
    first = (("姓名", "张三"), ("学号", "202101010003"))
    rows = [first, second, (("实习单位", "荣成海旺水产食品有限公司"), ("岗位", "检验员"))]
    cells = [
        (text, 60 + 280 * at + 100 * side, 100 + 50 * y)
        for y, row in enumerate(rows)
        for at, pair in enumerate(row)
        for side, text in enumerate(pair)
    ]
    when = (("自2024年3月4日起", 160, 250), ("实习时间", 60, 265), ("至2024年6月14日止", 160, 280))
    (one,) = read(scattered(("毕业实习鉴定表", 400, 40), *cells, *when), is_a("internship-certificate"))
    assert (one.person.name, one.person.student_number) == ("张三", "202101010003")
    assert one.employer.name == "荣成海旺水产食品有限公司"


@pytest.mark.parametrize("width", [14, 17, 20, 23])
def test_lines_of_a_sentence_that_begin_with_names_are_no_rows_of_a_list(width: int) -> None:
    names = ("刁静怡", "臧子昂", "宫帅", "辛鑫", "褚思琪", "隋明轩", "原佳怡")
    told = "、".join(f"{name}（学号20210301004{n}）" for n, name in enumerate(names))
    whole = f"自2024年4月8日起至2024年11月1日，我厂接收贵校应届毕业生7人来厂实习。实习学生为：{told}。"
    lines = "\n".join(whole[at : at + width] for at in range(0, len(whole), width))
    people = read(
        paper(f"关于接收毕业生实习情况的函\n{lines}\n荣成市海昇食品股份有限公司"), is_a("internship-certificate")
    )
    assert [(one.person.name, one.person.student_number) for one in people] == [
        (name, f"20210301004{n}") for n, name in enumerate(names)
    ]


_MERGED = (
    "姓名|学号|实习单位|起止时间",
    "张三|2021001|威海蓝湾精密机械有限公司|2024.4.1—2024.9.30",
    "李四|2021002||2024.5.6—2024.9.30",
    "王五|2021003||2024.5.6—2024.9.30",
    "赵六|2021004|青岛启帆软件科技有限公司|2024.4.1—2024.6.30",
    "钱七|2021005||",
)


def _merged_table() -> Table:
    """The employer stands in one cell for three, then for two; the period of the last two too."""
    return replace(grid(*_MERGED), merged=((1, 2, 3, 2), (4, 2, 5, 2), (4, 3, 5, 3)))


def _merged_scan() -> Document:
    """The same with rulings: what stands in a merged cell is read in its middle, beside another row or between two."""
    middles = {(1, 2): 200, (4, 2): 325, (4, 3): 325}
    cells = [
        (text, 20 + 240 * column, middles.get((at, column), 100 + 50 * at))
        for at, row in enumerate(_MERGED)
        for column, text in enumerate(row.split("|"))
        if text
    ]
    made = scattered(("实习证明", 400, 10), (SENTENCE, 20, 50), *cells)
    boxes = tuple((0, 90 + 50 * at, 1000, 140 + 50 * at) for at in range(len(_MERGED)))
    ruled = replace(_merged_table(), place=Place("photo", 1), row_boxes=boxes)
    return replace(made, grids=(ruled,))


@pytest.mark.parametrize("document", [paper(f"实习证明\n{SENTENCE}", tables=(_merged_table(),)), _merged_scan()])
def test_a_cell_merged_over_rows_is_of_each_of_their_people(document: Document) -> None:
    told = read(document, is_a("internship-certificate"))
    assert [(each.person.name, each.employer.name) for each in told] == [
        *((name, "威海蓝湾精密机械有限公司") for name in ("张三", "李四", "王五")),
        *((name, "青岛启帆软件科技有限公司") for name in ("赵六", "钱七")),
    ]
    assert days(told[-1]) == ("2024-04-01", "2024-06-30")


@pytest.mark.parametrize(("second", "found"), [("学号", 4), ("身份证号", 4), ("岗位", 0)])
def test_two_columns_of_a_scan_are_a_list_of_people_where_one_is_a_key(second: str, found: int) -> None:
    values = {"学号": "202101010{:03}", "身份证号": "1101051949123100{}X", "岗位": "指导教师{}"}
    rows = [
        ("姓名", second),
        *((name, values[second].format(n)) for n, name in enumerate(["张三", "李四", "王五", "赵六"])),
    ]
    cells = [(text, 60 + 400 * at, 200 + 50 * y) for y, row in enumerate(rows) for at, text in enumerate(row)]
    under = ("青岛启帆软件科技有限公司", 500, 500), ("2024年7月2日", 500, 550)
    told = read(scattered(("实习证明", 400, 50), (SENTENCE, 60, 120), *cells, *under), is_a("internship-certificate"))
    assert len([each for each in told if each.person.student_number or each.person.resident_id]) == found
    assert {each.employer.name for each in told if found} == ({"青岛启帆软件科技有限公司"} if found else set())
