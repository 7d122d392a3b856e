# ruff: noqa: E501
"""3.2: employment sites of several vendors, as screens, cut long screens, prints and phone views."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.independent.case import Case
from tests.independent.fresh_pictures_pages import (
    SONG,
    Post,
    Shot,
    browser,
    site_boda_article,
    site_boda_list,
    site_cloud_list,
    site_old,
    site_phone,
    word,
)

if TYPE_CHECKING:
    from PIL import Image

    from tests.independent.press import Press

NINE = (
    Post("关于开展2025届毕业生一次性求职创业补贴申领工作的通知（转威海市人社局）", "2024-11-20"),
    Post("威海市2024年秋季高校毕业生就业双选活动参会指南", "2024-11-01"),
    Post("荣成市重点企业校园招聘行程安排", "2024-10-18"),
    Post("【政策】威海市吸引大学生就业创业若干措施问答", "2024-09-23"),
    Post("文登区人社局就业政策宣讲会通知", "2024-06-07"),
    Post("威海市就业见习单位及岗位公告（第二批）", "2024-05-20"),
    Post("乳山市城乡公益性岗位招录高校毕业生公告", "2024-04-29"),
    Post("环翠区“青鸟计划”实习岗位发布", "2024-04-10"),
    Post("关于组织参加威海市民营企业招聘月的通知", "2024-03-27"),
)
SEVENTEEN = tuple(
    Post(title, date, str(180 + 23 * at))
    for at, (title, date) in enumerate(
        (
            ("威海市人社局关于公布2025届求职创业补贴名单的公告", "2024-12-06"),
            ("“才聚威海”年末校园专场：机械类企业名单", "2024-12-02"),
            ("经区企业来威实习大学生补助申请说明", "2024-11-22"),
            ("威海临港区秋季招聘岗位一览", "2024-11-14"),
            ("关于参加威海市大学生创业大赛的通知", "2024-10-31"),
            ("荣成船舶修造企业专场招聘公告", "2024-10-24"),
            ("留威毕业生租房补贴线上申报流程（就业政策）", "2024-10-15"),
            ("文登区2024年招聘备案制教师公告", "2024-09-27"),
            ("环翠区创业孵化基地入驻邀请", "2024-09-12"),
            ("威海市离校未就业毕业生实名登记通知", "2024-08-05"),
            ("威海市2024年“三支一扶”招募公告转发", "2024-06-28"),
            ("乳山市青年就业见习计划启动", "2024-06-12"),
            ("威海市就业政策宣传月活动安排", "2024-05-30"),
            ("威海高新区电子信息企业空中宣讲", "2024-05-15"),
            ("威海南海新区2024年春季招聘活动预告", "2024-04-22"),
            ("威海市高校毕业生档案与就业报到问答", "2024-04-08"),
            ("石岛管理区企业走进荣成高校招聘", "2024-03-18"),
        )
    )
)
LAW = (
    "各学院：",
    "为吸引更多高校毕业生来威就业创业，威海市人力资源和社会保障局对现行政策进行了梳理，现转发如下，请各学院通过班会、微信群等方式告知毕业生。",
    "一、租房补贴。与威海市企业签订一年以上劳动合同并缴纳社会保险的全日制本科及以上毕业生，可按月申领租房补贴。",
    "二、创业补贴。毕业五年内在威海市首次创办小微企业，可申领一次性创业补贴。",
    "三、咨询电话：0631-5190000。",
)


def _boda(out: Path, press: Press) -> None:
    html = browser(
        site_boda_list("威海职业学院就业信息网", "通知公告", NINE),
        "jyxx.weihaicollege.example/tzgg.htm",
        "通知公告-威海职业学院就业信息网",
        taskbar="15:12<br>2024/11/25",
    )
    press.picture(html, 1440, 820, 1.25).save(out / "网站推送截图.png")


def _cloud(out: Path, press: Press) -> None:
    folder = out / "3-2"
    folder.mkdir()
    for at, part in enumerate((SEVENTEEN[:9], SEVENTEEN[9:]), 1):
        html = browser(
            site_cloud_list("哈尔滨工业大学（威海）就业信息网", "就业政策", part, hue="#0b6e4f"),
            f"job.hitwh.example/news/list?type=policy&page={at}",
            "就业政策",
            lean=True,
        )
        press.picture(html, 1366, 768, 1.2, whole=True).save(folder / f"{at}.png")


def _article(out: Path, press: Press) -> None:
    html = browser(
        site_boda_article(
            "山东大学（威海）就业信息网",
            "政策法规",
            "关于转发威海市高校毕业生就业创业政策的通知",
            "发布时间：2024-04-18&emsp;&emsp;来源：学生就业指导中心&emsp;&emsp;浏览次数：1263",
            LAW,
            ends=("关于报送毕业去向的通知", "宣讲会安排（第8周）"),
        ),
        "job.wh.sdu.example/info/1023/4177.htm",
        "关于转发威海市高校毕业生就业创业政策的通知",
        dark=True,
    )
    press.picture(html, 1400, 900, 1.2, whole=True).save(out / "就业网文章.jpg", quality=84)


def _phone(out: Path, press: Press) -> None:
    rows = "".join(
        f"<div style='padding:14px 16px;border-bottom:1px solid #eee'><div style='font-size:17px;line-height:1.45'>{post.title}</div><div style='font-size:13px;color:#999;margin-top:7px'>{post.date}&emsp;阅读 {91 + at * 8}</div></div>"
        for at, post in enumerate(NINE[2:7])
    )
    press.picture(
        site_phone(
            "威海海洋职业学院就业网",
            "jy.whmarine.example/m/list",
            f"<div style='padding:10px 16px;background:#f7f7f7;font-size:14px;color:#666'>首页 &gt; 就业政策</div>{rows}",
        ),
        412,
        915,
        2.4,
    ).save(out / "Screenshot_2024-11-22-11-07-31.png")


def _printed(out: Path, press: Press) -> None:
    rows = "".join(
        f"<li style='display:flex;justify-content:space-between;border-bottom:1px dotted #999;padding:9px 0'><span>{post.title}</span><span>{post.date}</span></li>"
        for post in NINE[:6]
    )
    press.pdf(
        out / "就业网.pdf",
        f"<meta charset=utf-8><style>@page{{margin:12mm}}body{{font:14px/1.6 {SONG}}}ul{{list-style:none;padding:0}}</style><div style='display:flex;justify-content:space-between;font-size:10px'><span>2024/11/26 09:14</span><span>通知公告 - 山东交通学院威海校区就业信息网</span></div><h2>山东交通学院威海校区就业信息网</h2><p>当前位置：首页 » 通知公告</p><ul>{rows}</ul><div style='position:fixed;bottom:0;font-size:10px;width:100%;display:flex;justify-content:space-between'><span>http://jyzd.sdjtu-wh.example/list/12.html</span><span>1/1</span></div>",
    )


def _old(out: Path, press: Press) -> None:
    press.picture(
        browser(
            site_old("哈尔滨理工大学荣成校区就业信息网", "政策法规", NINE[3:8]),
            "jiuye.hrbust-rc.example/list.asp?cid=7",
            "就业信息网",
        ),
        1280,
        720,
        1.1,
    ).save(out / "网站.jpg", quality=80)


def _word(out: Path, press: Press) -> None:
    blocks: list[str | Shot] = ["# 就业信息网推送情况截图", "网站名称：山东外事职业大学就业信息网"]
    for at, post in enumerate((NINE[1], NINE[3], NINE[6]), 1):
        html = site_boda_article(
            "山东外事职业大学就业信息网",
            "通知公告",
            post.title,
            f"发布日期：{post.date}&emsp;作者：招就处&emsp;点击：{at * 217}",
            LAW[1:3],
            hue="#5b2a86",
        )
        shot = press.picture(html, 1300, 620, 1)
        blocks.append(Shot(shot, f"{at}. {post.title}（{post.date}）", 15, above=True))
    word(out / "网站推送.docx", blocks)


def _other_school(out: Path, press: Press) -> None:
    press.picture(
        browser(
            site_cloud_list("山东药品食品职业学院就业信息网", "通知公告", NINE[:5]),
            "sddfvc.yunjob.example/news",
            "通知公告",
        ),
        1366,
        768,
        1.2,
    ).save(out / "推送.png")


def _last_year(out: Path, press: Press) -> None:
    posts = tuple(
        Post(post.title.replace("2025届", "2024届").replace("2024年", "2023年"), post.date.replace("2024", "2023"))
        for post in NINE[:6]
    )
    press.picture(
        browser(
            site_boda_list("威海职业学院就业信息网", "通知公告", posts, hue="#1b5fa7"),
            "jyxx.weihaicollege.example/tzgg.htm",
            "通知公告",
        ),
        1366,
        768,
        1.2,
    ).save(out / "网站推送.png")


def _bureau(out: Path, press: Press) -> None:
    press.picture(
        browser(
            site_boda_list("威海市人力资源和社会保障局", "通知公告", NINE[4:8], hue="#c2000b"),
            "rsj.weihai.example/col/col1234/index.html",
            "威海市人力资源和社会保障局",
        ),
        1440,
        800,
        1.2,
    ).save(out / "网站截图.png")


def _sport(out: Path, press: Press) -> None:
    posts = (
        Post("我校在秋季田径运动会上获佳绩", "2024-10-22"),
        Post("图书馆国庆期间开放时间", "2024-09-28"),
        Post("关于2024级新生军训安排的通知", "2024-09-02"),
    )
    press.picture(
        browser(
            site_boda_list("威海职业学院", "校园新闻", posts, pages="共3条 1/1"),
            "www.weihaicollege.example/xyxw.htm",
            "校园新闻",
        ),
        1366,
        768,
        1.2,
    ).save(out / "网站推送.png")


def _yearless(out: Path, press: Press) -> None:
    posts = (
        Post("荣成市企业专场招聘公告", "05-20"),
        Post("威海市就业见习岗位发布", "04-28"),
        Post("环翠区就业政策宣讲通知", "04-11"),
    )
    press.picture(
        browser(
            site_old("山东大学（威海）就业信息网", "招聘信息", posts), "job.wh.sdu.example/list-3.html", "招聘信息"
        ),
        1280,
        720,
        1.2,
    ).save(out / "截图.png")


def _mixed(out: Path, press: Press) -> None:
    others = (
        "教育部“24365”平台春季专场上线",
        "山东省选调生招录公告",
        "国家大学生就业服务平台使用说明",
        "全国高校毕业生就业去向登记说明",
        "山东省“互联网+就业”政策问答",
        "退役大学生士兵就业优待解读",
        "国有企业招聘高校毕业生公告汇总",
        "毕业生就业协议网签操作手册",
    )
    posts = [*NINE, *(Post(title, f"2024-0{1 + at}-1{at}") for at, title in enumerate(others))]
    html = browser(
        site_boda_list(
            "山东药品食品职业学院就业信息网",
            "通知公告",
            sorted(posts, key=lambda post: post.date, reverse=True),
            hue="#14746f",
        ),
        "jiuye.sddfvc.example/tzgg.htm",
        "通知公告",
    )
    image: Image.Image = press.picture(html, 1366, 768, 1.2, whole=True)
    middle = image.height // 2
    image.crop((0, 0, image.width, middle + 90)).save(out / "长图1.png")
    image.crop((0, middle - 60, image.width, image.height)).save(out / "长图2.png")


def cases() -> Iterator[Case]:
    cell = "3.2"
    some, open_, none = (25, 25, 25), (0, 0, 25), (0, 0, 0)
    yield Case(
        "fq-site-boda-nine", cell, _boda, {cell: some}, facts={cell: {"posts": 9}}, note="九条写明威海区市，2024 → 25"
    )
    yield Case(
        "fq-site-cloud-17",
        cell,
        _cloud,
        {cell: (30, 30, 30)},
        facts={cell: {"posts": 17}},
        school="哈尔滨工业大学（威海）",
        note="两页共17条 >15 → 30",
    )
    yield Case(
        "fq-site-article-dark",
        cell,
        _article,
        {cell: some},
        facts={cell: {"posts": 1}},
        school="山东大学（威海）",
        note="单篇，发布时间 2024-04-18",
    )
    yield Case(
        "fq-site-phone",
        cell,
        _phone,
        {cell: some},
        facts={cell: {"posts": 5}},
        school="威海海洋职业学院",
        note="手机浏览器，五条",
    )
    yield Case(
        "fq-site-printed-pdf",
        cell,
        _printed,
        {cell: some},
        facts={cell: {"posts": 6}},
        school="山东交通学院（威海）",
        note="浏览器打印为 PDF，六条",
    )
    yield Case(
        "fq-site-old-tables",
        cell,
        _old,
        {cell: some},
        facts={cell: {"posts": 5}},
        school="哈尔滨理工大学荣成校区",
        note="老式网站，五条",
    )
    yield Case(
        "fq-site-word-three",
        cell,
        _word,
        {cell: some},
        facts={cell: {"posts": 3}},
        school="山东外事职业大学",
        note="Word 内三张网页截图",
    )
    yield Case(
        "fq-site-other-school",
        cell,
        _other_school,
        {cell: none},
        want_flags=((cell, "school-mismatch"),),
        note="他校网站",
    )
    yield Case(
        "fq-site-2023", cell, _last_year, {cell: none}, want_flags=((cell, "date-outside-period"),), note="全部 2023 年"
    )
    yield Case(
        "fq-site-bureau",
        cell,
        _bureau,
        {cell: open_},
        want_flags=((cell, "judgement-required"),),
        note="人社局自己的网站：any other → high",
    )
    yield Case(
        "fq-site-campus-news",
        cell,
        _sport,
        {cell: none},
        want_flags=((cell, "no-evidence"),),
        note="与就业创业无关：不计，no-evidence",
    )
    yield Case(
        "fq-site-yearless",
        cell,
        _yearless,
        {cell: open_},
        want_flags=((cell, "date-missing"),),
        school="山东大学（威海）",
        note="日期无年份",
    )
    yield Case(
        "fq-site-mixed-long",
        cell,
        _mixed,
        {cell: (25, 25, 30)},
        facts={cell: {"posts": 9}},
        school="山东药品食品职业学院",
        note="17条中9条写到威海：25，其余只入 high → 30",
    )
