"""2.4: answers as a share of the year's graduates."""

from fractions import Fraction

import pytest

from tests.counting.people_papers import (
    KEYS,
    SCHOOL,
    application,
    bundle,
    codes,
    degrees,
    facts,
    keys,
    name,
    origins,
    points,
    resident_id,
    result,
    sheet,
    tally,
    text,
)
from verifier.model import Document


def report(words: str, file: str = "问卷报告.docx", kind: str = "word", confidence: float = 1.0) -> Document:
    return text(f"2024届毕业生就业情况调查问卷报告\n{words}", file, kind, confidence)


def answered(number: int) -> Document:
    return report(f"共发放问卷3000份，回收有效问卷{number}份。")


@pytest.mark.parametrize(
    ("number", "earned"),
    [(1, 10), (499, 10), (500, 14), (599, 14), (600, 16), (699, 16), (700, 18), (799, 18), (800, 20), (1000, 20)],
)
def test_each_side_of_every_threshold(number: int, earned: float) -> None:
    assert points("2.4", bundle(answered(number), application(1000))) == (earned, earned, earned)


def test_exactly_half_and_duplicates_removed() -> None:
    assert points("2.4", bundle(answered(1234), application(2468))) == (14, 14, 14)
    header = [*KEYS, "提交答卷时间"]
    rows = [[*keys(n), "2024-05-20 10:00"] for n in range(1222)]
    again = [[*keys(n), "2024-05-21 11:00"] for n in range(12)]
    papers = bundle(sheet(header, [*rows, *again], "2024届毕业生调查问卷"), application(2468))
    assert points("2.4", papers) == (10, 10, 10)
    assert facts("2.4", papers) == {"survey_answers": 1222, "graduates": 2468}
    assert codes("2.4", papers) == {"duplicate-person"}


@pytest.mark.parametrize(
    "words",
    [
        "截至6月30日共有174名毕业生参与作答。",
        "共有毕业生174人参与了作答。",
        "2024届毕业生共174人接受了调查。",
        "应届毕业生参与人数174人。",
    ],
)
def test_those_who_answered_are_no_total_of_those_who_were_asked(words: str) -> None:
    assert points("2.4", bundle(report(words), origins(247))) == (18, 18, 18)
    alone = bundle(report(words))
    assert (points("2.4", alone), codes("2.4", alone)) == ((10, 10, 20), {"denominator-missing"})
    told = bundle(report(f"面向应届毕业生250人推送问卷，{words}"), origins(247))
    assert codes("2.4", told) <= {"totals-disagree"}


def test_the_rosters_total_decides_and_the_range_shows_the_others() -> None:
    papers = bundle(answered(174), origins(247), application(241), report("2024届毕业生250人。", "就业问卷.docx"))
    assert points("2.4", papers) == (16, 18, 18)
    assert "totals-disagree" in codes("2.4", papers)


def test_totals_that_move_no_point_are_not_named_in_the_cell() -> None:
    papers = bundle(answered(100), origins(247), application(241))
    assert points("2.4", papers) == (10, 10, 10)
    assert codes("2.4", papers) == set()


def test_without_a_total_somebody_answered() -> None:
    papers = bundle(answered(100))
    assert points("2.4", papers) == (10, 10, 20)
    assert "denominator-missing" in codes("2.4", papers)
    assert facts("2.4", papers) == {"survey_answers": 100}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("共发放问卷900份，回收问卷850份，其中有效问卷800份，有效回收率94.1%。", 800),
        ("发放问卷900份，收回问卷850份。", 850),
        ("本次调查有效样本812个。", 812),
        ("答卷人数：640人", 640),
        ("参与调查的毕业生中，答卷人数640人，毕业生总数1000人。", 640),
        ("累计收到答卷701份，无效问卷20份。", 701),
        ("第1题 您的性别 本题有效填写人次 640\n答卷人数 633人", 633),
    ],
)
def test_people_who_answered_are_told_from_other_numbers(words: str, number: int) -> None:
    assert facts("2.4", bundle(report(words), application(1000)))["survey_answers"] == number


def test_turns_of_questions_are_asked_about() -> None:
    words = "第1题 本题有效填写人次640人次\n第2题（多选） 本题有效填写人次1900人次\n第3题 本题有效填写人次640人次"
    papers = bundle(report(words), application(1000))
    assert facts("2.4", papers)["survey_answers"] == 640
    assert "judgement-required" in codes("2.4", papers)


def test_a_table_by_colleges_is_read_in_its_last_row() -> None:
    header = ["学院", "毕业生人数", "答卷人数", "答卷率"]
    rows = [["商学院", "400", "300", "75%"], ["工学院", "600", "420", "70%"], ["合计", "1000", "720", "72%"]]
    papers = bundle(sheet(header, rows, "2024届毕业生调查问卷统计表"))
    assert points("2.4", papers) == (18, 18, 18)
    assert facts("2.4", papers) == {"survey_answers": 720, "graduates": 1000}
    assert codes("2.4", papers) == set()


def test_an_anonymous_export_counts_its_rows_and_each_serial_number_once() -> None:
    header = ["序号", "提交答卷时间", "所用时间", "来源", "1、您的性别"]
    rows = [[n, "2024/5/20 10:00:00", "120秒", "微信", "男"] for n in range(1, 61)]
    papers = bundle(sheet(header, [*rows, rows[7]], "2024届毕业生就业意向调查问卷"), application(100))
    assert facts("2.4", papers)["survey_answers"] == 60
    assert points("2.4", papers) == (16, 16, 16)
    assert codes("2.4", papers) == {"duplicate-person"}


def test_answers_of_other_schools_and_classes_are_left_out() -> None:
    header = [*KEYS, "学校", "届别", "提交时间"]
    rows = [[*keys(n), SCHOOL, "2024届", "2024-05-20"] for n in range(60)]
    rows += [[*keys(n), "烟台大学", "2024届", "2024-05-20"] for n in range(60, 80)]
    rows += [[*keys(n), SCHOOL, "2023届", "2024-05-20"] for n in range(80, 95)]
    papers = bundle(sheet(header, rows, "毕业生调查问卷"), application(100))
    assert facts("2.4", papers)["survey_answers"] == 60
    assert codes("2.4", papers) == set()


def test_a_stated_number_of_the_raw_rows_is_no_disagreement() -> None:
    header = [*KEYS, "提交答卷时间"]
    rows = [[*keys(n), "2024-05-20"] for n in range(50)]
    papers = bundle(
        sheet(header, [*rows, rows[0]], "2024届毕业生调查问卷"), report("共回收答卷51份。"), application(100)
    )
    assert points("2.4", papers) == (14, 14, 14)
    assert codes("2.4", papers) == {"duplicate-person"}


def test_papers_that_state_different_numbers_of_answers_widen_the_range() -> None:
    papers = bundle(report("回收有效问卷780份。"), report("回收有效问卷810份。", "二.docx"), application(1000))
    assert points("2.4", papers) == (18, 20, 20)
    assert codes("2.4", papers) == {"totals-disagree"}


def test_a_stated_rate_is_compared_at_the_digits_it_shows() -> None:
    right = "毕业生总数2468人，回收有效问卷1740份，答卷率70.5%。"
    assert codes("2.4", bundle(report(right), application(2468))) == set()
    wrong = "毕业生总数2468人，回收有效问卷1740份，答卷率71.5%。"
    assert codes("2.4", bundle(report(wrong), application(2468))) == {"totals-disagree"}
    assert points("2.4", bundle(report(wrong), application(2468))) == (18, 18, 18)
    whole = "毕业生总数2468人，回收有效问卷1740份，占毕业生总数的71%。"
    assert codes("2.4", bundle(report(whole), application(2468))) == set()


def test_a_rate_of_copies_sent_is_no_disagreement() -> None:
    words = "共发放问卷500份，回收有效问卷480份，有效回收率96%，回收率98%。"
    assert codes("2.4", bundle(report(words), application(1000))) == set()


def test_more_answers_than_graduates_are_capped_and_named() -> None:
    papers = bundle(answered(1200), application(1000))
    assert points("2.4", papers) == (20, 20, 20)
    assert codes("2.4", papers) == {"totals-disagree"}


@pytest.mark.parametrize(
    "paper",
    [
        text("2023届毕业生就业情况调查问卷报告\n回收有效问卷700份。", "问卷.docx"),
        text("毕业生就业情况调查问卷报告\n面向2025届毕业生，回收有效问卷700份。", "问卷.docx"),
        sheet([*KEYS, "提交时间"], [[*keys(n), "2023-05-20"] for n in range(60)], "毕业生调查问卷"),
    ],
)
def test_a_survey_of_another_class_does_not_count(paper: Document) -> None:
    papers = bundle(paper, application(100))
    assert points("2.4", papers) == (0, 0, 0)
    assert codes("2.4", papers) == {"date-outside-period"}


def test_a_survey_of_another_school_does_not_count() -> None:
    papers = bundle(text("威海职业学院2024届毕业生调查问卷报告\n回收有效问卷700份。", "问卷.docx"), application(1000))
    assert points("2.4", papers) == (0, 0, 0)
    assert codes("2.4", papers) == {"school-mismatch"}


def test_questions_without_answers_leave_the_cell_open() -> None:
    papers = bundle(text("2024届毕业生就业意向调查问卷\n1. 您的性别？", "问卷.docx"), application(1000))
    assert points("2.4", papers) == (0, 0, 20)


def test_an_unsure_number_does_not_count_in_low() -> None:
    papers = bundle(report("回收有效问卷700份。", "问卷.jpg", "image", 0.7), application(1000))
    assert points("2.4", papers) == (0, 18, 18)
    assert codes("2.4", papers) == {"low-confidence"}


def test_shares_are_exact() -> None:
    measures = {each.name: each for each in tally("2.4", bundle(answered(1740), degrees(2468))).measures}
    assert measures["answered_share"].proposed == Fraction(1740, 2468)


def test_a_summary_that_tells_of_no_survey_is_none() -> None:
    body = "一、基本情况：全年举办招聘会12场。"
    summary = text(f"{SCHOOL}就业创业服务指导站2024年度工作总结报告\n{body}", file="总结.docx")
    found = tally("2.4", bundle(summary))
    assert (found.evidence, found.flags, found.open_to_max) == ((), (), False)
    told = text(f"{SCHOOL}就业创业服务指导站2024年度工作总结报告\n一、面向在校生开展了问卷调查。", file="总结.docx")
    assert "judgement-required" in codes("2.4", bundle(told)) or "partial-evidence" in codes("2.4", bundle(told))


def test_nothing_sent_is_nothing_found() -> None:
    found = result("2.4", bundle(application(1000), origins(10)))
    assert (found.low, found.proposed, found.high) == (0, 0, 0)
    assert "no-evidence" in {flag.code for flag in found.flags}


def test_names_with_phones_are_told_apart() -> None:
    header = ["姓名", "手机号", "提交时间"]
    rows = [[name(n), f"1380000{n:04d}", "2024-05-20"] for n in range(60)]
    papers = bundle(sheet(header, [*rows, rows[3]], "2024届毕业生调查问卷"), application(100))
    assert facts("2.4", papers)["survey_answers"] == 60
    assert resident_id(1) != resident_id(2)


def test_answers_of_three_years_of_which_most_are_of_the_assessed_one_are_this_years() -> None:
    days = ["2024-05-20"] * 40 + ["2023-05-20"] * 30 + ["2022-05-20"] * 30
    export = sheet([*KEYS, "提交时间"], [[*keys(n), day] for n, day in enumerate(days)], "毕业生调查问卷")
    papers = bundle(export, application(100))
    assert "date-outside-period" not in codes("2.4", papers)
    assert facts("2.4", papers)["survey_answers"] == 100


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("剔除无效答卷后，有效样本量为686，信度系数0.87。", 686),
        ("样本数为650。", 650),
        ("本次分析的有效样本（N=702）来自各学院。", 702),
        ("参加问卷调查的毕业生有512人。", 512),
        ("参加问卷调查712人，其余未作答。", 712),
        ("共有805名毕业生参与了本次问卷调查。", 805),
        ("截至6月底共收到答卷800份，其中有效答卷720份。", 720),
        ("截至6月底共收到答卷800份，其中有效640份。", 640),
        ("930名毕业生填写了问卷。", 930),
        ("共有492人提交了《毕业生就业状况调查问卷》。", 492),
        ("共有492人填写了“毕业生就业意向问卷”。", 492),
        ("后台统计，876人完成填写。", 876),
        ("推送电子问卷，实际作答736人。", 736),
        ("共发出问卷1000份，收回900份，有效问卷850份。", 850),
    ],
)
def test_the_number_of_answers_in_the_words_of_reports(words: str, number: int) -> None:
    assert facts("2.4", bundle(report(words), application(1000))) == {"survey_answers": number, "graduates": 1000}


@pytest.mark.parametrize(
    "paper",
    [
        "2024届毕业生求职意向调查\n第1题 您的性别 [单选题]\n本题有效填写人次 640",
        "威海校区2024届毕业生去向调研简报\n向毕业生推送电子问卷，实际\n作答640人，作答率为64.0%。",
        "就业满意度跟踪调查\n调查覆盖各学院，有效回答640份，应答率64%。",
    ],
)
def test_a_survey_that_does_not_call_itself_a_questionnaire(paper: str) -> None:
    assert facts("2.4", bundle(text(paper, "报告.docx"), application(1000)))["survey_answers"] == 640


def test_all_graduates_whom_a_survey_addressed_are_its_own_total() -> None:
    papers = bundle(report("本次面向应届毕业生 1200 人推送电子问卷，作答 720 人。"))
    assert facts("2.4", papers) == {"survey_answers": 720, "graduates": 1200}
    some = bundle(report("组织毕业生300人参加座谈，另有240人作答问卷。"))
    assert "denominator-missing" in codes("2.4", some)


@pytest.mark.parametrize("title", ["企业用工情况调研报告", "校园周边交通调查报告"])
def test_a_report_of_another_inquiry_has_no_answers(title: str) -> None:
    papers = bundle(text(f"{title}\n走访企业20家，座谈会参加人员150人。", "报告.docx"), application(200))
    assert points("2.4", papers)[1] == 0


def test_a_header_of_two_rows_over_the_copies_sent_and_returned() -> None:
    header = ["学院", "毕业生人数", "问卷", "", "答卷率"]
    rows = [["", "", "发放", "收回有效", ""], ["外语学院", "420", "420", "366", "87.1%"]]
    rows += [["商学院", "380", "380", "300", "78.9%"], ["总计", "800", "800", "666", "83.3%"]]
    papers = bundle(sheet(header, rows, "2024届毕业生就业调查问卷统计"))
    assert facts("2.4", papers) == {"survey_answers": 666, "graduates": 800}
    assert points("2.4", papers) == (20, 20, 20)


@pytest.mark.parametrize("done", ["完成就业状况调查问卷", "填写了就业意向调查问卷", "提交毕业去向电子问卷"])
def test_what_kind_of_survey_people_answered_says_nothing_of_their_number(done: str) -> None:
    papers = bundle(report(f"2024届毕业生共950人，共有812人{done}。"), application(950))
    assert facts("2.4", papers)["survey_answers"] == 812


def test_marks_of_an_exam_are_no_answers() -> None:
    header = ["序号", "提交时间", "姓名", "班级", "总分"]
    rows = [[n, "2024/5/8 10:01:11", name(n), "护理1班", str(60 + n)] for n in range(1, 13)]
    assert points("2.4", bundle(sheet(header, rows, ""))) == (0, 0, 0)


def test_a_survey_of_others_is_no_question() -> None:
    canteen = text("食堂满意度调查（2024年4月）\n共回收答卷860份。", "满意度调查.docx", "word", 1.0)
    assert points("2.4", bundle(canteen)) == (0, 0, 0)
    assert codes("2.4", bundle(canteen)) == {"partial-evidence"}
    students = text("在校生就业意向调查问卷\n共回收答卷860份。", "意向.docx", "word", 1.0)
    assert "judgement-required" in codes("2.4", bundle(students))


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [
        ("问卷状态", "已完成", "未完成"),
        ("是否填写", "是", "否"),
        ("作答情况", "已作答", "尚未作答"),
        ("填写状态", "√", ""),
        ("是否提交问卷", "1", "0"),
        ("完成情况", "已提交", "待提交"),
    ],
)
def test_a_list_of_those_asked_counts_those_who_answered(header: str, yes: str, no: str) -> None:
    rows = [[*keys(n), yes if n % 4 else no] for n in range(80)]
    papers = bundle(sheet([*KEYS, header], rows, "2024届毕业生调查问卷完成明细"), application(80))
    assert facts("2.4", papers) == {"survey_answers": 60, "graduates": 80}


def test_those_without_a_time_did_not_answer() -> None:
    rows = [[*keys(n), "2024-06-01 10:00" if n % 2 else ""] for n in range(80)]
    papers = bundle(sheet([*KEYS, "提交时间"], rows, "2024届毕业生调查问卷提交明细"), application(80))
    assert facts("2.4", papers) == {"survey_answers": 40, "graduates": 80}
    rows = [[*keys(n)] for n in range(30)]
    papers = bundle(sheet(KEYS, rows, "2024届毕业生未完成调查问卷学生名单"), application(80))
    assert points("2.4", papers)[1] == 0


@pytest.mark.parametrize(
    "words",
    [
        "一、毕业生问卷\n2024届毕业生共有820人完成答卷。\n二、用人单位问卷\n共发放150份，回收136份。",
        "参与调查的毕业生820人。另向用人单位发放问卷150份，回收有效问卷136份。",
        "（一）企业调查\n回收问卷930份。\n（二）毕业生调查\n回收问卷820份。",
        "通过各学院教师推送问卷，回收820份。",
        "2024届1000名毕业生中有820名填写了问卷，企业问卷收回950份。",
    ],
)
def test_what_employers_answered_is_no_answer_of_graduates(words: str) -> None:
    assert facts("2.4", bundle(report(words), application(1000))) == {"survey_answers": 820, "graduates": 1000}


@pytest.mark.parametrize(
    "words",
    [
        "2024年用人单位满意度问卷调查报告\n招生就业处\n面向86家用人单位发放问卷，回收有效问卷81份。",
        "用人单位对2024届毕业生满意度调查问卷统计\n回收问卷81份，用人单位对我校毕业生总体满意。",
        "企业用人需求问卷调查\n共收回问卷120份。企业愿意录用我校毕业生。",
        "家长问卷调查汇总\n收回问卷300份。家长关心毕业生就业。",
    ],
)
def test_what_employers_say_of_graduates_is_no_answer(words: str) -> None:
    papers = bundle(text(words, "问卷.docx"), application(100))
    assert points("2.4", papers) == (0, 0, 0)
    assert codes("2.4", papers) == {"partial-evidence"}


@pytest.mark.parametrize(
    "questions",
    [
        "一、您的性别：（  ）A.男 B.女\n二、您的就业意向地：（  ）A.威海 B.省外",
        "1.您的专业________\n2.您期望的月薪________",
        "1.是否愿意留威 □是 □否\n2.是否需要就业指导 □是 □否",
        "1、您的去向\nA.就业 B.升学 C.创业\n2、您的满意度\nA.满意 B.一般",
    ],
)
def test_a_blank_questionnaire_says_that_nobody_answered(questions: str) -> None:
    papers = bundle(text(f"2024届毕业生就业意向调查问卷\n{questions}", "问卷.docx"), application(100))
    assert points("2.4", papers) == (0, 0, 0)
    assert codes("2.4", papers) == {"partial-evidence"}


@pytest.mark.parametrize(
    "words",
    [
        "2024届1000名毕业生中有820名提交了调查问卷，答卷率约80%。",
        "通过班级群推送问卷，共有820人完成作答。",
        "2024届毕业生1000人，已有820人参与了本次问卷调查。",
        "收到毕业生提交的答卷820份。",
    ],
)
def test_more_words_for_answering(words: str) -> None:
    assert facts("2.4", bundle(report(words), application(1000))) == {"survey_answers": 820, "graduates": 1000}


def test_one_survey_on_several_platforms_is_the_sum_of_its_answers() -> None:
    asked = ["姓名", "学号", "毕业去向"]

    def answers(people: range) -> list[list[object]]:
        return [[name(n), f"2020{n:06d}", "已签约"] for n in people]

    first = sheet([*asked, "提交时间"], [[*row, "2024-06-11"] for row in answers(range(16))], file="甲.csv")
    more = ["提交人", "填写设备", "操作系统", *asked, "提交时间"]
    second = sheet(more, [["某", "手机", "系统", *row, "2024-06-12"] for row in answers(range(16, 34))], file="乙.csv")
    again = sheet(
        [*asked, "用户类型", "提交时间"],
        [[*row, "个人", "2024-06-13"] for row in answers(range(30, 49))],
        file="丙.csv",
    )
    papers = bundle(first, second, again, origins(70))
    assert facts("2.4", papers)["survey_answers"] == 49
    other = sheet(
        [*asked, "您对食堂满意吗", "提交时间"],
        [[*row, "满意", "2024-06-13"] for row in answers(range(49, 60))],
        file="丁.csv",
    )
    assert facts("2.4", bundle(first, second, again, other, origins(70)))["survey_answers"] == 49
