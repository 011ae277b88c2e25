"""One profile for the property tests: no deadline, for no test is timed, and the same examples in every run."""

from hypothesis import settings

settings.register_profile("crosscheck", deadline=None, derandomize=True)
settings.load_profile("crosscheck")
