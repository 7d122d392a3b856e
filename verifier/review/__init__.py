"""The local web page on which reviewers decide: `open_desk` reads the folders, `serve` runs the page over them."""

from .app import create_app
from .desk import open_desk
from .serving import serve

__all__ = ["create_app", "open_desk", "serve"]
