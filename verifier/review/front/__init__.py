"""The room before the desk: papers are chosen and checked here, and earlier results are found again."""

from __future__ import annotations

from starlette.routing import Route

from verifier.review.front import pages, sending, uploads
from verifier.review.front.door import Door

__all__ = ["ROUTES", "Door"]

ROUTES = (
    Route("/home", pages.home),
    Route("/home", sending.open_typed, methods=["POST"]),
    Route("/folders", pages.folders),
    Route("/browse", sending.browse, methods=["POST"]),
    Route("/uploads/{name}/{path:path}", uploads.receive, methods=["PUT"]),
    Route("/check", pages.check),
    Route("/check", sending.check, methods=["POST"]),
    Route("/progress", pages.progress),
    Route("/stop", sending.stop, methods=["POST"]),
    Route("/results/{id}/open", sending.open_result, methods=["POST"]),
    Route("/results/{id}/go-on", sending.go_on, methods=["POST"]),
    Route("/results/{id}/forget", sending.forget, methods=["POST"]),
    Route("/results/{id}/report", pages.report),
    Route("/results/{id}/overview/", pages.overview),
    Route("/results/{id}/overview/summary.xlsx", pages.overview_book),
    Route("/results/{id}/overview/{school}/report.html", pages.report_of),
    Route("/new", pages.new),
    Route("/new", sending.new, methods=["POST"]),
    Route("/compare", pages.compare),
    Route("/comparison", pages.comparison),
    Route("/end", sending.end, methods=["POST"]),
)
