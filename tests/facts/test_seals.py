"""Seals in drawn pages: clear, worn, oval, cut, photographed; and red things that are none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.bench.seals import small
from tests.facts.seal_pictures import (
    NO_SEALS,
    PAGE,
    Drawn,
    compressed,
    laid,
    no_seal,
    page,
    photographed,
    put,
    scanned,
    seal_mask,
    stamped,
)
from verifier.facts.seals.extract import extract
from verifier.facts.seals.find import find_seals, is_grey
from verifier.model import Document, Observed, Page, Place, Seal, SourceFile
from verifier.rules import load_rule_set

SEEDS = range(3)


def agreement(one, other) -> float:
    """Shared area by the area of both."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / (areas - width * height)


def assert_found(drawn: Drawn, shape: str = "round") -> None:
    found = find_seals(drawn.picture)
    assert [seal.shape for seal in found] == [shape]
    assert agreement(found[0].box, drawn.box) > 0.6
    assert 0.5 < found[0].confidence <= 1.0


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", [{}, {"star": False}, {"cut": True}])
def test_a_round_seal_over_text_is_found(seed, kind):
    rng = np.random.default_rng(seed)
    drawn = stamped(rng, **kind)
    assert_found(Drawn(scanned(rng, drawn.picture), drawn.box))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_oval_seal_is_oval(seed):
    rng = np.random.default_rng(seed)
    drawn = stamped(rng, oval=True)
    assert_found(Drawn(scanned(rng, drawn.picture), drawn.box), "oval")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_faded_seal_is_found(seed):
    rng = np.random.default_rng(seed)
    drawn = stamped(rng, faded=True)
    assert_found(Drawn(scanned(rng, drawn.picture), drawn.box))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seal_on_a_photographed_page_is_found(seed):
    rng = np.random.default_rng(seed)
    drawn = photographed(rng, stamped(rng))
    assert_found(Drawn(scanned(rng, drawn.picture), drawn.box))


@pytest.mark.parametrize("size", [0.5, 2.5])
def test_the_box_is_in_pixels_of_the_picture_whatever_its_size(size):
    drawn = stamped(np.random.default_rng(4))
    picture = cv2.resize(drawn.picture, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
    assert_found(Drawn(picture, tuple(round(edge * size) for edge in drawn.box)))


def test_two_seals_side_by_side_are_two_from_left_to_right():
    rng = np.random.default_rng(5)
    layer = np.zeros(PAGE, np.uint8)
    put(layer, seal_mask(rng, 140), 120, 760)
    put(layer, seal_mask(rng, 140), 420, 760)
    found = find_seals(laid(page(rng), layer, (40, 30, 200), 0.9))
    assert [seal.box[0] // 100 for seal in found] == [1, 4]


@pytest.mark.parametrize("kind", NO_SEALS)
def test_red_things_that_are_no_seals_are_not_found(kind):
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        picture = no_seal(rng, kind)
        assert find_seals(scanned(rng, picture) if seed % 2 else picture) == []


def test_a_page_without_red_has_no_seal():
    assert find_seals(page(np.random.default_rng(1))) == []


def test_a_seal_is_a_fact_with_its_place(tmp_path):
    drawn = stamped(np.random.default_rng(2))
    image = tmp_path / "证明.png"
    image.write_bytes(cv2.imencode(".png", drawn.picture)[1].tobytes())
    facts = extract(Observed(document(image)), load_rule_set("weihai-2020").words)
    assert [(fact.kind.name, fact.value, fact.quote) for fact in facts] == [("seal", Seal("round"), "红色圆形印章")]
    assert (facts[0].place.file, facts[0].place.page) == ("实习/证明.png", 1)
    assert agreement(facts[0].place.box, drawn.box) > 0.6


def test_a_page_without_a_picture_or_with_a_broken_one_has_no_facts(tmp_path):
    words = load_rule_set("weihai-2020").words
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG nothing")
    assert extract(Observed(document(None)), words) == ()
    assert extract(Observed(document(broken)), words) == ()
    assert extract(Observed(document(tmp_path / "gone.png")), words) == ()


def test_a_grey_scan_is_told_from_a_page_in_colour(tmp_path):
    rng = np.random.default_rng(3)
    drawn = stamped(rng)
    grey = cv2.cvtColor(cv2.cvtColor(drawn.picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    pictures = {
        "colour": drawn.picture,
        "faded": stamped(rng, faded=True).picture,
        "grey": grey,
        "yellowed": np.clip(grey * np.array([0.85, 0.95, 1.0]), 0, 255).astype(np.uint8),
    }
    told = {}
    for name, picture in pictures.items():
        path = tmp_path / f"{name}.jpg"
        path.write_bytes(cv2.imencode(".jpg", compressed(picture, 80))[1].tobytes())
        told[name] = is_grey(path)
    assert told == {"colour": False, "faded": False, "grey": True, "yellowed": True}
    assert find_seals(grey) == []
    assert not is_grey(tmp_path / "gone.jpg")


def document(image):
    file = SourceFile("实习/证明.png", "0" * 64, 1, "image", "read")
    return Document(file, (Page(Place("实习/证明.png", page=1), image, (PAGE[1], PAGE[0])),))


def test_small_seals_are_looked_at_for_themselves() -> None:
    """Of 36 to 64 pixels, where the characters of the ring run into one another."""
    found = 0
    for seed in range(20):
        rng = np.random.default_rng(3000 + seed)
        drawn = small(rng)
        found += bool(find_seals(scanned(rng, drawn.picture)))
    assert found >= 17
