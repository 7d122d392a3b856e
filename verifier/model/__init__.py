"""The frozen types that pass between the stages. Nothing here imports anything of ours."""

from verifier.model.blank import *  # noqa: F403 (the package is one namespace in a dozen modules)
from verifier.model.decisions import *  # noqa: F403
from verifier.model.evidence_record import *  # noqa: F403
from verifier.model.facts import *  # noqa: F403
from verifier.model.flags import *  # noqa: F403
from verifier.model.form import *  # noqa: F403
from verifier.model.judgement import *  # noqa: F403
from verifier.model.judging_words import *  # noqa: F403
from verifier.model.limits import *  # noqa: F403
from verifier.model.lists import *  # noqa: F403
from verifier.model.names import *  # noqa: F403
from verifier.model.papers import *  # noqa: F403
from verifier.model.photo_words import *  # noqa: F403
from verifier.model.picture_words import *  # noqa: F403
from verifier.model.record import *  # noqa: F403
from verifier.model.rules import *  # noqa: F403
from verifier.model.screen_words import *  # noqa: F403
from verifier.model.takings import *  # noqa: F403
from verifier.model.word_lists import *  # noqa: F403
from verifier.model.words import *  # noqa: F403
