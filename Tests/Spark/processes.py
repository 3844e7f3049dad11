"""The processes of this machine, as /proc shows them."""

import os
from pathlib import Path


def command(process):
    """The command line of a process; empty if it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def parents():
    """The parent of each process."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                # The name in brackets may hold anything; what follows it is numbers.
                fields = Path(f"/proc/{entry}/stat").read_text(errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            found[int(entry)] = int(fields[1])
    return found


def ancestors(process, known):
    """A process, its parent, and so on."""
    while process in known:
        yield process
        process = known[process]
