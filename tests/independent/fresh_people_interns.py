# ruff: noqa: E501
"""4.1: what employers write about the students who came to them, and what only resembles it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    HEI,
    KAI,
    SERIF,
    SONG,
    Letter,
    Person,
    Sheet,
    book,
    case,
    grid,
    mark,
    people,
    sheet_html,
    spaced,
    stamp,
)
from tests.independent.press import Press, save_scan, scanned

_REPEATED_HEAD = "thead{display:table-header-group}tr{page-break-inside:avoid}"


def cases() -> Iterator[Case]:
    full, high, none = (20, 20, 20), (0, 0, 20), (0, 0, 0)
    yield case(
        "41-list-behind-letter",
        "4.1",
        _list_behind_letter,
        full,
        "4.1：威海企业证明信附 56 人名单，红章在末页覆盖全文（4.1 seals）；无名册时以证明所言为准",
        facts={"4.1": {"interns": 56}},
    )
    yield case(
        "41-three-employers",
        "4.1",
        _three_employers,
        full,
        "4.1：三家（荣成、文登、环翠）共 20+18+15 = 53 人",
        facts={"4.1": {"interns": 53}},
        school="威海海洋职业学院",
    )
    yield case(
        "41-one-in-yantai",
        "4.1",
        _one_in_yantai,
        none,
        "4.1：烟台 16 人不计，威海 22+19 = 41 人 < 50；毕业生 1286 人",
        flags=["employer-not-local", "below-threshold"],
        facts={"4.1": {"interns": 41, "graduates": 1286}},
        school="山东外事职业大学",
    )
    yield case(
        "41-graduates-unknown",
        "4.1",
        _graduates_unknown,
        high,
        "4.1：26 人，毕业生总数不明 → 0/0/20",
        flags=["denominator-missing"],
        facts={"4.1": {"interns": 26}},
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "41-small-class",
        "4.1",
        _small_class,
        full,
        "4.1：毕业生 86 人（名册）< 200，实习 23 人 ≥ 20",
        facts={"4.1": {"interns": 23, "graduates": 86}},
        school="北京交通大学（威海）",
    )
    yield case(
        "41-booklet",
        "4.1",
        _booklet,
        full,
        "4.1：总结载毕业生 168 人 < 200；22 份单人证明各自盖章",
        facts={"4.1": {"interns": 22, "graduates": 168}},
        school="北京交通大学（威海）",
    )
    yield case(
        "41-still-there",
        "4.1",
        _still_there,
        full,
        "4.1 when：自2024年3月起实习至今，起点在期内即可；51 人",
        facts={"4.1": {"interns": 51}},
        school="山东药品食品职业学院",
    )
    yield case(
        "41-three-names-a-line",
        "4.1",
        _three_names_a_line,
        full,
        "4.1：扫描件一页三栏 57 人；识别信心不足时 low 可为 0",
        alt={"4.1": [(0, 20, 20)]},
        school="山东交通学院（威海）",
    )
    yield case(
        "41-seal-laid-in-word",
        "4.1",
        _seal_laid_in_word,
        high,
        "4.1 seals：Word 打字稿贴章图，seal-missing，只计 high",
        flags=["seal-missing"],
    )
    yield case(
        "41-not-stamped",
        "4.1",
        _not_stamped,
        high,
        "4.1：52 人，落款处没有章，seal-missing，只计 high",
        flags=["seal-missing"],
        school="威海海洋职业学院",
    )
    yield case(
        "41-grey-copy",
        "4.1",
        _grey_copy,
        high,
        "4.1 seals：灰度扫描，无法判断章色，seal-missing，只计 high",
        flags=["seal-missing"],
        school="山东药品食品职业学院",
    )
    yield case(
        "41-not-in-roster",
        "4.1",
        _not_in_roster,
        high,
        "4.1 who counts：55 人中 8 人不在 210 人的毕业生名册，47 < 50；high 55",
        flags=["not-in-roster"],
        facts={"4.1": {"interns": 47, "graduates": 210}},
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "41-next-class",
        "4.1",
        _next_class,
        high,
        "4.1 who counts：下一届（2025届）学生，judgement-required，只计 high",
        flags=["judgement-required"],
        school="山东交通学院（威海）",
    )
    yield case(
        "41-at-a-court",
        "4.1",
        _at_a_court,
        high,
        "4.1 who counts：接收方是法院，显非企业，judgement-required，只计 high",
        flags=["judgement-required"],
        school="山东大学（威海）",
    )
    yield case(
        "41-same-people-twice",
        "4.1",
        _same_people_twice,
        none,
        "4.1：两份各 30 人，12 人重复，共 48 人 < 50；毕业生 1500 人",
        flags=["below-threshold"],
        facts={"4.1": {"interns": 48, "graduates": 1500}},
    )
    yield case(
        "41-year-before",
        "4.1",
        _year_before,
        none,
        "4.1：实习全在 2023 年，不在期内",
        flags=["date-outside-period"],
        school="山东外事职业大学",
    )
    yield case(
        "41-only-an-agreement",
        "4.1",
        _only_an_agreement,
        none,
        "4.1 要企业开具的实习证明：只有共建实习基地协议，没有人",
        alt={"4.1": [(0, 0, 20)]},
        school="威海海洋职业学院",
    )


def summary(folder: Path, school: str, graduates: int) -> None:
    Letter().title(f"{school}大学生就业创业服务指导站", "2024年度工作总结", size=20).text(
        f"2024年，学校有应届毕业生{graduates}人。指导站围绕政策宣传、岗位对接、实习组织等开展工作，现总结如下。"
    ).head("一、校企合作").text("与多家企业保持联系，组织毕业年级学生到企业实习锻炼。").head("二、下步打算").text(
        "继续拓展岗位资源，提高服务质量。"
    ).sign(f"{school}", "2024年11月22日").save(folder / "年度总结.docx")


def roster(path: Path, school: str, who: Sequence[Person]) -> None:
    book(
        path,
        Sheet(
            [["序号", "学号", "姓名", "性别", "身份证号", "专业", "学历", "生源地"]],
            [[n, p.xh, p.name, p.sex, p.rid, p.major, p.level, p.origin] for n, p in enumerate(who, 1)],
            above=[f"{school}2024届毕业生生源信息库"],
        ),
    )


def _list_behind_letter(folder: Path, press: Press) -> None:
    who = people("list behind letter", 56)
    rows = [
        [n, spaced(p.name), p.sex, p.xh, p.major, ("装配", "品检", "数控操作", "仓储")[n % 4]]
        for n, p in enumerate(who, 1)
    ]
    body = (
        "<div style='text-align:center;font-size:1.7em;color:#b00;border-bottom:3px solid #b00;letter-spacing:.15em'>威海海恒精密制造有限公司</div>"
        "<p class=n style='text-align:right'>海恒人字〔2024〕11号</p><h1>实习证明</h1><p class=n>威海职业学院：</p>"
        "<p>贵校2024届毕业生丛同学等56人（名单附后），于2024年1月8日至2024年5月31日在我公司生产车间实习。实习期间遵守劳动纪律，服从安排，较好完成了岗位任务。</p>"
        "<p>特此证明。</p><p>附：实习学生名单</p>".replace("丛同学", who[0].name)
        + grid([["序号", "姓名", "性别", "学号", "专业", "实习岗位"]], rows)
        + f"<div style='page-break-inside:avoid'><p class=r style='margin-top:3.5em'>威海海恒精密制造有限公司{stamp('威海海恒精密制造有限公司', x=-180, y=-75, turn=5)}</p>"
        "<p class=r>2024年6月3日</p></div><p class=n style='font-size:.75em'>地址：威海市经济技术开发区大庆路88号　电话：0631-5960000</p>"
    )
    press.pdf(folder / "海恒.pdf", sheet_html(body, font=SONG, margin="20px 40px", css=_REPEATED_HEAD))


def _three_employers(folder: Path, press: Press) -> None:
    where = folder / "4.1实习证明"
    where.mkdir()
    who = people("three employers", 53)
    first, second, third = who[:20], who[20:38], who[38:]
    body = (
        "<h1>证　明</h1><p>威海海洋职业学院海洋技术系2024届毕业生20人，自二〇二四年二月二十六日至二〇二四年六月十四日在本公司水产加工及育苗车间实习，名单如下：</p>"
        + grid(
            [["序号", "学生姓名", "学生学号", "所学专业"]], [[n, p.name, p.xh, p.major] for n, p in enumerate(first, 1)]
        )
        + f"<p>特此证明。</p><p class=r style='margin-top:3em'>荣成市东岸海洋食品有限公司{stamp('荣成市东岸海洋食品有限公司', x=-190, y=-75)}</p><p class=r>二〇二四年六月十七日</p>"
    )
    press.pdf(where / "东岸食品.pdf", sheet_html(body, font=KAI, size=17))
    lines = "".join(f"<p class=n>{n}、{p.name}，{p.sex}，身份证号：{p.rid}</p>" for n, p in enumerate(second, 1))
    body = (
        "<h1>学生实习证明</h1><p>兹有威海海洋职业学院机电工程系2024届毕业生共18名，2024.3.4—2024.6.28在我单位生产一线参加毕业实习，实习考核全部合格，具体人员为：</p>"
        f"<div style='columns:2'>{lines}</div><p class=r style='margin-top:3em'>实习单位（盖章）：威海市文登泽丰纺织有限公司{stamp('威海市文登泽丰纺织有限公司', x=-190, y=-75, turn=-8)}</p><p class=r>2024年7月1日</p>"
    )
    press.pdf(where / "泽丰纺织.pdf", sheet_html(body, font=SERIF, size=14))
    rows = [
        [n, p.name, p.rid, "前台接待" if n % 2 else "客房服务", "2024-04-01", "2024-07-31", "良好"]
        for n, p in enumerate(third, 1)
    ]
    body = (
        "<h1 style='font-size:1.4em'>毕业生实习情况证明表</h1><p class=n>学校：威海海洋职业学院　　届别：2024届　　实习单位：威海佳澜酒店管理有限公司（威海市环翠区海滨北路）</p>"
        + grid([["序号", "姓名", "身份证号", "岗位", "开始日期", "结束日期", "鉴定"]], rows)
        + f"<p>以上15名毕业生在我单位实习情况属实。</p><p class=r style='margin-top:2.5em'>威海佳澜酒店管理有限公司{stamp('威海佳澜酒店管理有限公司', x=-190, y=-75)}</p><p class=r>2024年8月2日</p>"
    )
    press.pdf(where / "佳澜酒店.pdf", sheet_html(body, font=HEI, size=14))


def plain_letter(
    school: str, company: str, place: str, when: str, issued: str, who: Sequence[Person], klass: str
) -> str:
    return (
        f"<h1>实习证明</h1><p class=n>{school}：</p><p>贵校{klass}毕业生{len(who)}人于{when}在我公司实习，名单如下：</p>"
        + grid(
            [["序号", "姓名", "学号", "专业", "身份证号"]],
            [[n, p.name, p.xh, p.major, p.rid] for n, p in enumerate(who, 1)],
        )
        + f"<div style='page-break-inside:avoid'><p>特此证明。</p><p class=r style='margin-top:2.5em'>{company}{stamp(company, x=-170, y=-75)}</p><p class=r>{issued}</p></div>"
        f"<p class=n style='font-size:.8em'>单位地址：{place}</p>"
    )


def _one_in_yantai(folder: Path, press: Press) -> None:
    school = "山东外事职业大学"
    everybody = people("one in yantai", 57, level="本科")
    for at, (company, place, start, many) in enumerate(
        [
            ("威海锦帆国际货运代理有限公司", "威海市环翠区新威路19号", 0, 22),
            ("乳山市银滩文旅发展有限公司", "乳山市银滩长江路", 22, 19),
            ("烟台港升供应链有限公司", "烟台市芝罘区北马路166号", 41, 16),
        ]
    ):
        who = everybody[start : start + many]
        letter = plain_letter(school, company, place, "2024年3月1日至2024年6月20日", "2024年6月24日", who, "2024届")
        press.pdf(folder / f"实习证明{at + 1}.pdf", sheet_html(letter, font=SONG, size=15, margin="20px 40px"))
    summary(folder, school, 1286)


def _graduates_unknown(folder: Path, press: Press) -> None:
    who = people("graduates unknown", 26, level="本科")
    letter = plain_letter(
        "哈尔滨理工大学荣成校区",
        "荣成市鲸湾船舶配套有限公司",
        "荣成市石岛管理区黄海路",
        "2024年5月6日至2024年6月28日",
        "2024年7月2日",
        who,
        "2024届",
    )
    press.pdf(folder / "实习证明.pdf", sheet_html(letter, font=KAI, size=16, margin="20px 40px"))


def _small_class(folder: Path, press: Press) -> None:
    school = "北京交通大学（威海）"
    who = people("small class", 86, level="本科")
    roster(folder / "2024届毕业生名单.xlsx", school, who)
    letter = plain_letter(
        school,
        "威海智联软件科技有限公司",
        "威海市火炬高技术产业开发区初村科技园",
        "2024年2月20日至2024年5月20日",
        "2024年5月22日",
        who[10:33],
        "2024届",
    )
    press.pdf(folder / "智联实习证明.pdf", sheet_html(letter, font=SONG, margin="20px 40px"))


def _booklet(folder: Path, press: Press) -> None:
    body = ""
    for n, p in enumerate(people("booklet", 22, level="本科")):
        company = ("威海蓝湾电子有限公司", "威海恒睿会计服务有限公司", "威海云帆跨境电商有限公司")[n % 3]
        body += (
            "<div style='page-break-after:always'><h1 style='font-size:1.5em'>实 习 证 明</h1>"
            f"<p>兹证明北京交通大学（威海）{p.major}专业2024届毕业生{p.name}（{p.sex}，身份证号{p.rid}，学号{p.xh}），自 2024 年 {1 + n % 4} 月 {2 + n} 日 至 2024 年 {6 + n % 2} 月 {1 + n} 日在我单位{('研发部', '财务部', '运营部')[n % 3]}实习，表现良好。</p>"
            f"<p>特此证明。</p><p class=r style='margin-top:2.5em'>实习单位（盖章）：{company}{stamp(company, 130, x=-150, y=-65, turn=n - 10)}</p><p class=r>2024年{8 + n % 2}月{1 + n}日</p></div>"
        )
    press.pdf(folder / "实习证明汇编.pdf", sheet_html(body, font=SONG, size=15, margin="10px 25px"), paper="A5")
    summary(folder, "北京交通大学（威海）", 168)


def _still_there(folder: Path, press: Press) -> None:
    who = people("still there", 51)
    rows = [[n, p.name, p.sex, p.rid, p.major] for n, p in enumerate(who, 1)]
    body = (
        "<h1>关于接收山东药品食品职业学院毕业生实习的证明</h1><p>自2024年3月11日起，山东药品食品职业学院2024届毕业生51名在威海迪康生物制药有限公司固体制剂车间、质量检验部实习至今，公司为其提供食宿并购买实习责任险。</p><p>名单：</p>"
        + grid([["序号", "姓名", "性别", "身份证号码", "专业"]], rows)
        + f"<div style='page-break-inside:avoid'><p class=r style='margin-top:3em'>威海迪康生物制药有限公司人力资源部　经办：原静</p><p class=r>（单位公章）{stamp('威海迪康生物制药有限公司', x=-150, y=-90, turn=3)}</p><p class=r>2024年6月12日</p></div>"
    )
    press.pdf(
        folder / "迪康生物.pdf",
        sheet_html(body, margin="20px 40px", size=15, css=_REPEATED_HEAD + "h1{font-size:1.3em}"),
    )


def columns(who: Sequence[Person], title: str, school: str, company: str, when: str, issued: str) -> str:
    third = -(-len(who) // 3)
    rows = []
    for at in range(third):
        row: list[object] = []
        for column in range(3):
            place = at + column * third
            row += [place + 1, who[place].name, who[place].xh] if place < len(who) else ["", "", ""]
        rows.append(row)
    return (
        f"<h1 style='margin-bottom:.4em'>{title}</h1><p>兹证明{school}2024届毕业生{len(who)}人，{when}在我公司实习。名单如下：</p>"
        + grid([["序号", "姓名", "学号"] * 3], rows)
        + f"<p>特此证明。</p><p class=r style='margin-top:1.6em'>{company}{mark(company, size=160)}</p><p class=r>{issued}</p>"
    )


def _three_names_a_line(folder: Path, press: Press) -> None:
    text = columns(
        people("three names a line", 57, level="本科"),
        "实习证明",
        "山东交通学院（威海）",
        "威海港联航运物流有限公司",
        "于2024年3月18日至2024年6月7日",
        "2024年6月11日",
    )
    page = press.picture(sheet_html(text, font=SONG, size=18, margin="50px 60px"))
    save_scan([scanned(page, Random("three names a line"))], folder / "港联航运实习证明.pdf")


def _grey_copy(folder: Path, press: Press) -> None:
    text = columns(
        people("grey copy", 54),
        "学生实习证明",
        "山东药品食品职业学院",
        "威海华康医疗器械有限公司",
        "于2024年2月26日至2024年6月21日",
        "2024年6月25日",
    )
    page = press.picture(sheet_html(text, font=SERIF, size=18, margin="50px 60px"))
    save_scan([scanned(page, Random("grey copy"), grey=True)], folder / "华康.pdf")


def _seal_laid_in_word(folder: Path, _: Press) -> None:
    who = people("seal laid in word", 54)
    Letter(size=12).title("实习证明", size=20).text(
        "兹证明威海职业学院2024届毕业生54名，于2024年4月1日至2024年6月30日在我公司电子装配岗位实习，名单如下："
    ).table([["序号", "姓名", "学号", "专业"], *([n, p.name, p.xh, p.major] for n, p in enumerate(who, 1))]).text(
        "特此证明。"
    ).sign("威海鑫达电子科技有限公司", "2024年7月3日").float_seal("威海鑫达电子科技有限公司").save(
        folder / "鑫达电子实习证明.docx"
    )


def _not_stamped(folder: Path, press: Press) -> None:
    who = people("not stamped", 52)
    body = (
        "<h1>实习证明</h1><p>威海海洋职业学院2024届毕业生52人，自2024年3月4日至2024年6月14日在我公司实习。</p>"
        + grid([["序号", "姓名", "学号", "专业"]], [[n, p.name, p.xh, p.major] for n, p in enumerate(who, 1)])
        + "<p class=r style='margin-top:3em'>实习单位（盖章）：威海昌海水产有限公司</p><p class=r>2024年6月17日</p>"
    )
    press.pdf(folder / "昌海水产.pdf", sheet_html(body, font=SONG, size=15, margin="20px 40px"))


def _not_in_roster(folder: Path, press: Press) -> None:
    school = "哈尔滨理工大学荣成校区"
    who = people("not in roster", 210, level="本科")
    known = {p.name for p in who}
    strangers = [p for p in people("strangers", 30, level="本科", start=601) if p.name not in known][:8]
    roster(folder / "毕业生库.xlsx", school, who)
    came = sorted([*who[20:67], *strangers], key=lambda p: p.rid)
    letter = plain_letter(
        school,
        "荣成市凯普机械制造有限公司",
        "山东省荣成市成山大道东段",
        "2024年4月8日至2024年6月28日",
        "2024年7月1日",
        came,
        "2024届",
    )
    press.pdf(folder / "凯普机械.pdf", sheet_html(letter, font=SONG, size=15, margin="20px 40px"))


def _next_class(folder: Path, press: Press) -> None:
    who = people("next class interns", 53, level="本科", graduates=2025)
    rows = [[n, p.name, p.xh, p.major] for n, p in enumerate(who, 1)]
    body = (
        "<h1>实习证明</h1><p>山东交通学院（威海）2025届学生53人于2024年7月8日至2024年8月16日在威海中航重工装备有限公司参加暑期专业实习，现予证明。</p>"
        + grid([["序号", "姓名", "学号", "专业"]], rows)
        + f"<div style='page-break-inside:avoid'><p class=r style='margin-top:3em'>威海中航重工装备有限公司{stamp('威海中航重工装备有限公司', x=-180, y=-75)}</p><p class=r>2024年8月20日</p></div>"
    )
    press.pdf(folder / "暑期实习证明.pdf", sheet_html(body, font=KAI, size=16, margin="20px 40px"))


def _at_a_court(folder: Path, press: Press) -> None:
    who = people("at a court", 51, level="本科")
    rows = [[n, p.name, p.xh, ("立案庭", "民一庭", "执行局")[n % 3]] for n, p in enumerate(who, 1)]
    body = (
        "<h1>实习证明</h1><p>山东大学（威海）2024届毕业生51人，于2024年1月15日至2024年4月30日在我院实习，协助整理卷宗、送达文书。</p>"
        + grid([["序号", "姓名", "学号", "实习部门"]], rows)
        + f"<div style='page-break-inside:avoid'><p class=r style='margin-top:3em'>威海市环翠区人民法院政治部{stamp('威海市环翠区人民法院政治部', x=-180, y=-75)}</p><p class=r>2024年5月7日</p></div>"
    )
    press.pdf(folder / "法院实习.pdf", sheet_html(body, font=SONG, size=15, margin="20px 40px"))


def _same_people_twice(folder: Path, press: Press) -> None:
    who = people("same people twice", 48)
    for name, company, group, when, issued in (
        ("一厂", "威海鸿远轮胎配件有限公司", who[:30], "2024年3月4日至2024年4月26日", "2024年4月29日"),
        ("二厂", "威海联泰工具有限公司", who[18:], "2024年5月6日至2024年6月28日", "2024年7月1日"),
    ):
        letter = plain_letter("威海职业学院", company, "威海市临港经济技术开发区", when, issued, group, "2024届")
        press.pdf(folder / f"{name}.pdf", sheet_html(letter, font=SERIF, size=15, margin="20px 40px"))
    summary(folder, "威海职业学院", 1500)


def _year_before(folder: Path, press: Press) -> None:
    who = people("year before interns", 55, level="本科", graduates=2023)
    letter = plain_letter(
        "山东外事职业大学",
        "威海金湾国际酒店有限公司",
        "威海市环翠区北环海路",
        "2023年3月6日至2023年6月16日",
        "2023年6月20日",
        who,
        "2023届",
    )
    press.pdf(folder / "实习证明.pdf", sheet_html(letter, font=SONG, size=15, margin="20px 40px"))


def _only_an_agreement(folder: Path, press: Press) -> None:
    body = (
        "<h1>共建大学生实习实训基地协议书</h1><p class=n>甲方：威海海洋职业学院</p><p class=n>乙方：威海蓝港海洋工程有限公司</p>"
        "<p>为深化产教融合，甲乙双方就共建实习实训基地达成如下协议：</p><p>一、乙方每年可接收甲方毕业年级学生不少于五十名到企业实习，岗位由双方商定。</p>"
        "<p>二、甲方负责学生的组织与安全教育，乙方选派技术骨干担任企业导师。</p><p>三、实习报酬按国家有关规定执行，由乙方支付给学生本人。</p><p>四、本协议有效期三年，自2024年4月1日至2027年3月31日。</p>"
        f"<table style='border:0;margin-top:3em'><tr><td style='border:0'>甲方（盖章）{stamp('威海海洋职业学院', x=-60, y=-60)}</td><td style='border:0'>乙方（盖章）{stamp('威海蓝港海洋工程有限公司', x=-60, y=-60)}</td></tr>"
        "<tr><td style='border:0;padding-top:70px'>2024年3月28日</td><td style='border:0;padding-top:70px'>2024年3月28日</td></tr></table>"
    )
    press.pdf(folder / "实习基地协议.pdf", sheet_html(body, font=SONG, size=17))
