"""The words by which the papers of the cells are judged."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model.lists import DocumentTypeId, Expressions, WordList


@dataclass(frozen=True, slots=True)
class JudgingWords:
    """Words by which the papers of the cells are judged."""

    item_sections: WordList
    """headings that are parts of one innovation, no innovation of their own"""
    broad_papers: tuple[DocumentTypeId, ...]
    """papers that speak of everything: each sentence tells of its own thing, and none of its rank is a proof"""
    judged_when_blank: tuple[DocumentTypeId, ...]
    """of them it is said that they are blank"""
    required_papers: tuple[DocumentTypeId, ...]
    """papers that the policy asks for besides the form; none of them has to speak for a cell"""
    year_papers: tuple[DocumentTypeId, ...]
    """papers whose title may name the assessed year"""
    asked_for: WordList
    """what a rule or a call for papers says, and no statement of a school"""
    targets: WordList
    """what a target says, and no result"""
    targets_met: WordList
    """with one of these a sentence about a target tells a result too"""
    other_papers: tuple[DocumentTypeId, ...]
    """papers that say nothing of the station's own rooms, things and people"""
    own_voice: WordList
    """how a paper of no known kind shows that it speaks for the school or its station"""
    host_offices: WordList
    """offices of which the station may be part: what they have is the station's too"""
    own_matters: WordList
    """with one of these a title or a text is about the station's work"""
    other_bodies: WordList
    """of a title: the paper is another body's, or about another matter than the station's"""
    other_places: WordList
    """of a title: the work that it tells of is done elsewhere, though the station may have rooms there"""
    firms: WordList
    """a text with one of these and no matter of the station is a firm's"""
    plain_titles: WordList
    """what the title of a paper may consist of without naming a matter"""
    intended: WordList
    """what a text says of a thing that is not there yet, or no more"""
    not_intended: Expressions
    """what has one of those in it and says no such thing"""
    plans_named: Expressions
    """in a text, not in its title: a plan as a paper, and nothing that is planned"""
    refers_back: Expressions
    """how a sentence begins that goes on about what the one before it tells of"""
    allotted: Expressions
    """what a sentence says of a room that is given to somebody"""
    given_up: WordList
    """what is said behind a size of a room that is there no more"""
    former: Expressions
    """before a size: it was so before a change"""
    of_now: Expressions
    """behind one of those: what follows is so now"""
    changed: WordList
    """what follows a size that stands behind 由 or 从"""
    added: WordList
    """before a size: it was added to what was there"""
    station: WordList
    """what a paper calls the station"""
    fair_matters: WordList
    """what the name of a fair is about"""
    fair_fields: WordList
    """what the field of a place says that is a fair's"""
    checks: WordList
    """in a title or heading of a paper that goes through the points of the form"""
    claimed: Expressions
    """what is said to a point of the form: that it is met, if not how"""
    to_come: WordList
    """before a list: what follows is not done yet, or only thought of"""
    other_rates: WordList
    """rates of some of the graduates, which contain the name of the rate of all"""
    short_rates: WordList
    """what the rate may be called for short, where a title has one of `rate_titles`"""
    rate_titles: WordList
    others_voice: WordList
    """a sentence with one of these speaks of another school"""
    at_hand: WordList
    """what a text about things at hand says beside their names"""
    thing_units: WordList
    """units in which things are counted"""
    staff_numbers: WordList
    """what a number of people must be called to be one of the station's staff"""
    innovation_words: WordList
    """a heading with one of these stands over innovations, and is none"""
    innovation_columns: WordList
    """the header of the column that names an innovation"""
    innovation_doings: WordList
    """outer headings under which the items of a statement may stand, where its title names none"""
    rule_issued: Expressions
    """a notice that issues regulations: all titles in 《》 from here on"""
    rule_title: Expressions
    """a line that is a regulation's title, all of it"""
    rule_spoken_of: Expressions
    """words of a sentence that speaks of a regulation, and is no title"""
    rule_about: Expressions
    """what follows the name where a title only speaks of a regulation"""
    before_plan: Expressions
    """in a title for last year's summary and this year's plan, what stands before the plan"""
    annexes: WordList
    """how the list of annexes under a statement begins"""
    fair_places: Expressions
    """a place where a fair may be held, as a text names it"""
    place_fields: Expressions
    """what the field of a place is called, all of it"""
    no_fair_places: WordList
    """of such a field: it is the place of something else than the fair itself"""
    places_elsewhere: Expressions
    """a place that is none of a school's"""
    called_off: WordList
    """what is said of a fair that was not held, or of a place that is not there"""
    innovations_told: Expressions
    """a sentence after which innovations are told one by one"""
    innovation_chapters: Expressions
    """the heading of a report's chapter on innovations"""
    covers: WordList
    """what a letter says that only sends papers in"""
    of_buildings: Expressions
    """what an area is of that is a whole building's: the words before it, without 面积 and the like"""
