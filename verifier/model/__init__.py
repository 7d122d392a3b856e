"""The frozen types that pass between the stages. Nothing here imports anything of ours."""

from .blank import *  # noqa: F403 (the package is one namespace in a dozen modules)
from .decisions import *  # noqa: F403
from .facts import *  # noqa: F403
from .flags import *  # noqa: F403
from .form import *  # noqa: F403
from .judgement import *  # noqa: F403
from .limits import *  # noqa: F403
from .lists import *  # noqa: F403
from .papers import *  # noqa: F403
from .record import *  # noqa: F403
from .rules import *  # noqa: F403
from .screen_words import *  # noqa: F403
from .takings import *  # noqa: F403
from .word_lists import *  # noqa: F403
from .words import *  # noqa: F403
