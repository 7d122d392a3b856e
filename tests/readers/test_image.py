"""Pictures come upright, flat and plain, with what they say of themselves."""

import hashlib
import io
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageFile, PngImagePlugin

from verifier.model import Limits, SourceFile, Terms
from verifier.readers import render
from verifier.readers.pictures.image import whole_hash
from verifier.readers.pictures.metadata import said_by


def blocks(seed: int = 1, size: tuple[int, int] = (320, 240)) -> Image.Image:
    small = np.random.default_rng(seed).integers(0, 255, (6, 8, 3), dtype=np.uint8)
    return Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)


def encoded(picture: Image.Image, form: str, **options) -> bytes:
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def rendered(tmp_path, name: str, data: bytes, limits: Limits | None = None):
    tmp_path.mkdir(exist_ok=True)
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    file = SourceFile(name, hashlib.sha256(data).hexdigest(), len(data), "image", "read", None, stored)
    return render(file, tmp_path / "work", Terms(limits or Limits()))[0]


def test_a_plain_picture_lies_as_it_is_and_waits_for_ocr(tmp_path):
    document = rendered(tmp_path, "1/照片.png", encoded(blocks(), "PNG"))
    page = document.pages[0]
    assert (page.image, page.size, page.turn, page.needs_ocr) == (tmp_path / "in.bin", (320, 240), 0, True)
    assert (page.place.file, page.place.page) == ("1/照片.png", 1)
    assert (document.file.status, document.file.pages) == ("read", 1)
    assert document.picture.camera is None


def test_a_photo_that_lies_on_its_side_is_set_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    page = rendered(tmp_path, "a.jpg", encoded(blocks(), "JPEG", exif=exif)).pages[0]
    assert page.size == (240, 320)
    with Image.open(page.image) as upright:
        assert upright.size == (240, 320)
        turned = np.asarray(blocks().rotate(-90, expand=True), dtype=int)
        assert np.abs(np.asarray(upright, dtype=int) - turned).mean() < 6


def test_camera_time_and_program_are_read(tmp_path):
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "HUAWEI", "HUAWEI P60", "Adobe Photoshop 24.0"
    exif.get_ifd(0x8769)[0x9003] = "2024:05:20 17:30:05"
    picture = rendered(tmp_path, "a.jpg", encoded(blocks(), "JPEG", exif=exif)).picture
    assert picture.taken_at == datetime(2024, 5, 20, 17, 30, 5)
    assert (picture.camera, picture.software) == ("HUAWEI P60", "Adobe Photoshop 24.0")


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "2024:13:40 10:00:00", "    :  :     :  :  ", ""])
def test_a_camera_without_a_clock_says_no_time(tmp_path, text):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = text
    assert rendered(tmp_path, "a.jpg", encoded(blocks(), "JPEG", exif=exif)).picture.taken_at is None


def test_the_program_named_in_a_png_is_read(tmp_path):
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "Snipaste")
    assert rendered(tmp_path, "a.png", encoded(blocks(), "PNG", pnginfo=info)).picture.software == "Snipaste"


def test_every_program_and_label_that_a_file_names_is_read(tmp_path):
    source = b"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    packet = (
        b'<x xmp:CreatorTool="Camera 1.0"><h stEvt:softwareAgent="Meitu 10"/><TC260:AIGC>{"Label":"1"}</TC260:AIGC></x>'
    )
    data = encoded(blocks(), "JPEG", xmp=packet)
    exif = Image.Exif()
    exif[0x0131], exif[0x000B], exif[0x0132] = "HarmonyOS 4.0", "darktable 4.6", "2024:06:01 08:00:00"
    exif.get_ifd(0x8769)[0x9286] = b'ASCII\0\0\0{"AIGC":{"Label":"1"}}'
    info = PngImagePlugin.PngInfo()
    info.add_text("parameters", "a hall, Steps: 20")
    traces = {
        "xmp": rendered(tmp_path / "a", "a.jpg", data).picture.traces,
        "c2pa": rendered(tmp_path / "b", "b.jpg", encoded(blocks(), "JPEG") + source).picture.traces,
        "exif": rendered(tmp_path / "c", "c.jpg", encoded(blocks(), "JPEG", exif=exif)).picture.traces,
        "png": rendered(tmp_path / "d", "d.png", encoded(blocks(), "PNG", pnginfo=info)).picture.traces,
        "none": rendered(tmp_path / "e", "e.jpg", encoded(blocks(), "JPEG")).picture.traces,
    }
    assert traces == {
        "xmp": ("Camera 1.0", "Meitu 10", "AIGC"),
        "c2pa": ("trainedAlgorithmicMedia",),
        "exif": ("HarmonyOS 4.0", "darktable 4.6", "AIGC"),
        "png": ("PNG:parameters",),
        "none": (),
    }
    changed = rendered(tmp_path / "f", "c.jpg", encoded(blocks(), "JPEG", exif=exif)).picture.changed_at
    assert changed == datetime(2024, 6, 1, 8)


def test_transparent_parts_become_white(tmp_path):
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (10, 10, 20, 20))
    page = rendered(tmp_path, "a.png", encoded(clear, "PNG")).pages[0]
    with Image.open(page.image) as flat:
        assert (flat.mode, flat.getpixel((50, 50)), flat.getpixel((15, 15))) == ("RGB", (255, 255, 255), (0, 0, 0))


def test_white_letters_on_nothing_are_seen_on_black(tmp_path):
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    clear.paste((255, 255, 255, 255), (10, 10, 20, 20))
    page = rendered(tmp_path, "a.png", encoded(clear, "PNG")).pages[0]
    with Image.open(page.image) as flat:
        assert (flat.getpixel((50, 50)), flat.getpixel((15, 15))) == ((0, 0, 0), (255, 255, 255))


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        ("JPEG", "CMYK"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("PNG", "LA"),
        ("PNG", "I;16"),
        ("GIF", "P"),
        ("BMP", "RGB"),
        ("WEBP", "RGB"),
    ],
)
def test_every_colour_form_becomes_rgb_or_grey(tmp_path, form, mode):
    picture = blocks()
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 257)
    else:
        picture = picture.convert(mode)
    page = rendered(tmp_path, "a", encoded(picture, form)).pages[0]
    with Image.open(page.image) as plain:
        assert (plain.mode in ("RGB", "L"), plain.format in ("JPEG", "PNG")) == (True, True)
        grey = [np.asarray(each.convert("L").resize((8, 6)), dtype=int) for each in (plain, blocks())]
        assert np.abs(grey[0] - grey[1]).mean() < 20


def test_each_frame_of_a_tiff_is_a_page_and_only_the_first_of_a_gif(tmp_path):
    frames = [blocks(n) for n in range(3)]
    tiff = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    gif = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert [page.place.page for page in rendered(tmp_path, "a.tif", tiff).pages] == [1, 2, 3]
    assert len(rendered(tmp_path, "a.gif", gif).pages) == 1


def test_a_picture_cut_short_counts_as_far_as_it_goes(tmp_path):
    data = encoded(blocks(size=(800, 600)), "JPEG")
    document = rendered(tmp_path, "a.jpg", data[: len(data) * 2 // 3])
    assert document.file.status == "partly-read"
    assert [flag.code for flag in document.flags] == ["unreadable-file"]
    assert len(document.pages) == 1


@pytest.mark.parametrize("keep", [30, 200])
def test_a_picture_of_which_nothing_is_left_is_unreadable(tmp_path, keep):
    document = rendered(tmp_path, "a.jpg", encoded(blocks(), "JPEG")[:keep])
    assert (document.file.status, document.pages) == ("unreadable", ())
    assert [flag.code for flag in document.flags] == ["unreadable-file"]


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was unpacked"))
    document = rendered(tmp_path, "a.png", encoded(Image.new("1", (80, 60)), "PNG"), Limits(pixels=80 * 60 - 1))
    assert document.file.status == "refused"
    assert [flag.code for flag in document.flags] == ["limit-exceeded"]


def test_a_picture_that_the_library_itself_refuses_for_its_size_is_told_as_such(tmp_path, monkeypatch):
    data = encoded(Image.new("1", (80, 60)), "PNG")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert rendered(tmp_path, "a.png", data).file.status == "refused"


def test_of_a_tiff_of_too_many_pages_the_first_are_read(tmp_path):
    frames = [blocks(n) for n in range(3)]
    document = rendered(
        tmp_path, "a.tif", encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:]), Limits(pages=2)
    )
    assert (document.file.status, [page.place.page for page in document.pages]) == ("partly-read", [1, 2])


def test_likeness_survives_scaling_and_recompression_and_tells_others_apart():
    first = whole_hash(blocks(1))
    again = Image.open(io.BytesIO(encoded(blocks(1).resize((150, 112)), "JPEG", quality=40)))
    assert (first ^ whole_hash(again)).bit_count() <= 4
    assert (first ^ whole_hash(blocks(2))).bit_count() > 12
    assert 0 <= first < 2**64


def of_phone(form: str) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x0110] = 6, "iPhone 15"
    exif.get_ifd(0x8769)[0x9003] = "2024:05:20 17:30:05"
    return encoded(blocks(), form, exif=exif.tobytes())


@pytest.mark.parametrize("form", ["HEIF", "AVIF", "WEBP"])
def test_photos_of_phones_stand_upright_and_tell_their_time_in_every_format(tmp_path, form):
    document, sister = (rendered(tmp_path / name, name, of_phone(name)) for name in (form, "JPEG"))
    assert document.pages[0].size == (240, 320)
    assert document.pages[0].image.suffix == ".jpg"
    assert document.picture.taken_at == datetime(2024, 5, 20, 17, 30, 5)
    assert document.picture.camera == "iPhone 15"
    assert (document.picture.phash ^ sister.picture.phash).bit_count() <= 4


@pytest.mark.parametrize("form", ["HEIF", "AVIF", "JPEG2000", "ICO", "BMP", "TIFF", "GIF"])
def test_the_same_picture_in_another_format_is_alike(tmp_path, form):
    document = rendered(tmp_path, "a", encoded(blocks(size=(256, 256)), form))
    assert document.file.status == "read"
    assert (document.picture.phash ^ whole_hash(blocks(size=(256, 256)))).bit_count() <= 4
    with Image.open(document.pages[0].image) as page:
        assert page.format in ("JPEG", "PNG")


def test_a_layered_picture_shows_as_it_was_saved(tmp_path):
    pixels = np.asarray(blocks(size=(64, 64)))
    planes = b"".join(pixels[:, :, channel].tobytes() for channel in range(3))
    head = b"8BPS" + (1).to_bytes(2) + bytes(6) + (3).to_bytes(2) + (64).to_bytes(4) * 2 + (8).to_bytes(2) + b"\0\3"
    document = rendered(tmp_path, "a.psd", head + bytes(4) * 3 + bytes(2) + planes)
    assert document.file.status == "read"
    with Image.open(document.pages[0].image) as page:
        assert np.array_equal(np.asarray(page), pixels)


@pytest.mark.parametrize("code", ["utf-8", "gb18030"])
@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("2024:04:18 24:04:20", "2024-04-18 00:04:20"),
        ("2024:04:18 下午2:04:20", "2024-04-18 14:04:20"),
        ("2024:04:18 02:04:20 PM", "2024-04-18 14:04:20"),
        ("2024:04:18 上午 9:05", "2024-04-18 09:05:00"),
        ("2024:04:18 10:61:99", "2024-04-18 00:00:00"),
        ("2024:04:18 ::", "2024-04-18 00:00:00"),
        ("2024: 4:18  9:05:07", "2024-04-18 09:05:07"),
        ("0000:00:00 00:00:00", "None"),
        ("2024:13:40 10:00:00", "None"),
    ],
)
def test_a_clock_that_can_not_be_read_costs_the_time_and_not_the_day(
    tmp_path: Path, said: str, taken: str, code: str
) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = said.encode(code)
    image = Image.new("RGB", (200, 150), "white")
    path = tmp_path / "photo.jpg"
    image.save(path, exif=exif)
    with Image.open(path) as opened:
        assert str(said_by(opened, path.read_bytes()).taken_at) == taken
