"""The local web page on which reviewers decide: `open_desk` reads the folders, `serve` runs the page over them."""

from verifier.review.app import create_app
from verifier.review.desk import open_desk
from verifier.review.serving import serve

__all__ = ["create_app", "open_desk", "serve"]
