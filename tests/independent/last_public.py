# ruff: noqa: E501
"""3.1–3.4: posts on screens and prints, posters on walls, leaflets in hands."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent.anew_kit import Make, album, desk, phone, scene, titled
from tests.independent.case import Case
from tests.independent.last_kit import at, case, pdf, photo, xls

NONE, SOME, ALL, OPEN20 = (0, 0, 0), (25, 25, 25), (30, 30, 30), (0, 0, 20)
Post = tuple[str, str]

_LOCAL: Sequence[Post] = (
    ("威海市高校毕业生租房补贴线上申领流程", "2024年1月9日"),
    ("留威就业｜环翠区机关事业单位青年见习岗位来了", "2024年1月23日"),
    ("荣成市渔业龙头企业春季招聘岗位汇总", "2024年2月27日"),
    ("一图看懂：威海市人才津贴怎么领", "2024年3月6日"),
    ("文登区技能人才专场岗位对接开始报名", "2024年3月14日"),
    ("“来威海·创未来”大学生创业项目征集", "2024年3月28日"),
    ("乳山市城镇公益性岗位招募毕业生公告", "2024年4月11日"),
    ("威海市就业服务平台注册操作指南", "2024年4月25日"),
    ("@毕业生 威海市一次性创业补贴政策问答", "2024年5月8日"),
    ("威海市人社局直播带岗进校园活动预告", "2024年5月22日"),
    ("威海“三支一扶”招募启动", "2024年6月5日"),
    ("未就业毕业生到威海市人才服务窗口报到须知", "2024年6月26日"),
    ("暑期到威海企业实习，补贴这样发", "2024年7月10日"),
    ("威海市高层次青年人才安居政策汇编", "2024年9月3日"),
    ("荣成石岛管理区2025届校招岗位抢先看", "2024年9月19日"),
    ("威海市秋季网络招聘月企业名录", "2024年10月16日"),
    ("威海临港区先进制造业岗位推荐", "2024年11月7日"),
)


def _article(name: str, title: str, account: str, told: str, lines: Sequence[str]) -> Make:
    text = "".join(
        f"<p style='margin:0 0 16px;line-height:1.75;font-size:17px;color:#333'>{line}</p>" for line in lines
    )
    return phone(
        name,
        f"<div style='padding:8px 20px'><h1 style='font-size:23px;line-height:1.4;margin:16px 0 12px'>{title}</h1><p style='font-size:15px;color:#888;margin-bottom:26px'><span style='color:#576b95'>{account}</span>　{told}</p>{text}<p style='color:#888;font-size:15px;margin-top:30px'>阅读 612　　赞 9　　在看 4</p></div>",
    )


def _posts(name: str, account: str, posts: Sequence[Post]) -> Make:
    rows = "".join(
        f"<div style='display:flex;justify-content:space-between;gap:14px;padding:13px 18px;border-bottom:1px solid #eee'><div><div style='font-size:16px;line-height:1.4'>{title}</div><div style='font-size:13px;color:#999;margin-top:6px'>{day}　阅读 {300 + 17 * at}</div></div><div style='flex:none;width:64px;height:64px;background:hsl({at * 47} 40% 70%)'></div></div>"
        for at, (title, day) in enumerate(posts)
    )
    head = f"<div style='padding:14px 18px'><b style='font-size:20px'>{account}</b><div style='font-size:13px;color:#888;margin-top:4px'>消息　　视频号　　服务</div></div>"
    return phone(name, head + rows, high=190 + 96 * len(posts), ground="#fff")


def _wechat() -> list[Case]:
    return [
        case(
            "31-article",
            "3.1",
            SOME,
            "本校公众号一篇，讲威海市人社局的租房补贴，有日期",
            _article(
                "Screenshot_20240420.png",
                "毕业留在这座城，租房也有补贴拿",
                "威海海洋职业学院就业",
                "2024年4月18日 17:30 山东",
                [
                    "各位2024届毕业生：",
                    "威海市人力资源和社会保障局近日公布了高校毕业生租房补贴申领办法，在威海就业并缴纳社会保险的毕业生可按月申领。",
                    "线上申领请登录威海市就业服务平台。",
                ],
            ),
            facts={"posts": 1},
            school="威海海洋职业学院",
            more={"3.2": NONE, "3.3": NONE},
        ),
        case(
            "31-four-of-six",
            "3.1",
            SOME,
            "列表六条，四条讲威海就业，运动会和闭馆通知不算",
            _posts(
                "公众号列表.png",
                "威海职业学院",
                [
                    _LOCAL[9],
                    ("第十八届田径运动会精彩瞬间", "2024年5月15日"),
                    _LOCAL[8],
                    _LOCAL[7],
                    ("图书馆五一期间闭馆通知", "2024年4月29日"),
                    _LOCAL[5],
                ],
            ),
            facts={"posts": 4},
        ),
        case(
            "31-seventeen",
            "3.1",
            ALL,
            "两屏列表各九条，一条重叠，去重后17条，超过15条",
            _posts("列表上.png", "威职就业", _LOCAL[16:7:-1]),
            _posts("列表下.png", "威职就业", _LOCAL[8::-1]),
            facts={"posts": 17},
        ),
        case(
            "31-other-city",
            "3.1",
            (0, 0, 25),
            "近似件：本校公众号推的是潍坊市的引才公告，未提威海，只可由人判断",
            _article(
                "推文截图.png",
                "潍坊市事业单位引进高校毕业生公告发布",
                "威海职业学院就业指导",
                "2024年3月20日 09:12 山东",
                [
                    "潍坊市人力资源和社会保障局发布公告，面向2024届高校毕业生引才。",
                    "报名网址和岗位表见原文，就业办提醒同学们按时报名。",
                ],
            ),
            flags=["judgement-required"],
        ),
    ]


def _page(name: str, site: str, where: str, inner: str) -> Make:
    return desk(
        name,
        f"<div style='background:#0b5fa5;color:#fff;padding:22px 40px;font-size:26px;font-weight:700'>{site}</div><div style='background:#e8f1f9;padding:10px 40px;font-size:14px'>首页　就业动态　通知公告　政策法规　招聘信息　下载中心</div><div style='padding:16px 40px;color:#777;font-size:13px'>当前位置：首页 &gt; {where}</div><div style='padding:0 60px'>{inner}</div>",
    )


def _websites() -> list[Case]:
    return [
        case(
            "32-notice",
            "3.2",
            SOME,
            "本校就业信息网一篇通知，转发威海市人社局见习政策，发布时间在年内",
            _page(
                "网页截图1.png",
                "山东外事职业大学就业信息网",
                "政策法规 &gt; 正文",
                "<h2 style='text-align:center;margin:14px'>关于做好威海市青年就业见习工作的通知</h2><p style='text-align:center;color:#888;font-size:13px'>发布时间：2024-06-13　浏览次数：218　来源：招生就业处</p><p style='margin-top:22px;line-height:2'>各学院：根据威海市人力资源和社会保障局有关安排，今年见习基地面向我校毕业生提供岗位，见习期间按月发放生活补助，请通知毕业生报名。</p>",
            ),
            school="山东外事职业大学",
            facts={"posts": 1},
            more={"3.1": NONE},
        ),
        case(
            "32-printed-list",
            "3.2",
            ALL,
            "浏览器打印的栏目列表，17条都是威海就业内容，日期在年内，超过15条",
            pdf(
                "就业网-政策栏目.pdf",
                "威海职业学院就业信息网　·　通知公告",
                "当前位置：首页 > 通知公告　　共17条",
                [[f"· {title}", _dashed(day)] for title, day in _LOCAL[::-1]],
                "首页　上一页　1　下一页　尾页",
                "版权所有　威海职业学院招生就业处",
                css="td{border:0;border-bottom:1px dotted #aaa}p{text-indent:0}",
            ),
            facts={"posts": 17},
            more={"3.1": NONE},
        ),
        case(
            "32-other-school",
            "3.2",
            NONE,
            "网站是外校的就业信息网，不算本校发布",
            _page(
                "就业网截图.png",
                "烟台职业学院就业信息网",
                "通知公告 &gt; 正文",
                "<h2 style='text-align:center;margin:14px'>威海市重点企业来校招聘公告</h2><p style='text-align:center;color:#888;font-size:13px'>发布时间：2024-04-09　浏览次数：77</p><p style='margin-top:22px;line-height:2'>威海市人社局组织重点企业面向我校毕业生招聘，请同学们积极参加。</p>",
            ),
            flags=["school-mismatch"],
        ),
        case(
            "32-teaching-site",
            "3.2",
            NONE,
            "近似件：教务处网站的补考通知，与就业创业无关",
            _page(
                "教务通知.png",
                "威海职业学院教务处",
                "通知公告 &gt; 正文",
                "<h2 style='text-align:center;margin:14px'>关于2024年春季学期补考安排的通知</h2><p style='text-align:center;color:#888;font-size:13px'>发布时间：2024-02-29　浏览次数：1903</p><p style='margin-top:22px;line-height:2'>各系：本学期补考定于3月9日在2号教学楼进行，请毕业班学生携带学生证参加。联系地址：威海市高区科技新城。</p>",
            ),
            more={"3.1": NONE},
        ),
    ]


def _dashed(day: str) -> str:
    year, month, rest = day.replace("日", "").replace("月", "年").split("年")
    return f"{year}-{int(month):02d}-{int(rest):02d}"


def _posters() -> list[Case]:
    return [
        case(
            "33-on-board",
            "3.3",
            (20, 20, 20),
            "宣传栏里的政策海报照片，相机水印2024年",
            scene(
                "宣传栏.jpg",
                "<div style='font-size:40px;font-weight:800;margin-bottom:16px'>高校毕业生就业创业政策</div><div style='font-size:25px;line-height:1.9'>租房补贴　本科生每月四百元<br>创业补贴　最高两万元<br>见习补贴　按月发放<br>威海市人力资源和社会保障局</div>",
                ground="#0d5ea6",
                ink="#fff",
                size=(620, 420),
                at=((0.3, 0.08), (0.72, 0.09), (0.71, 0.56), (0.31, 0.55)),
                crowd=0,
                mark=("2024年5月11日 星期六", "10:22", "山东外事职业大学·北宣传栏"),
            ),
            school="山东外事职业大学",
        ),
        case(
            "33-album",
            "3.3",
            (20, 20, 20),
            "Word相册：标题和图注写明2024年4月张贴，图中是人才政策海报",
            album(
                "张贴海报情况.docx",
                ["2024年政策海报张贴情况"],
                [
                    (
                        "<div style='font-size:44px;font-weight:800'>留威就业人才补贴</div><div style='font-size:28px'>政策图解 看这一张就够了</div>",
                        "图1　2024年4月16日，食堂门口张贴人才政策海报",
                    ),
                    (
                        "<div style='font-size:42px;font-weight:800'>大学生创业扶持政策</div><div style='font-size:28px'>担保贷款　场地补贴　创业培训</div>",
                        "图2　2024年4月16日，宿舍楼下张贴创业政策海报",
                    ),
                ],
            ),
        ),
        case(
            "33-earlier",
            "3.3",
            NONE,
            "海报照片的相机时间为2023年，不在考核年度",
            scene(
                "DSC_0417.jpg",
                "<div style='font-size:46px;font-weight:800'>毕业生就业补贴政策</div><div style='font-size:30px'>租房补贴　见习补贴　社保补贴</div>",
                at("2023-04-17 15:02:11"),
                ground="#f4c542",
                ink="#7a1010",
                crowd=0,
            ),
            flags=["date-outside-period"],
        ),
        case(
            "33-singing",
            "3.3",
            NONE,
            "近似件：校园歌手大赛海报，与就业政策无关",
            photo(
                "海报照片.jpg",
                "# 第九届校园十佳歌手大赛",
                "## 2024年11月8日 19:00　大学生活动中心",
                "为青春而唱　等你来战",
                "报名：各系学生会文艺部　　主办：校团委",
                css="body{background:#3b1a6b;color:#ffe;min-height:900px;text-align:center}h1{font-size:54px;margin-top:180px}h2{font-size:32px}p{font-size:28px;text-indent:0;margin-top:60px}",
            ),
            alt=[OPEN20],
            more={"4.8": NONE},
        ),
    ]


def _leaflets() -> list[Case]:
    return [
        case(
            "34-stall",
            "3.4",
            (20, 20, 20),
            "现场照片：横幅写就业政策宣传资料发放点，有EXIF",
            scene(
                "IMG_3391.jpg",
                "<div style='font-size:44px;font-weight:800'>就业创业政策宣传资料发放点</div><div style='font-size:28px'>欢迎同学们领取</div>",
                at("2024-09-24 12:10:44"),
                crowd=7,
            ),
        ),
        case(
            "34-with-record",
            "3.4",
            (20, 20, 20),
            "折页文件加发放登记表，登记日期在年内",
            pdf(
                "折页.pdf",
                "# 威海市高校毕业生就业创业政策明白纸",
                "一、一次性创业补贴：首次创办小微企业且正常经营满一年的，可申领。",
                "二、租房补贴：在威海就业的毕业生，按学历层次按月发放。",
                "三、就业见习：离校未就业毕业生可参加，见习期发放补助。",
                "咨询电话：0631-5550199",
            ),
            xls(
                "发放登记.xlsx",
                {
                    "登记": titled(
                        "就业政策明白纸（折页）发放领取登记表",
                        ["发放日期", "领取班级", "份数", "领取人签字", "发放人"],
                        [
                            ["2024年5月13日", "电商2101班", 42, "吕雨桐", "隋冰洁"],
                            ["2024年5月13日", "护理2102班", 51, "原浩然", "隋冰洁"],
                            ["2024年5月14日", "机电2101班", 45, "车诗涵", "隋冰洁"],
                        ],
                    )
                },
            ),
        ),
        case(
            "34-design-only",
            "3.4",
            OPEN20,
            "只有宣传册的排版文件，没有发放照片和记录",
            pdf(
                "政策手册-定稿.pdf",
                "# 留在威海 · 大学生就业创业政策手册",
                "> 2024年版",
                "---",
                "## 就业篇",
                "租房补贴、人才津贴、见习补贴的申领条件和流程。",
                "---",
                "## 创业篇",
                "创业担保贷款、一次性创业补贴、创业场所租赁补贴。",
                css="h1{font-size:40px;margin-top:200px;color:#0a5}",
            ),
        ),
        case(
            "34-textbooks",
            "3.4",
            NONE,
            "近似件：教材发放现场，横幅和手里的都是教材，不是政策宣传资料",
            scene(
                "教材发放.jpg",
                "<div style='font-size:46px;font-weight:800'>2024年秋季学期教材发放处</div><div style='font-size:28px'>请各班班长按顺序领取</div>",
                at("2024-09-02 08:40:00"),
                ground="#1c4f9c",
            ),
            alt=[OPEN20],
            more={"4.7": NONE, "4.4": NONE},
        ),
    ]


def cases() -> list[Case]:
    return [*_wechat(), *_websites(), *_posters(), *_leaflets()]
