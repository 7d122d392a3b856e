"""The files that the pages show or hand out; no name in an address is ever taken for a path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO
from urllib.parse import quote

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse

from verifier.files.output_folder import EXPORT, REPORT
from verifier.review import asking, exporting, views
from verifier.review.desk import School

HOME = Path(__file__).parent
STATIC = ("review.css", "review.js", "front.js", "icon.svg")
DOCUMENT = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-modals"
}
"""headers of a report: one file with all that it shows, which can do nothing on this page"""
OVERVIEW = {name: f"{value} allow-same-origin" for name, value in DOCUMENT.items()}
"""of a document whose links lead to others here: from no origin at all they would be refused"""
_PIECE = 1 << 20


def static(request: Request) -> Response:
    """Style, script and icon."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404, "没有这个文件。")
    return FileResponse(HOME / "static" / name, headers={"cache-control": "max-age=3600"})


def picture(request: Request) -> Response:
    """A page picture that the index of the school lists."""
    own = _shown(request)
    pictures = {each.picture.name: each.picture for each in own.open().pages.values()}
    found = pictures.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "没有这张图片。")
    keeping = "no-store" if own.open().result.unmasked else "private, max-age=600"
    return FileResponse(found, media_type="image/jpeg", headers={"cache-control": keeping})


def _shown(request: Request) -> School:
    """The school of the address. Raises HTTPException where its personal data is kept from this browser."""
    own = asking.school_of(request)
    if asking.hides(request, own):
        raise HTTPException(403, "这份结果没有遮盖个人信息，请先在审核页上点“显示个人信息”。")
    return own


def original(request: Request) -> Response:
    """A file of the bundle as it was handed in, to be opened by the program that it is for and never by this page."""
    own = asking.school_of(request)
    listed = own.open().result.files
    path = next((file.path for file in listed if views.original_id(file.path) == request.path_params["id"]), None)
    if path is None:
        raise HTTPException(404, "这份结果里没有这个文件，可能刚刚重新核验过。请回到审核页刷新后再打开。")
    from verifier import batch  # it brings all that reads papers: the page opens without

    try:
        found = batch.original(own.folder, listed, path)
    except batch.NoOriginal as fault:
        raise HTTPException(404, str(fault)) from fault
    name = quote(found.name.encode("utf-8", "replace"), safe="")
    headers = {"content-disposition": f"attachment; filename*=utf-8''{name}", "content-length": str(found.size)}
    closing = BackgroundTask(found.content.close)
    return StreamingResponse(_pieces(found.content), 200, headers, "application/octet-stream", closing)


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    content.seek(0)
    while piece := content.read(_PIECE):
        yield piece


def report(request: Request) -> Response:
    """The report of a school, as the check wrote it."""
    path = _shown(request).folder / REPORT
    if not path.is_file():
        raise HTTPException(404, "这份结果没有报告。")
    return FileResponse(path, headers=DOCUMENT)


def exported(request: Request) -> Response:
    """A file that was exported of a school."""
    own = asking.school_of(request)
    return _download(request, own.folder, exporting.OF_SCHOOL, f"{own.name}-")


def exported_of_all(request: Request) -> Response:
    """A file that was exported of all schools."""
    return _download(request, asking.desk_of(request).folder, exporting.OF_ALL)


def _download(request: Request, folder: Path, names: Mapping[str, str], before: str = "") -> Response:
    name = request.path_params["name"]
    path = folder / EXPORT / name
    if name not in names or not path.is_file():
        raise HTTPException(404, "没有这个文件，请先导出。")
    return FileResponse(path, filename=f"{before}{name}")
