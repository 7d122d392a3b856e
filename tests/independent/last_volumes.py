"""Bound volumes, the filled 附件1, a summary, mails and archives: papers that speak for several cells at once."""

from __future__ import annotations

import zipfile
from pathlib import Path
from random import Random

from tests.independent import late_people_kit as lp
from tests.independent import late_station_kit as ls
from tests.independent.anew_kit import Make
from tests.independent.case import Case
from tests.independent.last_kit import case, doc, pages, photo, roster, scan
from tests.independent.press import Press, save_scan, scanned

NONE, TEN, FULL = (0, 0, 0), (10, 10, 10), (15, 15, 15)


def _zipped(name: str, people: list[lp.Student]) -> Make:
    def make(folder: Path, press: Press) -> None:
        with zipfile.ZipFile(lp.put(folder, name), "w") as archive:
            for one in people:
                page = pages(
                    press,
                    [
                        "# 学籍证明",
                        f"兹证明{one.name}（学号{one.number}）系山东药品食品职业学院{one.grade}级{one.major}专业专科学生，学制三年，学籍状态为在籍注册。",
                        "特此证明，供办理就业见习登记使用。",
                        "> 山东药品食品⟦山东药品食品职业学院⟧职业学院学籍管理科",
                        "> 2024年11月4日",
                    ],
                )
                kept = folder / "kept.pdf"
                save_scan([scanned(page[0], Random(one.name))], kept)
                archive.write(kept, f"学籍证明/{one.name}.pdf")
                kept.unlink()

    return make


def _mail(name: str) -> Make:
    return lambda folder, _: ls.mail(
        lp.put(folder, name),
        sender="段文秀 <duanwx@example.edu.cn>",
        to="就业办 <jyb@example.edu.cn>",
        subject="毕业生就业意向问卷回收情况",
        date="Fri, 17 May 2024 16:20:00 +0800",
        text="王老师：\n\n2024届毕业生就业意向问卷今天中午关闭，后台显示实际提交121份，剔除测试提交1份，有效答卷120份。\n分班明细我下周一再发。\n\n段文秀\n",
    )


_ANNEX = [
    ["申报高校基本情况", "<", "<", "<", "<"],
    ["名称", "威海海洋职业学院", "<", "<", "<"],
    ["地址", "荣成市海洋大道1000号", "<", "<", "<"],
    ["在校生规模", "在校生9120人，应届毕业生2840人。", "<", "<", "<"],
    ["拟建大学生就业服务指导站基本情况", "<", "<", "<", "<"],
    ["指导站地址", "主校区 创业楼 203房间", "<", "<", "<"],
    ["场地情况", "办公场所45平方米，培训场地2个，共180平方米，各类招聘活动场地1500平方米，其他场地无。", "<", "<", "<"],
    ["人员配备", "共3人（其中专职人员2人，兼职人员1人）", "<", "<", "<"],
    ["联络专员", "宫婉清", "联系电话", "0631-5550177", "<"],
    ["指导站工作人员基本情况", "<", "<", "<", "<"],
    ["姓名", "所在部门", "职务（职称）", "联系方式", "任职（专/兼）"],
    ["刁振宇", "招生就业处", "处长", "0631-5550176", "兼"],
    ["宫婉清", "招生就业处", "科员", "0631-5550177", "专"],
    ["逄润泽", "招生就业处", "科员", "0631-5550178", "专"],
]


def cases() -> list[Case]:
    pupils, answered = lp.students("la-vol-21", 36), lp.students("la-vol-24", 150)
    confirmed = lp.students("la-vol-26", 3, grade=2023)
    head = ["序号", "考生号", "姓名", "身份证号", "专业", "生源地"]
    rows = [[at, s.exam, s.name, s.ident, s.major, s.origin[3:]] for at, s in enumerate(pupils, 1)]
    return [
        case(
            "17-bound-in-word",
            "1.7",
            FULL,
            "合订本：封面、目录、计划、两项制度、人员、台账，每部分各归其格；目录行不是另一份材料",
            doc(
                "指导站基础材料汇编.docx",
                "# 大学生就业创业服务指导站",
                "# 基础管理材料汇编（2024年度）",
                "---",
                "# 目　录",
                "一、2024年工作计划……………………1",
                "二、指导站工作制度……………………2",
                "三、指导站财务管理制度………………3",
                "四、工作人员名单………………………4",
                "五、活动记录……………………………5",
                "---",
                "# 一、2024年工作计划",
                "全年计划组织企业走访20家，政策宣讲进班级40场次，创业培训两期，年底前完成自查。",
                "---",
                "# 二、指导站工作制度",
                "第一条　实行坐班制，工作日8:30—17:00接待学生。",
                "第二条　重要事项集体研究，材料一事一档。",
                "---",
                "# 三、指导站财务管理制度",
                "第一条　经费单独核算，专款专用。",
                "第二条　两千元以上支出报分管院长审批。",
                "---",
                "# 四、工作人员名单",
                [
                    ["姓名", "部门", "职务", "专/兼职", "分工"],
                    ["谭志远", "就业处", "处长", "兼职", "站长"],
                    ["衣若彤", "就业处", "科员", "专职", "联络员"],
                    ["迟家豪", "就业处", "科员", "专职", "活动组织"],
                ],
                "---",
                "# 五、活动记录表",
                [
                    ["日期", "内容", "地点", "人数"],
                    ["2024年3月7日", "就业政策宣讲", "B201", "88"],
                    ["2024年6月5日", "离校手续说明会", "报告厅", "240"],
                ],
            ),
            more={"1.5": FULL, "1.6": FULL, "1.8": FULL, "3.3": NONE, "5.1": NONE},
        ),
        case(
            "11-bound-scan",
            "1.1",
            TEN,
            "扫描合订本：封面、场地证明、设备清单；办公室28.5平方米，培训室80座，设备有电脑和打印机",
            scan(
                "硬件设施材料.pdf",
                "# 硬件设施证明材料",
                "> 山东外事职业大学",
                "> 2024年11月",
                "---",
                "# 场地证明",
                "我校大学生就业创业服务指导站设在明德楼115室，为固定办公场所，使用面积28.5平方米；明德楼一层培训室设座位80个，供指导站开展培训时使用。",
                "特此证明。",
                "> 山东外事⟦山东外事职业大学⟧职业大学",
                "> 2024年3月1日",
                "---",
                "# 设备清单",
                [["名称", "数量"], ["台式电脑", "5台"], ["打印机", "2台"], ["投影仪", "1台"], ["办公桌椅", "5套"]],
            ),
            more={"1.2": TEN, "1.4": TEN, "1.6": NONE},
            facts={"office_area_m2": 28.5},
            school="山东外事职业大学",
        ),
        case(
            "15-annex-one",
            "1.5",
            FULL,
            "填好的附件1：三人，联络专员宫婉清在人员表中任职为专；办公场所45平方米；培训场地没有写容纳人数",
            doc(
                "附件1建站申请表.docx",
                "附件1",
                "# 威海市大学生就业创业服务指导站建站申请表",
                _ANNEX,
            ),
            more={"1.1": TEN, "1.2": (0, 0, 10)},
            facts={"staff": 3, "fulltime_liaison": 1},
            school="威海海洋职业学院",
        ),
        case(
            "25-in-summary",
            "2.5",
            FULL,
            "年度总结写2024届去向落实率；总结里说的制度、计划都没有附文本，仍为零分",
            doc(
                "2024年度总结.docx",
                "# 就业创业服务指导站2024年度总结报告",
                "一年来，指导站在市人社局指导下，健全了工作制度和经费管理，制定了全年计划。",
                "## 一、就业基本盘保持稳定",
                "2024届毕业生1312人，截至8月31日毕业去向落实率90.17%，其中升学253人。",
                "## 二、服务更加精准",
                "为困难毕业生建立一人一档，开展谈心谈话。",
                "## 三、存在的不足",
                "企业走访的覆盖面还不够。",
                "> 威海职业学院　2024年11月25日",
            ),
            more={"5.1": NONE, "4.3": NONE, "1.6": NONE, "1.7": NONE},
        ),
        case(
            "24-by-mail",
            "2.4",
            (20, 20, 20),
            "邮件写有效答卷120份，花名册150人，恰为80%；121份中有1份是测试",
            _mail("问卷回收情况.eml"),
            roster("2024届生源.xlsx", answered, "威海职业学院2024届毕业生生源信息"),
            facts={"survey_answers": 120, "graduates": 150},
            more={"2.1": FULL},
        ),
        case(
            "26-archive",
            "2.6",
            FULL,
            "压缩包里三份盖章的学籍证明扫描件",
            _zipped("学籍证明.zip", confirmed),
            more={"4.1": NONE, "2.3": NONE},
            school="山东药品食品职业学院",
        ),
        case(
            "21-two-photos",
            "2.1",
            FULL,
            "名册打印两页各拍一张，第二页没有表头，内容接上页",
            photo(
                "生源名册.jpg",
                "# 2024届毕业生生源信息一览表",
                [head, *rows[:18]],
                "---",
                rows[18:],
                "制表：衣若彤　　审核：谭志远　　2023年11月6日",
                css="body{margin:40px 30px}td{font-size:13.5px;padding:7px 4px}",
            ),
            more={"2.2": NONE},
        ),
    ]
