from tests.gate.support import run

__all__ = ["run"]
