# ruff: noqa: E501
"""2.6: certificates and letters that confirm enrolled students."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    KAI,
    SONG,
    Letter,
    Sheet,
    book,
    case,
    mail,
    mark,
    people,
    sheet_html,
    spaced,
    stamp,
)
from tests.independent.press import Press, photographed, save_scan, scanned


def cases() -> Iterator[Case]:
    full, none = (15, 15, 15), (0, 0, 0)
    yield case("26-one-certificate", "2.6", _one_certificate, full, "2.6：在校证明，2024年开具")
    yield case(
        "26-volume-of-six",
        "2.6",
        _volume_of_six,
        full,
        "2.6：六页在读证明合订",
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "26-answer-to-bureau",
        "2.6",
        _answer_to_bureau,
        full,
        "2.6：给人社局的确认函附名单",
        school="威海海洋职业学院",
    )
    yield case(
        "26-checked-list",
        "2.6",
        _checked_list,
        full,
        "2.6：在校生信息确认表，逐人写明确认结果",
        school="山东外事职业大学",
    )
    yield case(
        "26-scanned-certificate",
        "2.6",
        _scanned_certificate,
        full,
        "2.6：扫描的在校证明；识别信心不足时 low 可为 0",
        alt={"2.6": [(0, 15, 15)]},
        school="山东药品食品职业学院",
    )
    yield case(
        "26-photo-of-letter",
        "2.6",
        _photo_of_letter,
        full,
        "2.6：手机拍的学籍证明；识别信心不足时 low 可为 0",
        alt={"2.6": [(0, 15, 15)]},
        school="山东交通学院（威海）",
    )
    yield case(
        "26-two-languages",
        "2.6",
        _two_languages,
        full,
        "2.6：中英文在读证明",
        school="北京交通大学（威海）",
    )
    yield case(
        "26-mail-back",
        "2.6",
        _mail_back,
        full,
        "2.6：邮件函复，确认名单内学生在籍在读",
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "26-in-another-year",
        "2.6",
        _in_another_year,
        none,
        "第0节“Period”：2022年开具",
        flags=["date-outside-period"],
    )
    yield case(
        "26-empty-form",
        "2.6",
        _empty_form,
        none,
        "第0节“What is never evidence”：空白的在校证明样张",
        school="山东药品食品职业学院",
    )
    yield case(
        "26-proof-of-work",
        "2.6",
        _proof_of_work,
        none,
        "2.6 要确认在校生：此为企业开给职工的在职证明",
        alt={"2.6": [(0, 0, 15)]},
        school="威海职业学院",
    )
    yield case(
        "26-other-school-signs",
        "2.6",
        _other_school_signs,
        none,
        "第0节“School”：另一学校开的在校证明",
        flags=["school-mismatch"],
        school="山东外事职业大学",
    )


def _one_certificate(folder: Path, _: Press) -> None:
    p = people("one certificate", 1, graduates=2025)[0]
    Letter("仿宋", 16).title("在 校 证 明", size=26).text("").text(
        f"兹证明　{spaced(p.name)}　，性别 {p.sex} ，身份证号 {p.rid} ，系我校 {p.college} {p.major} 专业 {p.entry} 级专科学生，学号 {p.xh} ，学制三年，现就读三年级，学籍状态正常。",
        "特此证明。",
    ).text("", "").sign("威海职业学院教务处（章）", "2024 年 10 月 9 日").text(
        "（此证明用于申领一次性创业补贴，有效期三个月）"
    ).save(folder / "在校证明.docx")


def _volume_of_six(folder: Path, press: Press) -> None:
    body = ""
    for n, p in enumerate(people("volume of six", 6, level="本科", graduates=2026), 1):
        body += (
            f"<div style='page-break-after:always;padding-top:60px'><div style='text-align:right'>编号：2024-{n:03d}</div><h1 style='font-size:2em;margin:1.2em 0'>在读证明</h1>"
            f"<p>{p.name}，{p.sex}，{p.birth[:4]}年{int(p.birth[4:6])}月{int(p.birth[6:])}日出生，身份证号码{p.rid}，于{p.entry}年9月考入哈尔滨工业大学（威海），现为{p.college}{p.major}专业全日制本科在读学生，学号{p.xh}。</p>"
            f"<p>情况属实，特此证明。</p><p class=r style='margin-top:5em'>哈尔滨工业大学（威海）学生处{stamp('哈尔滨工业大学威海学生处', x=-170, y=-70, turn=-6)}</p><p class=r>2024年{3 + n}月{n * 4}日</p></div>"
        )
    press.pdf(folder / "在读证明6份.pdf", sheet_html(body, size=19))


def _answer_to_bureau(folder: Path, _: Press) -> None:
    who = people("answer to bureau", 12, graduates=2026)
    Letter().title(
        "威海海洋职业学院", "关于吕一鸣等12名同学在校身份的确认函".replace("吕一鸣", who[0].name), size=20
    ).text("荣成市人力资源和社会保障局：", indent=False).text(
        "贵局《关于协助核实创业担保贷款申请人在校身份的函》收悉。经学籍科逐一核对，下列12名同学均为我校全日制在籍在读学生，信息无误，予以确认。"
    ).table(
        [
            ["序号", "姓名", "身份证号", "年级", "专业", "在校状态"],
            *([n, p.name, p.rid, f"{p.entry}级", p.major, "在读"] for n, p in enumerate(who, 1)),
        ]
    ).text("").sign("威海海洋职业学院学生工作处", "2024年5月22日").save(folder / "复函0522.docx")


def _checked_list(folder: Path, _: Press) -> None:
    who = people("checked list", 28, level="本科", graduates=2026)
    book(
        folder / "在校生信息确认表.xlsx",
        Sheet(
            [["序号", "姓名", "学号", "学院", "专业", "入学年月", "是否在校", "确认结果", "确认人"]],
            [
                [
                    n,
                    p.name,
                    p.xh,
                    p.college,
                    p.major,
                    f"{p.entry}.09",
                    "是",
                    "信息无误",
                    "王老师" if n % 2 else "孔老师",
                ]
                for n, p in enumerate(who, 1)
            ],
            above=[
                "山东外事职业大学参加创业培训在校生信息确认表",
                "经核对，表内学生均为我校在籍在校学生。　　2024年6月5日",
            ],
            below=["确认单位：山东外事职业大学教务处（公章）"],
        ),
    )


def _scanned_certificate(folder: Path, press: Press) -> None:
    p = people("scanned certificate", 1, graduates=2025)[0]
    body = (
        "<h1 style='font-size:2.2em;margin-top:1.4em'>在校学生证明</h1>"
        f"<p>兹有我校学生{p.name}，{p.sex}，身份证号：{p.rid}，学号：{p.xh}，系{p.college}{p.entry}级{p.major}专业全日制在校生，学籍已在学信网注册。</p><p>特此证明。</p>"
        f"<p class=r style='margin-top:5em'>山东药品食品职业学院{mark('山东药品食品职业学院', size=165)}</p><p class=r>2024年4月17日</p>"
    )
    save_scan(
        [scanned(press.picture(sheet_html(body, font=KAI, size=22)), Random("scanned certificate"))],
        folder / "20240417.pdf",
    )


def _photo_of_letter(folder: Path, press: Press) -> None:
    p = people("photo of letter", 1, level="本科", graduates=2026)[0]
    body = (
        "<h1 style='font-size:2em;margin-top:1em'>学籍证明</h1>"
        f"<p>威海市人力资源和社会保障局：</p><p>{p.name}（身份证号{p.rid}）为山东交通学院（威海）{p.entry}级{p.major}专业在籍学生，学制四年，现正常在校学习，请予办理大学生创业相关手续。</p>"
        f"<p class=r style='margin-top:4em'>山东交通学院威海校区教务部{mark('山东交通学院威海校区教务部', size=160)}</p><p class=r>2024年11月6日</p>"
    )
    page = press.picture(sheet_html(body, font=SONG, size=22))
    photographed(page, Random("photo of letter")).save(folder / "微信图片_20241106153012.jpg", quality=85)


def _two_languages(folder: Path, press: Press) -> None:
    p = people("two languages", 1, level="本科", graduates=2026)[0]
    body = (
        "<h1 style='font-size:1.6em'>在读证明<br>CERTIFICATE OF ENROLLMENT</h1>"
        f"<p>兹证明{p.name}（学号：{p.xh}，身份证号：{p.rid}）于{p.entry}年9月入学，系北京交通大学（威海）{p.major}专业本科在读学生，预计2026年7月毕业。</p>"
        f"<p>This is to certify that the above-named student (Student No. {p.xh}) has been enrolled as a full-time undergraduate at Beijing Jiaotong University (Weihai) since September {p.entry}.</p>"
        f"<p class=r style='margin-top:4em'>北京交通大学（威海）教务处{stamp('北京交通大学威海教务处', x=-150, y=-70)}<br>2024年3月28日 (March 28, 2024)</p>"
    )
    press.pdf(folder / "证明-中英文.pdf", sheet_html(body))


def _mail_back(folder: Path, _: Press) -> None:
    who = people("mail back", 9, level="本科", graduates=2025)
    lines = "\n".join(f"{n}. {p.name}　{p.xh}　{p.major}　{p.entry}级" for n, p in enumerate(who, 1))
    mail(
        folder / "关于核实在校生身份的回复.eml",
        sender="荣成校区学籍办 <xueji@example.edu.cn>",
        to="荣成市就业服务中心 <rcjy@example.gov.cn>",
        subject="关于核实在校生身份的回复",
        date="Tue, 14 May 2024 09:41:02 +0800",
        body=f"荣成市公共就业服务中心：\n\n经核实，来函所列9名同学均系哈尔滨理工大学荣成校区在籍在校学生，学籍状态为“在读”，现予确认。名单如下：\n{lines}\n\n哈尔滨理工大学荣成校区教务办公室\n2024年5月14日\n",
    )


def _in_another_year(folder: Path, _: Press) -> None:
    p = people("another year", 1, graduates=2024)[0]
    Letter("仿宋", 16).title("在校证明", size=24).text(
        f"兹证明{p.name}，{p.sex}，身份证号{p.rid}，系威海职业学院{p.entry}级{p.major}专业在校学生，学号{p.xh}。特此证明。"
    ).sign("威海职业学院教务处", "2022年3月15日").save(folder / "在校证明.docx")


def _empty_form(folder: Path, _: Press) -> None:
    Letter("仿宋", 16).title("在校证明（样表）", size=24).text(
        "兹证明__________，性别____，身份证号______________________，系我校__________系__________专业______级学生，学号______________。",
        "特此证明。",
    ).sign("（学校公章）", "　　　年　　月　　日").save(folder / "在校证明样表.docx")


def _proof_of_work(folder: Path, press: Press) -> None:
    p = people("proof of work", 1, graduates=2019)[0]
    body = (
        "<h1>在职证明</h1>"
        f"<p>兹证明{p.name}（身份证号：{p.rid}）自2019年8月1日起在我公司生产技术部工作，现任班组长，签有无固定期限劳动合同，月均收入6200元。</p><p>特此证明。</p>"
        f"<p class=r style='margin-top:4em'>威海润泽机械有限公司{stamp('威海润泽机械有限公司', x=-150, y=-70)}</p><p class=r>2024年6月20日</p>"
    )
    press.pdf(folder / "证明材料.pdf", sheet_html(body, font=SONG, size=18))


def _other_school_signs(folder: Path, _: Press) -> None:
    p = people("other school signs", 1, graduates=2026)[0]
    Letter("仿宋", 16).title("在校证明", size=24).text(
        f"{p.name}，{p.sex}，身份证号{p.rid}，系威海职业学院{p.entry}级{p.major}专业在读学生，学号{p.xh}。特此证明。"
    ).sign("威海职业学院学生处", "2024年9月27日").save(folder / "在校证明.docx")
