"""3.1: what schools' WeChat accounts show, on phones, tablets and in the account's back office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.independent.case import Case
from tests.independent.fresh_pictures_pages import (
    Post,
    Shot,
    browser,
    mp_backend,
    word,
    wx_account,
    wx_article,
    wx_chat,
    wx_search,
)

if TYPE_CHECKING:
    from tests.independent.press import Press

MARINE = (
    Post("威海市高校毕业生租房补贴和购房补贴怎么领？一图看懂", "2024年11月12日", "862"),
    Post("明天下午两点｜文登区重点企业进校园，38家单位等你来", "2024年10月23日", "1204"),
    Post("“留在威海”系列①：应届生来威就业可以享受哪些礼包", "2024年9月9日", "977"),
    Post("荣成市2024年“三支一扶”和人才引进岗位速览", "2024年5月28日", "645"),
    Post("【活动预告】威海市人社局“人社局长进校园”走进我校", "2024年4月16日", "1530"),
    Post("环翠区青年驿站开放预约：求职可免费入住", "2024年3月7日", "731"),
)
BACKEND = (
    Post("关于申领2025届毕业生一次性求职创业补贴的通知（威海市人社局）", "2024年11月18日 10:20", "1120"),
    Post("就在本周六！“才聚威海”秋季高校毕业生招聘会乘车安排", "2024年11月06日 17:32", "2043"),
    Post("威海高新区重点产业企业秋招岗位汇总（第三期）", "2024年10月29日 09:00", "866"),
    Post("政策速递｜来威就业的本科生每月可领多少租房补贴", "2024年10月21日 18:10", "1408"),
    Post("荣成市事业单位引进优秀毕业生公告解读", "2024年10月11日 16:05", "975"),
    Post("留威工程·校友说：我为什么选择留在乳山", "2024年09月25日 20:00", "1311"),
    Post("威海市2024年“社区就业服务专员”招募", "2024年09月12日 11:46", "540"),
    Post("直播预告：威海经开区名企带岗", "2024年08月30日 15:30", "688"),
    Post("@2024届离校未就业毕业生，威海公共就业服务请收好", "2024年07月15日 09:12", "1902"),
    Post("在文登就业的毕业生，人才公寓开始申请", "2024年06月27日 17:00", "820"),
    Post("毕业季｜在威海就业落户只要这三步", "2024年06月13日 18:26", "2210"),
    Post("威海市创业担保贷款政策问答", "2024年05月30日 10:00", "433"),
    Post("周四见！环翠区人社局政策宣讲进校园", "2024年05月21日 16:40", "509"),
    Post("威海市大学生创业引领计划项目征集", "2024年05月08日 12:00", "377"),
    Post("春季“才聚威海”校园行第二站：参会单位名单", "2024年04月17日 19:08", "1675"),
    Post("见习也有补贴：威海就业见习岗位清单发布", "2024年04月02日 10:15", "698"),
    Post("威海南海新区企业实习生招募", "2024年03月19日 15:55", "412"),
    Post("威海临港区2024春季招聘活动安排", "2024年03月05日 09:30", "586"),
)
FIFTEEN = tuple(
    Post(title, date, str(300 + 37 * at))
    for at, (title, date) in enumerate(
        (
            ("威海市人社局：2024届毕业生就业手续办理提醒", "2024年6月20日"),
            ("来威就业可办的威海人才卡怎么申请", "2024年6月11日"),
            ("乳山市农业农村领域招才公告", "2024年6月3日"),
            ("留威就业补贴你问我答（第二期）", "2024年5月24日"),
            ("威海市直事业单位招聘面试安排", "2024年5月17日"),
            ("周末双选会：文登区专场，等你来", "2024年5月10日"),
            ("威海市大学生实习“扬帆计划”报名", "2024年4月28日"),
            ("荣成康养企业招聘护理专业毕业生", "2024年4月19日"),
            ("环翠区医药企业专场岗位表", "2024年4月12日"),
            ("留威就业补贴你问我答（第一期）", "2024年4月3日"),
            ("威海临港区企业招聘开放日报名", "2024年3月27日"),
            ("威海市毕业生技能就业政策摘编", "2024年3月20日"),
            ("威海公共就业服务专项活动月启动", "2024年3月13日"),
            ("高校毕业生来威求职可申请免费住宿", "2024年3月6日"),
            ("春风送岗：威海招聘企业名录", "2024年2月28日"),
        )
    )
)
PROVINCE = (
    Post("教育部“24365”校园招聘服务上新", "2024年10月15日", "301"),
    Post("山东省高校毕业生“选调生”政策问答", "2024年9月30日", "770"),
    Post("国家助学贷款代偿政策解读", "2024年6月5日", "264"),
    Post("全国高校毕业生基层就业项目汇总", "2024年4月9日", "418"),
)
RENT = (
    "同学们最关心的留威补贴，这次一次说清楚。",
    "<b>一、补贴标准</b><br>全日制本科毕业生首次来威海市企业就业的，按规定享受每月租房补贴，最长三年；在威首次购房的，另有一次性购房补贴。",
    "<b>二、怎么申请</b><br>登录“威海市人力资源和社会保障局”网站，进入“人才服务”专区，填写信息并上传劳动合同、学历证书。",
    "<b>三、咨询电话</b><br>环翠区 0631-5810000；文登区 0631-8450000；荣成市 0631-7560000；乳山市 0631-6660000。",
)
FAIR = (
    "5月18日（周六）上午9:00，由威海市人力资源和社会保障局主办的2024年高校毕业生专场招聘活动将在威海市人力资源市场一楼大厅举行，参会企业60余家，提供岗位1800余个。",
    "学校安排大巴接送，请有意参加的同学于5月16日前在班级群接龙。",
)


def _cut(image: Image.Image, top: int, bottom: int) -> Image.Image:
    """A part of a long screen."""
    return image.crop((0, top, image.width, bottom))


def _profile(out: Path, press: Press) -> None:
    html = wx_account(
        "威海海洋职业学院就业指导中心",
        MARINE,
        intro="发布招聘信息、就业政策与生涯指导，服务全体毕业生。",
        body="IP属地：山东&emsp;36篇原创内容",
        clock="16:03",
    )
    press.picture(html, 393, 852, 3, whole=True).save(out / "IMG_2207.PNG")


def _backend(out: Path, press: Press) -> None:
    whole = out / "3.1 微信推送"
    whole.mkdir()
    for name, part, page in (("发表记录1.png", BACKEND[:10], "1 / 9"), ("发表记录2.png", BACKEND[8:], "2 / 9")):
        press.picture(mp_backend("山大威海就业", part, total=87, page=page), 1360, 900, 1.25, whole=True).save(
            whole / name
        )


def _dark(out: Path, press: Press) -> None:
    html = wx_article(
        "来威海就业，这些补贴别错过！",
        "哈工大威海就业",
        "2024年5月20日 17:30",
        RENT,
        dark=True,
        clock="22:47",
        original="就业服务中心",
        reads="1826",
    )
    press.picture(html, 430, 932, 2.5, whole=True).save(out / "Screenshot_20240523_224731.jpg", quality=80)


def _word_five(out: Path, press: Press) -> None:
    told = (
        (
            "关于组织参加“威海市民营企业招聘月”活动的通知",
            "2024-04-08 16:22",
            (
                "接威海市人力资源和社会保障局通知，现组织2024届毕业生参加民营企业招聘月线下活动。",
                "时间：4月13日上午；地点：文登区人力资源市场。",
            ),
        ),
        (
            "乳山市2024年青年人才引进公告",
            "2024-05-13 09:05",
            ("乳山市面向全日制高校毕业生引进青年人才60名，报名截止5月31日。",),
        ),
        ("留威就业政策十问十答", "2024-06-18 18:00", RENT[:2]),
        (
            "威海创业补贴怎么申领",
            "2024-09-24 11:40",
            ("在威海市注册企业并正常经营一年以上的大学生创业者，可申领一次性创业补贴和场地租赁补贴。",),
        ),
        (
            "威海经开区名企秋招进校园",
            "2024-10-30 15:15",
            ("11月2日下午，威海经开区12家企业来校招聘，地点为第二教学楼一层大厅。",),
        ),
    )
    blocks: list[str | Shot] = ["# 微信公众号推送截图", "^（北京交通大学威海校区大学生就业创业服务指导站）"]
    for at, (title, date, body) in enumerate(told, 1):
        html = wx_article(
            title, "北交大威海校区就业", date, body, android=at % 2 == 0, clock=f"{9 + at}:2{at}", reads=str(211 * at)
        )
        blocks.append(Shot(_cut(press.picture(html, 393, 760, 1.8), 0, 1300), f"图{at} {title}", 7.5))
    word(out / "3-1微信推送证明材料.docx", blocks)


def _province(out: Path, press: Press) -> None:
    html = wx_account(
        "威海职业学院就业创业", PROVINCE, intro="威海职业学院招生就业处官方账号", android=True, clock="08:55"
    )
    press.picture(html, 412, 915, 2.6).save(out / "微信推送.jpg", quality=85)


def _bureau(out: Path, press: Press) -> None:
    html = wx_article(
        "威海市2024年高校毕业生专场招聘活动公告",
        "威海人社",
        "2024年5月14日 10:00",
        FAIR[:1],
        clock="15:31",
        reads="5312",
    )
    press.picture(html, 393, 852, 2.2).save(out / "公众号截图.png")


def _other_school(out: Path, press: Press) -> None:
    for at, (title, date) in enumerate(
        (("威海市人才补贴政策一览", "2024年3月22日 12:10"), ("这个周末，来威海人力资源市场面试", "2024年5月15日 17:44"))
    ):
        html = wx_article(
            title, "山东外事职业大学就业指导中心", date, RENT[1:3] if at == 0 else FAIR, clock="13:20", reads="641"
        )
        press.picture(html, 393, 852, 2).save(out / f"推送{at + 1}.png")


def _last_year(out: Path, press: Press) -> None:
    posts = (
        Post("威海市2023年高校毕业生就业政策汇编", "2023年11月20日", "502"),
        Post("文登区秋季招聘会周六开场", "2023年10月13日", "833"),
        Post("环翠区青年人才安居政策", "2023年6月7日", "690"),
    )
    press.picture(
        wx_account("哈理工荣成就业", posts, intro="哈尔滨理工大学荣成校区就业指导与服务中心", dark=True, clock="21:14"),
        390,
        844,
        2.4,
    ).save(out / "3.1.png")


def _draft(out: Path, press: Press) -> None:
    html = wx_article(
        "威海高校毕业生就业补贴申领指南",
        "山药食院就业",
        "2024年6月3日 09:00",
        RENT,
        note="此为临时链接，仅用于预览，将在短期内失效",
        clock="08:41",
        place="",
    )
    press.picture(html, 393, 852, 2.5).save(out / "微信图片_20240603084155.jpg", quality=82)


def _fifteen(out: Path, press: Press) -> None:
    html = wx_account("山东药品食品职业学院就业", FIFTEEN, intro="", clock="10:10", top=False)
    whole = press.picture(html, 390, 844, 2, whole=True)
    middle = whole.height * 54 // 100
    _cut(whole, 0, middle).save(out / "列表-上.png")
    _cut(whole, middle - 260, whole.height).save(out / "列表-下.png")
    article = wx_article(
        "来威就业可办的威海人才卡怎么申请",
        "山东药品食品职业学院就业",
        "2024年6月11日 11:26",
        (
            "来威就业的高校毕业生可在线申请威海人才卡。登录威海市人才服务网，填写申报信息，三个工作日内审核。",
            "持卡可享受子女入学、免费乘公交、景区免票等服务。",
        ),
        clock="10:12",
        reads="337",
    )
    press.picture(article, 390, 844, 2).save(out / "文章截图.png")


def _tablet(out: Path, press: Press) -> None:
    html = wx_article(
        "提醒！威海市直接发放的这笔补贴，2024届毕业生可以申请",
        "山东交通学院威海校区就业",
        "2024年7月8日 18:32",
        RENT[1:],
        source="威海市人社局|就业科",
        clock="下午7:02 7月9日周二",
        reads="988",
    )
    press.picture(html.replace("<p style='", "<p style='max-width:680px;"), 820, 1180, 1.6).save(out / "IMG_0093.PNG")


def _chat(out: Path, press: Press) -> None:
    cards = (
        Post("威海市事业单位招聘应届毕业生公告来了", "4月12日 10:05"),
        Post("周五面试！荣成企业专场", "4月16日 晚上8:02"),
    )
    press.picture(wx_chat("威海海洋职业学院就业", cards), 390, 844, 2.4).save(out / "微信推送截图.png")


def _typed(out: Path, press: Press) -> None:
    html = wx_article(
        "威海市青年人才优惠政策发布", "威海职业学院就业创业", "2024年4月22日 16:00", RENT[:3], clock="9:30", reads="755"
    )
    rows = [("序号", "推送标题", "推送日期", "阅读量"), ("1", "威海市青年人才优惠政策发布", "2024年4月22日", "755")]
    rows += [(str(at + 2), post.title, post.date.split(" ")[0], post.reads) for at, post in enumerate(BACKEND[:17])]
    word(
        out / "微信推送统计表.docx",
        [
            "# 2024年度微信公众号推送统计",
            "公众号名称：威海职业学院就业创业",
            rows,
            Shot(press.picture(html, 393, 800, 1.8), "部分推送截图", 7),
        ],
    )


def _search(out: Path, press: Press) -> None:
    posts = (
        Post("留威就业：环翠区发布2024年急需紧缺专业目录", "2024-09-18"),
        Post("留威就业一件事：社保转移与落户同办", "2024-07-02"),
        Post("留威就业系列访谈（二）：在文登造船", "2024-03-29"),
        Post("留威就业系列访谈（一）：回荣成养海带", "2023-12-21"),
        Post("留威就业政策包2023版", "2023-05-06"),
    )
    press.picture(wx_search("留威就业", "威海职业学院就业创业", posts), 393, 852, 2.3).save(
        out / "搜索结果.jpg", quality=84
    )


def _desktop_article(out: Path, press: Press) -> None:
    inner = wx_article(
        "留在威海｜2025届毕业生政策大礼包", "山东大学威海就业", "2024年12月05日 19:20", RENT, reads="1407"
    )
    start = inner.index("<h1")
    press.picture(
        browser(
            f"<div style='width:677px;margin:26px auto;font-size:17px'>{inner[start:]}",
            "https://mp.weixin.qq.com/s/Xy3kQ0pTq8mV2cRw",
            "留在威海｜2025届毕业生政策大礼包",
            taskbar="10:06<br>2024/12/9",
        ),
        1440,
        860,
        1.2,
    ).save(out / "网页版截图.png")


def cases() -> Iterator[Case]:
    cell = "3.1"
    some, most, none, open_ = (25, 25, 25), (30, 30, 30), (0, 0, 0), (0, 0, 25)
    yield Case(
        "fq-wx-profile-ios",
        cell,
        _profile,
        {cell: some},
        facts={cell: {"posts": 6}},
        school="威海海洋职业学院",
        note="六条 2024 年、题目写明威海区市的推送：1–15 → 25",
    )
    yield Case(
        "fq-wx-backend-18",
        cell,
        _backend,
        {cell: most},
        facts={cell: {"posts": 18}},
        school="山东大学（威海）",
        note="后台发表记录两屏，重两条，共18条 >15 → 30",
    )
    yield Case(
        "fq-wx-dark-article",
        cell,
        _dark,
        {cell: some},
        facts={cell: {"posts": 1}},
        school="哈尔滨工业大学（威海）",
        note="深色模式单篇 → 25",
    )
    yield Case(
        "fq-wx-word-five",
        cell,
        _word_five,
        {cell: some},
        facts={cell: {"posts": 5}},
        school="北京交通大学（威海）",
        note="Word 内五张截图 → 25",
    )
    yield Case(
        "fq-wx-province-only",
        cell,
        _province,
        {cell: open_},
        want_flags=((cell, "judgement-required"),),
        note="去掉账号名后无一处写到威海：只入 high",
    )
    yield Case(
        "fq-wx-bureau-account",
        cell,
        _bureau,
        {cell: open_},
        want_flags=((cell, "judgement-required"),),
        note="账号不是学校的：any other → high",
    )
    yield Case(
        "fq-wx-other-school",
        cell,
        _other_school,
        {cell: none},
        want_flags=((cell, "school-mismatch"),),
        note="他校账号 → 0",
    )
    yield Case(
        "fq-wx-2023",
        cell,
        _last_year,
        {cell: none},
        want_flags=((cell, "date-outside-period"),),
        school="哈尔滨理工大学荣成校区",
        note="全部为2023年",
    )
    yield Case("fq-wx-draft", cell, _draft, {cell: none}, school="山东药品食品职业学院", note="预览稿不算")
    yield Case(
        "fq-wx-fifteen-once-more",
        cell,
        _fifteen,
        {cell: some},
        facts={cell: {"posts": 15}},
        want_flags=((cell, "duplicate-post"),),
        school="山东药品食品职业学院",
        note="列表15条，单篇是其中一条：≤15 → 25",
    )
    yield Case(
        "fq-wx-ipad-repost",
        cell,
        _tablet,
        {cell: some},
        facts={cell: {"posts": 1}},
        school="山东交通学院（威海）",
        note="转载也算",
    )
    yield Case(
        "fq-wx-chat-yearless",
        cell,
        _chat,
        {cell: open_},
        want_flags=((cell, "date-missing"),),
        school="威海海洋职业学院",
        note="无年份 → high",
    )
    yield Case("fq-wx-typed-list-one-shot", cell, _typed, {cell: (25, 25, 30)}, note="手打清单只入 high；截图一条 → 25")
    yield Case(
        "fq-wx-search-two-years", cell, _search, {cell: some}, facts={cell: {"posts": 3}}, note="三条 2024、两条 2023"
    )
    yield Case(
        "fq-wx-desktop-article",
        cell,
        _desktop_article,
        {cell: some},
        facts={cell: {"posts": 1}},
        school="山东大学（威海）",
        note="电脑网页版单篇 → 25",
    )
