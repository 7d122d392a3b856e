"""The local web page on which reviewers decide: `open_desk` reads the folders, `serve` runs the page over them.

Behind a `Door` it begins with papers that are yet to be checked.
"""

from verifier.review.app import create_app
from verifier.review.desk import open_desk
from verifier.review.front.door import Door
from verifier.review.front.memory import Memory
from verifier.review.serving import serve

__all__ = ["Door", "Memory", "create_app", "open_desk", "serve"]
