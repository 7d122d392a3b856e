"""The pages of the front door that are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from verifier.bundle.formats import ARCHIVE_ENDINGS, is_archive
from verifier.errors import UsageError
from verifier.files.output_folder import REPORT, SUMMARY_BOOK, SUMMARY_PAGE, has_result, has_summary
from verifier.review import asking
from verifier.review.desk import Desk
from verifier.review.files import DOCUMENT, OVERVIEW
from verifier.review.front import places, uploads
from verifier.review.front.asked import Asked, bundle_at, path_of, there
from verifier.review.front.memory import Entry
from verifier.review.pages import page
from verifier.rules import rule_set_for

FIELDS = {
    "bundle": "选择材料文件夹或压缩包",
    "last_year": "选择上年度的材料、花名册或核验结果",
    "bureau_data": "选择主管部门数据",
    "out": "选择结果放在哪里",
    "result": "选择核验结果文件夹",
    "folder": "选择新材料包放在哪里",
    "first": "选择第一份核验结果",
    "second": "选择第二份核验结果",
    "reply": "选择学校交回的答复",
    "into": "选择这所学校的材料文件夹",
}
"""fields that are chosen by looking through folders → what is said there"""
WITH_FILES = ("bundle", "last_year", "bureau_data", "reply")
PAGES = ("home", "check", "new", "compare")
"""those that lead to the list of folders and back; besides them the questions of each school"""


def home(request: Request) -> Response:
    """Where all begins."""
    return home_page(request)


def home_page(request: Request, fault: str = "", status: int = 200) -> Response:
    """The same; `fault`: why what was asked was not done."""
    door = asking.door_of(request)
    return front(
        request,
        "home.html",
        status,
        entries=door.memory.entries(),
        at_work=door.at_work,
        result=request.query_params.get("result", ""),
        drop=uploads.drop(request, ARCHIVE_ENDINGS),
        fault=fault,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A folder or file of this machine in a list."""

    name: str
    into: str
    """the address that lists it; '' for a file"""
    pick: str
    """the address that takes it"""


def folders(request: Request) -> Response:
    """The folders of this machine, to choose one."""
    asked = dict(request.query_params)
    goal, field, at = asked.pop("page", ""), asked.pop("field", ""), asked.pop("at", "")
    if not _is_goal(request, goal) or field not in FIELDS:
        raise HTTPException(404, "没有这个页面。")
    try:
        folder = there(at) if at else Path.home()
        here = places.listing(folder if folder.is_dir() else folder.parent, field in WITH_FILES)
    except UsageError as fault:
        here = places.Listing(Path.home(), fault=f"{fault}。")

    def shown(path: Path, name: str, is_folder: bool = True) -> Place:
        into = urlencode({"page": goal, "field": field, "at": path} | asked) if is_folder else ""
        picked = path / places.usual_out(Path(asked["bundle"])).name if field == "out" and asked.get("bundle") else path
        return Place(name, f"/folders?{into}" if into else "", f"/{goal}?{urlencode(asked | {field: picked})}")

    return front(
        request,
        "folders.html",
        title=FIELDS[field],
        here=shown(here.at, str(here.at)),
        up=shown(here.up, "上一级") if here.up else None,
        starts=[shown(path, name) for name, path in places.starts()],
        folders=[shown(path, path.name) for path in here.folders],
        files=[shown(path, path.name, False) for path in here.files if field != "bundle" or is_archive(path)],
        archives_only=field == "bundle",
        fault=here.fault,
        back=f"/{goal}?{urlencode(asked)}",
    )


def _is_goal(request: Request, goal: str) -> bool:
    own = (asking.address(school, "questions") for school in asking.schools_of(request).values())
    return goal in PAGES or f"/{goal}" in own


def check(request: Request) -> Response:
    """Where a check is ordered."""
    asked = Asked.of(request.query_params)
    return check_page(request, asked) if asked.bundle else RedirectResponse("/home", 303)


def check_page(request: Request, asked: Asked, fault: str = "", status: int = 200) -> Response:
    """The same; `fault`: why what was asked was not begun."""
    rules = rule_set_for(None)
    try:
        bundle = bundle_at(asked.bundle)
    except UsageError as missing:
        return home_page(request, str(missing), 422)
    look = places.look(bundle, rules)
    out = Path(asked.out) if asked.out else places.usual_out(bundle)
    return front(
        request,
        "check.html",
        status,
        asked=asked,
        bundle=bundle,
        look=look,
        most=places.MOST,
        many=asked.kind == "many" or (not asked.kind and look.many),
        out=out,
        replaces_one=has_result(out),
        replaces_many=has_summary(out),
        schools=rules.words.schools,
        at_work=asking.door_of(request).at_work,
        fault=fault,
    )


def progress(request: Request) -> Response:
    """How far the check is, and what came out."""
    door = asking.door_of(request)
    at_work = door.at_work is not None  # asked first: what is settled then is remembered
    if door.run is None:
        return RedirectResponse("/home", 303)
    entry = door.latest
    again = Asked.again(door.run.order).query
    return front(
        request, "progress.html", watch=door.run.watch, order=door.run.order, entry=entry, at_work=at_work, again=again
    )


def entry_of(request: Request) -> Entry:
    """The result that the address names. Raises HTTPException when it is not known."""
    entry = asking.door_of(request).memory.entry(request.path_params["id"])
    if entry is None:
        raise HTTPException(404, "列表里没有这份结果。")
    return entry


def report(request: Request) -> Response:
    """The report of a check of one bundle."""
    entry = entry_of(request)
    if not entry.has_report:
        raise HTTPException(404, "这份结果没有报告。")
    return FileResponse(entry.out / REPORT, headers=DOCUMENT)


def overview(request: Request) -> Response:
    """The page on all schools of a batch."""
    return _file(entry_of(request).out / SUMMARY_PAGE, OVERVIEW)


def overview_book(request: Request) -> Response:
    """The same as a workbook, to be filtered and sorted."""
    path = entry_of(request).out / SUMMARY_BOOK
    return _file(path, {"content-disposition": f"attachment; filename={path.name}"})


def report_of(request: Request) -> Response:
    """The report of a school of a batch, to which the page on all of them leads."""
    out, name = entry_of(request).out, request.path_params["school"]
    own = next((path for path in out.iterdir() if path.name == name and not path.is_symlink()), None)
    if own is None or not has_result(own):
        raise HTTPException(404, "没有这所学校的结果。")
    return _file(own / REPORT, DOCUMENT)


def _file(path: Path, headers: Mapping[str, str]) -> Response:
    if not path.is_file():
        raise HTTPException(404, "没有这个文件，可能已移走。")
    return FileResponse(path, headers=headers)


def new(request: Request) -> Response:
    """Where an empty bundle is ordered."""
    return new_page(request, dict(request.query_params))


def new_page(request: Request, sent: dict[str, str], fault: str = "", made: Path | None = None) -> Response:
    """The same; `made`: the bundle that was written."""
    folder = sent.get("folder") or places.starts()[0][1]
    return front(request, "new.html", 422 if fault else 200, sent=sent, folder=folder, fault=fault, made=made)


def compare(request: Request) -> Response:
    """Where two results are chosen that are to be compared."""
    entries = [each for each in asking.door_of(request).memory.entries() if each.has_report]
    return front(request, "compare.html", sent=dict(request.query_params), entries=entries)


def comparison(request: Request) -> Response:
    """Two results side by side."""
    from verifier import comparing
    from verifier.outputs import rendered

    asked = request.query_params
    try:
        both = comparing.compare(path_of(asked.get("first", "")), path_of(asked.get("second", "")))
    except UsageError as fault:
        return front(request, "compare.html", 422, sent=dict(asked), entries=(), fault=str(fault))
    return HTMLResponse(rendered("diff.html", comparison=both), headers=DOCUMENT)


def front(request: Request, template: str, status: int = 200, **more: object) -> Response:
    """A page of the front door: its forms are of no desk."""
    desk: Desk | None = request.app.state.desk
    own: dict[str, object] = {
        "csrf": request.scope["csrf"],
        "many": False,
        "opened_here": desk.folder.name if desk else "",
    }
    return page(request, f"front/{template}", None, status, **own | more)
