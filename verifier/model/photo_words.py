"""The words of photos: what is no photo, what is a design, whose fair it is, which programs edit pictures."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model.lists import DocumentTypeId, EventKindId, Expressions, WordList


@dataclass(frozen=True, slots=True)
class PhotoWeights:
    """How much the words of a photo weigh beside the largest sign in it, which weighs 100."""

    caption: int
    heading: int
    """of a heading over the picture"""
    poster: int
    """of a poster's text"""
    announced: int
    """of the name of a happening that a poster tells of"""
    rival: int
    """0…100: share of the best weight from which the folder may choose among cells that the content speaks for"""


@dataclass(frozen=True, slots=True)
class PhotoWords:
    """Photos of happenings: what is no photo, what is a design, whose fair it is, which programs edit pictures."""

    paper_types: tuple[DocumentTypeId, ...]
    """types of papers whose scan is no photo of a happening"""
    running_papers: tuple[DocumentTypeId, ...]
    """those of `paper_types` that are running text: a photo with such a title and short lines only is of a poster or
    sign"""
    telling_papers: tuple[DocumentTypeId, ...]
    """types of papers that may tell of a happening without a photo of it"""
    silent_papers: tuple[DocumentTypeId, ...]
    """types of papers that tell what is to come, or tell of everything"""
    fairs: tuple[EventKindId, ...]
    """kinds of happenings that are job fairs"""
    weights: PhotoWeights
    board_words: WordList
    """a board or stand that papers hang on: what shows one is a photo"""
    paper_heads: Expressions
    """the head of a scanned list, summary, agreement, which is no photo either"""
    rule_heads: Expressions
    """the title of rules of procedure: what they speak of is to be done and did not happen"""
    guide_heads: Expressions
    """the title of rules that may hang as a poster: what they speak of happens somewhere else, if at all"""
    ahead_heads: Expressions
    """the title of a plan, a timetable, a budget: what they speak of shall happen"""
    held_heads: Expressions
    """what a news item says of a happening that was held"""
    coming_words: WordList
    """what says that a happening is to come"""
    notice_heads: Expressions
    """the head of a scanned notice, which is no photo unless it hangs on a board"""
    award_words: WordList
    """words of an award paper, which names a contest and shows none; two of them stand in it"""
    award_titles: WordList
    """what an award paper calls itself"""
    design_words: WordList
    """words that say that a picture is artwork and no photo"""
    other_matters: Expressions
    """writing of another matter, where nothing in the picture is about employment"""
    slide_heads: Expressions
    """the head of a slide that is shown to an audience: the number of a section"""
    announcing: Expressions
    """what a poster or notice tells of a happening under its name, one expression a thing: when, where, for whom"""
    leaflet_titles: Expressions
    """words of the title of a leaflet or booklet"""
    handout_records: Expressions
    """the title of the record of handing leaflets out"""
    leaflet_papers: tuple[DocumentTypeId, ...]
    """document types that the text of a leaflet may resemble"""
    poster_papers: tuple[DocumentTypeId, ...]
    """document types that the text of a policy poster may resemble"""
    poster_event: EventKindId
    """the kind of event that a policy poster is"""
    hung_sheets: Expressions
    """signs that name a sheet that is hung up as well as handed out"""
    hung_beside: WordList
    """posters of other matters, beside which one about the policy may hang on a board"""
    poster_beside: tuple[EventKindId, ...]
    """kinds that a policy poster may name: 就业咨询"""
    poster_tells: tuple[EventKindId, ...]
    """kinds that a poster with several measures of a policy may tell of too, and that none shows happening"""
    poster_policy: WordList
    """words of which a poster about the policy shows at least two"""
    poster_matter: WordList
    """at least one of these too: what makes it a policy's"""
    poster_names: WordList
    """a layout that calls itself a poster"""
    campus_words: Expressions
    """what in a fair's name, or before it, says that it is on the campus"""
    public_campaigns: WordList
    """fairs that only public agencies hold"""
    agency_accounts: WordList
    """words in the names of accounts and sites that are a public agency's, besides the agencies' own"""
    commercial_portals: WordList
    """portals and agencies that hold fairs as a business; a fair that names one and no campus is not the school's"""
    visiting_words: WordList
    """a public agency with one of these after it only came to see a fair"""
    attended_words: WordList
    """an event with one of these before it is attended, not held"""
    sent_words: Expressions
    """students who were sent to a fair elsewhere"""
    generic_fairs: WordList
    """names that are only the kind of the happening"""
    any_fair: str
    """in such a name: it is the same event as any other of the same day, the rest as those called so"""
    event_endings: WordList
    """what may follow the name of a consultation and makes it no other one"""
    editors: WordList
    """programs that edit pictures, as metadata name them; capitals do not matter"""
    generators: WordList
    """a file that names one of these says itself that a program made the picture: kinds of source, labels, programs"""
    taken_words: WordList
    """beside a date in a picture: the camera set it"""
