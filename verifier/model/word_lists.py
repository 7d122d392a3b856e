"""The lists of words by which facts are found and cells are judged, a record for each file of `words/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from verifier.model.lists import DocumentTypeId, EventKindId, Expressions, FieldId, MaybeWordList, WordList

Destination = Literal["work", "agreement", "business", "study", "none", "intern"]


@dataclass(frozen=True, slots=True)
class TotalWords:
    """How papers state a total of people."""

    papers: tuple[DocumentTypeId, ...]
    """papers that may state it, the most trusted first"""
    names: WordList
    """what it is called, the surest wording first"""
    unless: WordList
    """with one of these it is another number of people"""
    addressed: MaybeWordList
    """just before the number these say that it is of all, whatever is said to be done with them"""


@dataclass(frozen=True, slots=True)
class Totals:
    graduates: TotalWords
    enrolled: TotalWords


@dataclass(frozen=True, slots=True)
class Destinations:
    """Kind of destination → words for it."""

    work: WordList
    agreement: WordList
    business: WordList
    study: WordList
    none: WordList
    intern: WordList

    def items(self) -> tuple[tuple[Destination, WordList], ...]:
        """Of two words of one length the destination that stands first decides."""
        names: tuple[Destination, ...] = ("none", "study", "intern", "business", "agreement", "work")
        return tuple((name, getattr(self, name)) for name in names)


@dataclass(frozen=True, slots=True)
class TableWords:
    """Words about tables: rows that are no entries, sheets that explain, what stands about a header."""

    junk_rows: WordList
    """what the first filled cell of a row begins with that is no person and no event"""
    dictionary_sheets: WordList
    """sheets that explain codes or the filling-in: their name contains one of these, or is one of those with ="""
    header_others: WordList
    """a header that has one of these speaks of somebody else than the person of the row: only an exact header counts
    then"""
    header_opposites: tuple[tuple[str, str], ...]
    """two words of which a header and a known header must not have one each"""
    header_openings: WordList
    """what stands before the word in a header: 您的姓名"""
    header_notes: WordList
    """with what a note behind the word begins: 身份证号 请填18位; a row of such notes is no person"""
    total_words: WordList
    """words that say a sum wherever they stand in a row of people without a number: 软件工程专业小计"""
    mixed_levels: WordList
    """titles that name several levels in one word"""
    section_endings: Mapping[str, FieldId]
    """with what the name of a heading among the rows ends → the field it is of, the first that fits"""
    other_id_types: WordList
    """kinds of papers other than the resident ID"""
    plain_sheets: WordList
    """names of sheets that say nothing"""


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words about tables of people: which roster is which, totals, where graduates went."""

    enrolled_titles: WordList
    """of a table's title: its people are still enrolled"""
    graduate_titles: WordList
    """of a table's title: its people graduate"""
    last_year: WordList
    """of a title: the class of the year before"""
    this_year: WordList
    """of a title: the assessed year's class"""
    part_of_class: WordList
    """of a table's title: it lists some of a class only"""
    roster_titles: WordList
    """of a table's title: it may list a class or all enrolled"""
    survey_about: WordList
    """of a survey's title or text: graduates were asked"""
    survey_unless: WordList
    """names that hold a word of `survey_about` and do not say who was asked"""
    not_answered: WordList
    """of the column that says whether somebody answered: they did not"""
    lists_unanswered: WordList
    """of a list's title: those on it did not answer"""
    survey_of_others: WordList
    """of a survey's title or text: others were asked"""
    survey_of_hosts: WordList
    """of `survey_of_others` those who are no students and speak of graduates"""
    survey_scores: WordList
    """columns of answers that make them an exam where no column asks anything"""
    survey_kinds: WordList
    """what may stand between what was done with a survey and the word for it"""
    other_platforms: WordList
    """of a title: registrations elsewhere than on the bureau's platform"""
    intern_words: WordList
    """of a title, or of the header over the employers: the people are interns"""
    stay_titles: WordList
    """of the title of figures by place, which name nobody: who stays is counted"""
    platform_words: WordList
    """of a title: registrations on the platform"""
    export_titles: WordList
    """of a title or the first lines: the table comes out of the bureau's system"""
    own_titles: WordList
    """of a title or the first lines: the school has made the table itself"""
    total_marks: WordList
    """before a number: it is of all"""
    total_rows: WordList
    """of a row's label: it is the row of all"""
    totals: Totals
    """graduates, enrolled → which papers may state the total, and in which words"""
    survey_rates: WordList
    """rates of answers of which graduates are the base"""
    survey_rates_sent: WordList
    """rates of answers of which the copies sent may be the base"""
    survey_sent: WordList
    """before a number: so many copies were sent"""
    survey_turns: WordList
    """a number of answers of which one person may give several"""
    own_school_words: WordList
    """what an internship certificate calls the school it is addressed to"""
    no_enterprise: WordList
    """hosts that are plainly no enterprise, unless their name has one of `enterprise`"""
    no_enterprise_endings: WordList
    """with which the name of a host ends that is plainly no enterprise"""
    enterprise: WordList
    """words that make a host an enterprise"""
    destinations: Destinations
    """where graduates went; the longest word found decides"""
    dissolved: WordList
    """an agreement that holds no more"""
    not_dissolved: WordList
    """taken out first: they contain a word of `dissolved` and say the contrary"""
    says_yes: WordList
    """answers that say yes under a header that asks"""
    says_no: WordList
    """answers that say no under a header that asks"""
    blank_employers: WordList
    """a cell for the employer that names none"""
    agreement_titles: WordList
    """what an employment agreement calls itself"""
    agreement_parties: WordList
    """what an employment agreement has all of"""
    agreement_end_titles: WordList
    """titles of papers that say of an agreement that it holds no more"""
    agreement_ended_after: WordList
    """what stands before a word of `agreement_ended_by` on an agreement that was dissolved: 此协议已于某日解除"""
    agreement_ended_by: WordList
    """what says of an agreement that it holds no more, after a word of `agreement_ended_after`"""
    clause_words: WordList
    """words of a clause on some later case, which ends nothing"""
    agreement_ended_alone: WordList
    """what a stamp or a remark says alone"""
    not_agreements: WordList
    """of a title that has the word and is no agreement"""


@dataclass(frozen=True, slots=True)
class EventNameWords:
    """What surrounds the name of a happening: where it begins and ends, and who holds it."""

    stops: WordList
    """what ends a name on its left; the longest that fits is taken"""
    not_after: WordList
    """what may not follow the head: a name that something else than the happening bears"""
    one_name: tuple[EventKindId, ...]
    """kinds whose heads, one after the other, are one name, of the kind of the last: 春风行动专场招聘会"""
    other_words: WordList
    """what looks like the head of a name with a misread character, and is another word"""
    columns: WordList
    """with a bare head the name of a column of a page, not of an event"""
    column_ends: WordList
    """what follows the name of a column up to the end of the line"""
    not_bare: tuple[EventKindId, ...]
    """kinds of which the bare word in running text is no event"""
    of_places: tuple[EventKindId, ...]
    """kinds that stand at a place: a screen of a post can name them, but not show them"""
    of_ledgers: tuple[EventKindId, ...]
    """kinds that the title of a ledger says of all its rows: 就业创业咨询记录表"""
    fillers: WordList
    """words that make no difference between two names of one event"""
    differences: WordList
    """words one of which only one of two names has: they are two events"""
    alike: int
    """0…100: from this likeness on two names are one event's"""
    held_words: WordList
    """words of a post's title that say that something was held: then a bare 招聘会 or 就业咨询 names it"""


@dataclass(frozen=True, slots=True)
class OrganiserWords:
    """Who holds a happening, as a text names the body."""

    leads: WordList
    """what may stand before the name of a body and is no part of it"""
    verbs: WordList
    """what a body does that holds a happening"""
    body_ends: WordList
    """how the name of a body ends"""
    labels: WordList
    """what stands before the name of the body that holds a happening"""
    letters: WordList
    """what an agency that writes to a school calls itself and the school"""
    public: WordList
    """public agencies that hold fairs"""


@dataclass(frozen=True, slots=True)
class TextWords:
    """Words of running text: what titles, forms and certificates say."""

    bound_papers: tuple[DocumentTypeId, ...]
    """types of papers that a title within a file tells: several papers may be bound into one"""
    volumes: Expressions
    """of a title: what follows are several papers bound into one file"""
    internship_papers: tuple[DocumentTypeId, ...]
    """types of papers that certify internships"""
    internship_titles: WordList
    """what the title of an internship certificate says"""
    internship_not: WordList
    """a title with one of these is no certificate of an internship"""
    employer_labels: WordList
    """what stands before the name of the employer"""
    address_labels: WordList
    """what stands before the address of the employer"""
    school_labels: WordList
    """a school's name after one of these is the one that the paper is of"""
    account_marks: WordList
    """a line with one of these shows an account or a site"""
    account_tails: WordList
    """what follows a school's name in the names of its accounts and sites"""
    school_leads: WordList
    """words before 大学, 学院 that are no part of a school's name: the name begins after the last of them"""
    no_schools: WordList
    """before 大学 these make no school"""
    school_kinds: WordList
    """X学院, X学校 is a school and no department only where its name has one of these or begins with a place"""
    school_regions: WordList
    """what the name of a school may begin with besides a place"""
    staff_columns: WordList
    """columns of a table of staff beside 姓名"""
    student_columns: WordList
    """columns that make it a table of students"""
    liaison: WordList
    """what a liaison officer is called"""
    staff_labels: WordList
    """what stands before the names of staff"""
    staff_duties: WordList
    """what may stand before a name in a list of staff besides"""
    no_person: Expressions
    """of a run of a sentence that begins like a name: it is an office or what is done, and nobody"""
    fulltime: WordList
    """what says that somebody works full time; the first is the usual word, its first character stands for it in a
    table"""
    parttime: WordList
    """what says that somebody works part time, as `fulltime`"""
    fulltime_titles: WordList
    """of a table's title: all its people work full time where no cell says otherwise"""
    ticked: WordList
    """in a column of staff with one of these, a tick says what its header says"""
    application_fields: WordList
    """fields of the official application form"""
    application_staff: str
    """the field in which the sum of full and part time stands first, without a word of its own: 共 5 人（其中…"""
    application_form: WordList
    """what the official application form has all of"""
    scoring_form: WordList
    """what the official scoring form has all of"""
    scoring_titles: WordList
    """of the title of the official scoring form, in which the year stands"""
    no_campus: WordList
    """after the bare name of a parent school: another body, and no campus"""
