"""Who is who among many: the register's tables against the plain definition, pair by pair."""

from dataclasses import fields, replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.counting.people_papers import resident_id, wrong_id
from verifier.counting.people.rosters.same_person import Register, is_whole
from verifier.language.identity_numbers import check_id, same_person
from verifier.model import Person, Place, RosterRow

WHOLE = resident_id(7)
IDS = [
    "",
    WHOLE,
    wrong_id(7),
    resident_id(8),
    WHOLE[:4] + "*" * 10 + WHOLE[14:],
    WHOLE[:6] + "*" * 8 + WHOLE[14:],
    WHOLE[:6] + "*" * 12,
    "3799****************"[:14] + resident_id(9)[14:],
    "E12345678",
    "E1234***8",
    "3.79900E+17",
]
NUMBERS = ["", "1", "001", "2", "0"]


def row(name: str, id_: str = "", student: str = "", candidate: str = "", major: str = "") -> RosterRow:
    value, state = check_id(id_)
    return RosterRow(Person(name, value, state, student, candidate, major), {}, Place("f", cell="S!A1"))


rows = st.builds(
    row,
    st.sampled_from(["张伟", "张 伟", "王芳"]),
    st.sampled_from(IDS),
    st.sampled_from(NUMBERS),
    st.sampled_from(NUMBERS),
    st.sampled_from(["", "会计", "会 计", "护理"]),
)


def is_bare(person: Person) -> bool:
    return not (person.resident_id or person.student_number or person.candidate_number or person.major)


class Plain:
    """The definition: a person's whole ID before all, then the first that came and is the same person."""

    def __init__(self) -> None:
        self.said: list[tuple[Person, int]] = []
        self.many = 0

    def find(self, person: Person) -> int | None:
        if is_whole(person):
            for known, at in self.said:
                if is_whole(known) and known.resident_id == person.resident_id:
                    return at
        for known, at in self.said:
            bare = is_bare(person) and is_bare(known) and known.name.replace(" ", "") == person.name.replace(" ", "")
            if bare or same_person(person, known):
                return at
        return None

    def add(self, person: Person) -> int:
        at = self.find(person)
        if at is None:
            at = self.many
            self.many += 1
        self.said.append((person, at))
        return at


@given(st.lists(rows, max_size=14), st.lists(rows, max_size=6))
def test_people_are_told_apart_as_pair_by_pair(added: list[RosterRow], asked: list[RosterRow]) -> None:
    register, plain = Register(), Plain()
    for each in added:
        for other in asked:
            assert register.find(other.person) == plain.find(other.person)
        assert register.add(each) == plain.add(each.person)
    assert len(register) == plain.many


def test_every_pair_of_kinds_of_keys_is_told_as_the_definition_has_it() -> None:
    several = [
        row("张伟", id_, student, candidate, major)
        for id_, student, candidate, major in product(IDS, ["", "1", "2"], ["", "1"], ["", "会计"])
    ]
    for first in several:
        register, plain = Register.of([first]), Plain()
        plain.add(first.person)
        assert [register.find(each.person) for each in several] == [plain.find(each.person) for each in several]


def test_one_id_under_two_school_numbers_is_one_person_found_by_either() -> None:
    register = Register.of([row("张伟", WHOLE, "1"), row("张伟", WHOLE, "2")])
    assert len(register) == 1
    assert register.find(row("张伟", "", "2").person) == register.find(row("张伟", "", "01").person) == 0


class Watched(Person):
    """A person who counts how often anything is asked of people."""

    asked = 0

    def __getattribute__(self, name: str) -> object:
        Watched.asked += 1
        return super().__getattribute__(name)


def asked_for(many: int) -> int:
    """How often 3 × `many` people of one name are asked anything, until the register tells them apart."""
    masked = [row("张伟", f"3799{'*' * 10}{n % 50:04d}", f"8{n:05d}") for n in range(many)]
    numbered = [row("张伟", "", f"9{n:05d}", major="会计") for n in range(many)]
    others = [row("张伟", major=f"专业{n}") for n in range(many)]
    watched = [
        replace(each, person=Watched(**{one.name: getattr(each.person, one.name) for one in fields(Person)}))
        for each in (*masked, *numbered, *others)
    ]
    Watched.asked = 0
    assert len(Register.of(watched)) == 3 * many
    return Watched.asked


def test_namesakes_are_told_apart_without_going_through_all_of_them() -> None:
    assert asked_for(800) < 2.5 * asked_for(400)


def as_read(one: RosterRow) -> RosterRow:
    return replace(one, person=replace(one.person, read=True))


def test_a_name_misread_in_one_character_is_found_by_the_number() -> None:
    listed, asked = row("张伟", student="0012"), row("张韦", student="12")
    assert Register.of([listed]).find(asked.person) is None
    assert Register.of([listed]).find(as_read(asked).person) == 0
    assert Register.of([as_read(listed)]).find(asked.person) == 0
    assert Register.of([as_read(listed)]).find(row("李四", student="12").person) is None


def test_an_id_misread_in_one_character_is_found_by_the_name() -> None:
    listed, asked = row("张伟", WHOLE), row("张伟", wrong_id(7))
    assert Register.of([listed]).find(asked.person) is None
    assert Register.of([listed]).find(as_read(asked).person) == 0
    assert Register.of([as_read(asked)]).find(listed.person) == 0
    assert Register.of([listed]).find(as_read(row("王芳", wrong_id(7))).person) is None


def test_only_who_was_read_out_of_a_picture_may_be_misread() -> None:
    people = Register.of([row("张伟", student="12"), as_read(row("王芳", student="13"))])
    assert people.find(row("张韦", student="12").person) is None
    assert people.find(row("王方", student="13").person) == 1
