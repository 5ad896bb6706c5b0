"""The portal's language: what may be asked about the office's things, one module per thing; none is listed."""

from importlib import import_module
from pkgutil import walk_packages

from korpu_gateway.reads.kinds import KINDS

for each in walk_packages(__path__, f"{__name__}."):
    import_module(each.name)

__all__ = ["KINDS"]
