# ruff: noqa: E501
"""4.7 and 4.8: consulting rooms, advice stands and their records; stages and walls of start-up contests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.independent.case import Case
from tests.independent.fresh_pictures_kit import save_photo
from tests.independent.fresh_pictures_pages import SANS, SERIF, SONG, Block, Shot, uri, word, wx_article
from tests.independent.fresh_pictures_places import backdrop, consulting, doorway, stage, tents
from tests.independent.fresh_pictures_prints import collage, poster, sheet, stamped
from tests.independent.press import photographed, scanned

if TYPE_CHECKING:
    from tests.independent.press import Press

DUTY = ("咨询师值班表", "周一上午　于老师", "周三下午　丛老师", "周五上午　毕老师")
TALKS = (
    ("2024-03-12", "苗雨桐", "酒店管理2102", "简历如何突出实习经历", "谭红霞"),
    ("2024-04-23", "隋文博", "机电2105", "专升本与就业的取舍", "谭红霞"),
    ("2024-09-18", "慕思佳", "会计2201", "求职创业补贴如何申请", "连海涛"),
)


# ---- 4.7 ----


def _room(out: Path, press: Press) -> None:
    for at, day in enumerate(
        (datetime(2024, 4, 17, 14, 20), datetime(2024, 6, 12, 15, 2), datetime(2024, 10, 23, 10, 41))
    ):
        photo = consulting(
            press,
            Random(f"room{at}"),
            "就业创业指导咨询室",
            sheet_text=DUTY,
            roll="一对一<br>就业指导" if at != 1 else "",
        )
        stamped(press, photo, day, place="威海职业学院 就业服务大厅", style="app").save(
            out / f"咨询{at + 1}.jpg", quality=85
        )


def _clinic(out: Path, press: Press) -> None:
    photo = consulting(
        press,
        Random("clinic"),
        "“简历门诊”就业指导咨询活动",
        small="2024年9月25日　山东大学（威海）学生就业指导中心",
        pairs=3,
    )
    photo.save(out / "简历门诊.jpg", quality=84)


def _door(out: Path, press: Press) -> None:
    save_photo(
        doorway(press, Random("door"), "就业指导咨询室", "学生中心 207"),
        out / "IMG_4471.JPG",
        datetime(2024, 5, 29, 15, 36, 48),
        ("Apple", "iPhone 14"),
    )


def _sheet_word(out: Path, press: Press) -> None:
    one = consulting(press, Random("w1"), "大学生就业咨询工作室", roll="生涯<br>咨询")
    two = consulting(press, Random("w2"), "创业指导咨询", pairs=2)
    table: Block = [
        (Shot(one, "2024年3月27日 就业咨询师与毕业生面谈", 7.4), Shot(two, "2024年11月13日 创业导师现场指导", 7.4))
    ]
    word(
        out / "就业创业指导咨询.docx",
        [
            "# 就业创业指导咨询服务开展情况",
            "^哈尔滨工业大学（威海）",
            "指导站每周三下午固定开放咨询，全年接待毕业生三百余人次。",
            table,
        ],
    )


def _records(out: Path, press: Press) -> None:
    word(
        out / "咨询记录.docx",
        [
            "# 就业创业指导咨询记录表",
            "单位：威海职业学院大学生就业创业服务指导站",
            [("咨询时间", "来访学生", "班级", "咨询内容", "咨询师"), *TALKS],
        ],
    )


def _record_and_photo(out: Path, press: Press) -> None:
    consulting(press, Random("rp"), "“职路同行”就业指导咨询", pairs=2).save(out / "咨询照片.jpg", quality=82)
    html = sheet(
        f"<h1 style='font:bold 30px {SERIF};text-align:center;margin-bottom:26px'>就业咨询记录</h1><table style='border-collapse:collapse;width:100%;font:19px/2.4 {SONG}' border=1><tr><td width=20%>活动名称</td><td colspan=3>“职路同行”就业指导咨询</td></tr><tr><td>咨询时间</td><td>2024年5月8日</td><td>地点</td><td>招就处 105</td></tr><tr><td>来访学生</td><td>时晓菲</td><td>咨询师</td><td>姜玉梅</td></tr><tr><td>咨询内容</td><td colspan=3 style='height:260px;vertical-align:top'>学生对本地企业岗位了解不足，不清楚留威补贴申请条件。咨询师介绍了政策和投递渠道。</td></tr></table>",
        "#fff",
        "#111",
        SONG,
        70,
    )
    scanned(press.picture(html, 794, 760, 1.6), Random("rp2")).save(out / "咨询记录.jpg", quality=80)


def _mental(out: Path, press: Press) -> None:
    photo = consulting(
        press, Random("mental"), "心理健康教育与咨询中心", small="个体咨询室", roll="阳光心态<br>快乐成长"
    )
    stamped(press, photo, datetime(2024, 5, 25, 10, 0), place="威海海洋职业学院").save(out / "咨询照片.jpg", quality=84)


def _admission(out: Path, press: Press) -> None:
    photo = tents(
        press,
        Random("adm"),
        "2024年高考招生咨询会",
        back="#1f5fae",
        ink="#fff",
        names=("机械工程系", "经济管理系", "护理系", "艺术设计系", "海洋技术系", "录取政策解答", "交通工程系"),
    )
    stamped(press, photo, datetime(2024, 6, 26, 9, 30), style="orange").save(out / "咨询现场.jpg", quality=84)


def _old_room(out: Path, press: Press) -> None:
    photo = consulting(press, Random("oldroom"), "就业指导中心咨询室", sheet_text=DUTY)
    stamped(
        press,
        photo,
        datetime(2023, 9, 20, 14, 5),
        place="山东交通学院（威海）",
        style="work",
        lines=("内&emsp;容：就业咨询",),
    ).save(out / "就业咨询.jpg", quality=84)


def _bare(out: Path, press: Press) -> None:
    doorway(press, Random("bare"), "就业创业咨询室", "B-113").save(out / "图片3.jpg", quality=80)


def _one_day(out: Path, press: Press) -> None:
    photos = [consulting(press, Random(f"od{at}"), "职业指导与就业咨询专场", pairs=at + 1) for at in range(2)]
    image = collage(press, photos, columns=1, wide=760, title="2024年4月10日 就业指导咨询进学院")
    image.save(out / "就业咨询拼图.jpg", quality=85)


def _poster_only(out: Path, press: Press) -> None:
    picture = poster(
        press,
        "就业指导一对一咨询<br>预约开始啦",
        "生涯服务",
        (("时间", "2024年10月9日起每周三14:00—17:00"), ("地点", "学生事务中心201"), ("预约", "扫描右下方二维码")),
        "就业指导中心",
        style="green",
    )
    stamped(
        press,
        photographed(picture, Random("po"), width=1200, height=1600),
        datetime(2024, 10, 8, 11, 20),
        style="orange",
    ).save(out / "咨询.jpg", quality=84)


# ---- 4.8 ----


def _final(out: Path, press: Press) -> None:
    stage(press, Random("final"), "中国国际大学生创新大赛（2024）<br>校级决赛", ("威海职业学院　2024年5月30日",)).save(
        out / "大赛现场.jpg", quality=85
    )


def _challenge(out: Path, press: Press) -> None:
    photo = stage(
        press, Random("challenge"), "“挑战杯”大学生创业计划竞赛<br>校内选拔赛路演", ("项目展示　第七组",), hue=350
    )
    save_photo(photo, out / "DSC_0318.JPG", datetime(2024, 4, 26, 19, 12, 5), ("NIKON CORPORATION", "NIKON D7500"))


def _city(out: Path, press: Press) -> None:
    photo = backdrop(
        press, Random("city"), "威海市第六届大学生创业大赛", ("主办：威海市人力资源和社会保障局",), hue=225
    )
    word(
        out / "创业大赛.docx",
        [
            "# 组织学生参加威海市大学生创业大赛情况",
            "2024年9月14日，我校选派5支队伍参加威海市第六届大学生创业大赛，“海藻新材”项目获二等奖。",
            Shot(photo, "2024年9月14日 参赛师生在大赛现场合影", 14),
            "威海海洋职业学院创新创业学院",
        ],
    )


def _internet_plus(out: Path, press: Press) -> None:
    photos = [
        stage(
            press,
            Random(f"ip{at}"),
            "第十届“互联网+”大学生<br>创新创业大赛校赛",
            ("哈尔滨理工大学荣成校区",),
            hue=190 + 60 * at,
            speaker=at == 0,
        )
        for at in range(2)
    ]
    stamped(
        press,
        collage(press, photos, columns=1, wide=800),
        datetime(2024, 6, 1, 16, 45),
        style="app",
        place="大学生活动中心报告厅",
    ).save(out / "大赛照片.jpg", quality=85)


def _certificate(out: Path, press: Press) -> None:
    html = sheet(
        f"<div style='border:14px double #b8902f;height:100%;padding:50px 70px;text-align:center'><h1 style='font:bold 66px {SERIF};color:#b3191f;letter-spacing:20px;margin:18px'>荣誉证书</h1><p style='font:26px/2 {SONG};text-align:left'>初明轩、邵雨菲、由佳：</p><p style='font:26px/2 {SONG};text-align:left;text-indent:2em'>你们的项目“智慧渔排”在2024年威海市大学生创新创业大赛中荣获<b>三等奖</b>。特发此证，以资鼓励。</p><p style='font:24px/1.9 {SONG};text-align:right;margin-top:60px'>威海市大学生创新创业大赛组委会<span class=seal data-name='威海市大学生创新创业大赛组委会' style='display:inline-block;width:0;height:0;position:relative;left:-130px'></span><br>2024年10月</p></div>",
        "#fffaf0",
        "#222",
        SONG,
        30,
    )
    photographed(press.picture(html, 1100, 780, 1.5), Random("cert"), width=1600, height=1200).save(
        out / "获奖.jpg", quality=84
    )


def _sports(out: Path, press: Press) -> None:
    photo = tents(
        press,
        Random("sports"),
        "2024年春季田径运动会暨趣味竞赛",
        back="#d86b00",
        ink="#fff",
        names=("检录处", "医务点", "器材处", "裁判组", "志愿者服务", "补给站", "成绩公告"),
    )
    stamped(press, photo, datetime(2024, 4, 25, 8, 50), place="东操场").save(out / "大赛.jpg", quality=84)


def _modelling(out: Path, press: Press) -> None:
    stage(
        press,
        Random("model"),
        "2024年全国大学生数学建模竞赛<br>动员培训会",
        ("北京交通大学威海校区　2024年6月",),
        hue=160,
    ).save(out / "竞赛照片.jpg", quality=84)


def _last_final(out: Path, press: Press) -> None:
    photo = backdrop(
        press, Random("lf"), "第九届中国国际“互联网+”<br>大学生创新创业大赛校赛", ("2023年6月10日",), hue=280
    )
    photo.save(out / "合影.jpg", quality=84)


def _no_date(out: Path, press: Press) -> None:
    stage(press, Random("nd"), "大学生创新创业大赛<br>校级选拔赛", ("创新创业学院",), hue=205, heads=7).save(
        out / "1.jpg", quality=80
    )


def _news(out: Path, press: Press) -> None:
    photo = stage(press, Random("news"), "“创响威海”大学生<br>创业大赛总决赛", ("路演环节",), hue=15)
    html = sheet(
        f"<div style='border-bottom:3px solid #9c1216;padding-bottom:8px;font:bold 22px {SERIF};color:#9c1216'>山东药品食品职业学院新闻网</div><h1 style='font:bold 27px/1.5 {SANS};text-align:center;margin:24px 0 10px'>我校学子在“创响威海”大学生创业大赛中斩获佳绩</h1><p style='text-align:center;font-size:14px;color:#777'>发布时间：2024-11-19　来源：创新创业学院　点击：352</p><p style='font-size:17px;line-height:2;text-indent:2em;margin:16px 0'>11月16日，“创响威海”大学生创业大赛总决赛举行，我校“本草护航”团队经过路演、答辩获一等奖。</p><img src='{uri(photo)}' style='width:80%;margin:0 10%'><p style='text-align:center;font-size:15px;margin-top:8px'>大赛现场（2024年11月16日）</p>",
        "#fff",
        "#222",
        SANS,
        60,
    )
    press.pdf(out / "创业大赛新闻稿.pdf", html)


def _notice(out: Path, press: Press) -> None:
    html = wx_article(
        "喜报！我校在威海市大学生创业大赛中获奖",
        "山大威海创新创业",
        "2024年9月16日 11:25",
        (
            "9月14日，威海市大学生创业大赛决赛在高新区举行，我校“蔚蓝碳汇”项目获一等奖。",
            "学校将继续完善创新创业教育体系。",
        ),
        clock="12:02",
        reads="873",
    )
    press.picture(html, 393, 852, 2.2).save(out / "推文.png")


def cases() -> Iterator[Case]:
    full, open_, none = (8, 8, 8), (0, 0, 8), (0, 0, 0)
    cell = "4.7"
    yield Case(
        "fq-advice-room-three-dates",
        cell,
        _room,
        {cell: full},
        forbid_flags=((cell, "date-missing"),),
        note="咨询室照片，三个日期的水印",
    )
    yield Case(
        "fq-advice-clinic-banner",
        cell,
        _clinic,
        {cell: full},
        school="山东大学（威海）",
        note="横幅写就业指导咨询活动和日期",
    )
    yield Case(
        "fq-advice-door-exif",
        cell,
        _door,
        {cell: full},
        school="山东外事职业大学",
        note="门牌就业指导咨询室，EXIF 2024-05-29",
    )
    yield Case(
        "fq-advice-word-table",
        cell,
        _sheet_word,
        {cell: full},
        school="哈尔滨工业大学（威海）",
        note="Word 表格内两照片，图注有日期",
    )
    yield Case("fq-advice-records-only", cell, _records, {cell: open_}, note="只有咨询记录：count in high")
    yield Case(
        "fq-advice-record-dates-photo", cell, _record_and_photo, {cell: full}, note="咨询记录与照片同名，给照片定日期"
    )
    yield Case(
        "fq-advice-mental",
        cell,
        _mental,
        {cell: none},
        alt={cell: (open_,)},
        school="威海海洋职业学院",
        note="心理咨询不是就业咨询",
    )
    yield Case("fq-advice-admission", cell, _admission, {cell: none}, alt={cell: (open_,)}, note="招生咨询不是就业咨询")
    yield Case(
        "fq-advice-2023",
        cell,
        _old_room,
        {cell: none},
        want_flags=((cell, "date-outside-period"),),
        school="山东交通学院（威海）",
        note="水印 2023",
    )
    yield Case("fq-advice-undated", cell, _bare, {cell: open_}, want_flags=((cell, "date-missing"),), note="无日期")
    yield Case(
        "fq-advice-one-day",
        cell,
        _one_day,
        {cell: full},
        want_flags=((cell, "judgement-required"),),
        note="均为同一天：计分，附定期的提示",
    )
    yield Case(
        "fq-advice-poster-only",
        cell,
        _poster_only,
        {cell: none},
        alt={cell: (open_,)},
        note="海报上写的咨询不是照片所示的咨询",
    )
    cell = "4.8"
    yield Case("fq-contest-final-screen", cell, _final, {cell: full}, note="大屏写创新大赛校赛和日期")
    yield Case(
        "fq-contest-challenge-exif",
        cell,
        _challenge,
        {cell: full},
        school="哈尔滨工业大学（威海）",
        note="挑战杯创业计划竞赛，EXIF 2024",
    )
    yield Case(
        "fq-contest-city-word",
        cell,
        _city,
        {cell: full},
        school="威海海洋职业学院",
        note="图注 2024-09-14，背景板写创业大赛",
    )
    yield Case(
        "fq-contest-internet-plus",
        cell,
        _internet_plus,
        {cell: full},
        school="哈尔滨理工大学荣成校区",
        note="互联网+ 校赛，水印 2024-06-01",
    )
    yield Case(
        "fq-contest-certificate", cell, _certificate, {cell: none}, alt={cell: (open_,)}, note="证书不是现场照片"
    )
    yield Case("fq-contest-sports", cell, _sports, {cell: none}, alt={cell: (open_,)}, note="运动会")
    yield Case(
        "fq-contest-modelling",
        cell,
        _modelling,
        {cell: none},
        alt={cell: (open_,)},
        school="北京交通大学（威海）",
        note="数学建模是学科竞赛",
    )
    yield Case(
        "fq-contest-2023",
        cell,
        _last_final,
        {cell: none},
        want_flags=((cell, "date-outside-period"),),
        note="背景板写 2023 年",
    )
    yield Case("fq-contest-undated", cell, _no_date, {cell: open_}, want_flags=((cell, "date-missing"),), note="无日期")
    yield Case(
        "fq-contest-news-pdf",
        cell,
        _news,
        {cell: full},
        school="山东药品食品职业学院",
        note="新闻稿内现场照片，图注 2024-11-16",
    )
    yield Case(
        "fq-contest-post-only", cell, _notice, {cell: open_}, school="山东大学（威海）", note="无照片的推文：只入 high"
    )
