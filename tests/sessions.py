"""Which processes of a session still run: what a killed or interrupted command may not leave behind."""

from pathlib import Path


def processes_of(session):
    """The numbers of a session's processes that still run, from /proc."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found
