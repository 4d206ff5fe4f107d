"""A PDF of pictures: what a photocopier makes of a plan. It holds no text at all."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DOTS_PER_INCH = 120
LEVELS = 8  # shades of grey


def scanned(pdf: bytes) -> bytes:
    """The pages of a PDF as grey pictures, a little crooked and not quite white."""
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    document = pdfium.PdfDocument(pdf)
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        picture = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().convert("L")
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(worn(picture, number)), 0, 0, width, height)
        page.close()
        canvas.showPage()
    document.close()
    canvas.save()
    return made.getvalue()


def worn(picture: Image.Image, number: int) -> Image.Image:
    """The picture turned by a fraction of a degree and greyed."""
    angle = (0.3, -0.4, 0.2)[number % 3]
    turned = picture.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=255)
    greyed = ImageChops.darker(turned, Image.new("L", turned.size, 246))
    step = 256 // LEVELS
    return greyed.point([min(255, shade // step * step + step // 2) for shade in range(256)])
