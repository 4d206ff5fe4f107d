"""Asking pdfium cheaply: the numbers that it writes its answers into, and its functions without ctypes' questions."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import pypdfium2.raw as pdfium

_DOUBLES, _FLOATS, _NAME = ctypes.c_double * 8, ctypes.c_float * 4, ctypes.c_char * 128  # each is a type: made once
_BOX: Callable[..., Any] = struct.Struct("4d").unpack_from
_BOUNDS: Callable[..., Any] = struct.Struct("4f").unpack_from
_PLACE: Callable[..., Any] = struct.Struct("=2d4I").unpack_from


class Pen:
    """The numbers that pdfium writes its answers into, made once. `to_...` are handed to an unchecked function."""

    def __init__(self) -> None:
        numbers = _DOUBLES()  # a box; a point and, in the room of two, a colour
        self.a, self.b, self.c, self.d = (ctypes.c_double.from_buffer(numbers, 8 * at) for at in range(4))
        small = _FLOATS()
        self.e, self.f, self.g, self.h = (ctypes.c_float.from_buffer(small, 4 * at) for at in range(4))
        point = [ctypes.c_double.from_buffer(numbers, 32 + 8 * at) for at in range(2)]
        colour = [ctypes.c_uint.from_buffer(numbers, 48 + 4 * at) for at in range(4)]
        self.flags = ctypes.c_int()
        self.name = _NAME()
        self.matrix = pdfium.FS_MATRIX()
        self.to_box = tuple(map(ctypes.byref, (self.a, self.b, self.c, self.d)))
        self.to_point = tuple(map(ctypes.byref, point))
        self.to_bounds = tuple(map(ctypes.byref, (self.e, self.f, self.g, self.h)))
        self.to_colour = tuple(map(ctypes.byref, colour))
        self.to_flags = ctypes.byref(self.flags)
        self.box: Callable[[], tuple[float, float, float, float]] = partial(_BOX, numbers)  # written into `to_box`
        self.bounds: Callable[[], tuple[float, float, float, float]] = partial(_BOUNDS, small)  # into `to_bounds`
        # What was written into `to_point` and `to_colour`.
        self.place: Callable[[], tuple[float, float, int, int, int, int]] = partial(_PLACE, numbers, 32)


def unchecked(function: Any) -> Callable[..., Any]:
    """A function of pdfium that does not look at each of its arguments first: asked thousands of times a plan, it takes
    half the time.

    It must be given whole numbers, handles and `byref` only: a float would be misread.
    """
    same = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    same.restype = function.restype
    return cast("Callable[..., Any]", same)
