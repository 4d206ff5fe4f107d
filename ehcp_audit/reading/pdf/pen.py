"""Asking pdfium cheaply: the numbers that it writes its answers into, and its functions without ctypes' questions."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import pypdfium2.raw as pdfium

_FOUR: Callable[..., Any] = struct.Struct("4d").unpack_from


class Pen:
    """The numbers that pdfium writes its answers into, made once. `to_...` are handed to an unchecked function."""

    def __init__(self) -> None:
        four = (ctypes.c_double * 4)()
        self.a, self.b, self.c, self.d = (ctypes.c_double.from_buffer(four, 8 * at) for at in range(4))
        self.e, self.f, self.g, self.h = (ctypes.c_float() for _ in range(4))
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.flags = ctypes.c_int()
        self.name = ctypes.create_string_buffer(128)
        self.matrix = pdfium.FS_MATRIX()
        self.to_box = tuple(map(ctypes.byref, (self.a, self.b, self.c, self.d)))
        self.to_point = self.to_box[:2]
        self.to_bounds = tuple(map(ctypes.byref, (self.e, self.f, self.g, self.h)))
        self.to_colour = tuple(map(ctypes.byref, self.colour))
        self.to_flags = ctypes.byref(self.flags)
        self.box: Callable[[], tuple[float, float, float, float]] = partial(_FOUR, four)  # written into `to_box`


def unchecked(function: Any) -> Callable[..., Any]:
    """A function of pdfium that does not look at each of its arguments first: asked thousands of times a plan, it takes
    half the time.

    It must be given whole numbers, handles and `byref` only: a float would be misread.
    """
    same = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    same.restype = function.restype
    return cast("Callable[..., Any]", same)
