"""What a reader process may use: memory and time. Set by the reader itself before it opens a file."""

from __future__ import annotations

import sys

PER_PICTURE, MOST_FOR_PICTURES = 0.5, 10.0
"""How much of a file's time each page that is a picture adds to it, and how many times that time at most."""

_MIB = 1024 * 1024
_ROOM = 64 * _MIB  # a limit below what the interpreter stands on would stop it before it reads a byte


def limit_memory(mib: int) -> None:
    """From now on, this process may hold this much memory and no more.

    POSIX: address space, counted with what the interpreter already uses. Windows: a job object that only this
    process is in (written from the documentation; not exercised where we test).
    """
    if sys.platform == "win32":
        _limit_on_windows(mib)
    else:
        _limit_on_posix(mib)


def time_for_pictures(seconds: float, pages: int) -> float:
    """How many seconds may a file take more than `seconds`, when so many of its pages are pictures to be read?"""
    return seconds * min(max(pages, 0) * PER_PICTURE, MOST_FOR_PICTURES)


def _limit_on_posix(mib: int) -> None:
    import resource

    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            used = int(file.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        used = 256 * _MIB
    soft = max(mib * _MIB, used + _ROOM)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    except (OSError, ValueError):
        return  # a system that knows no such limit: the deadline still holds


def lift_memory_limit() -> None:
    """For a tool that the reader starts (LibreOffice needs far more address space than memory)."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _limit_on_windows(mib: int) -> None:
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = [
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("smallest_set", ctypes.c_size_t),
            ("largest_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        ]

    class Extended(ctypes.Structure):
        _fields_ = [
            ("basic", Basic),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process", ctypes.c_size_t),
            ("peak_job", ctypes.c_size_t),
        ]

    process_memory, kill_on_close, extended_information = 0x100, 0x2000, 9
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (exists on Windows only)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return
    limits = Extended()
    limits.basic.flags = process_memory | kill_on_close
    limits.process_memory = mib * _MIB
    kernel.SetInformationJobObject(job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
