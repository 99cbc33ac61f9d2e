"""A signature as a picture, as the city gets it. It is drawn when the application is handed in, never before."""

from __future__ import annotations

import io

from kiosk.visit.signature import HEIGHT, WIDTH, strokes_of

FINE = 3
"""Drawn this much larger, then made smaller: that smooths the edges."""

LARGEST = WIDTH * HEIGHT + 4096
"""Bytes that no such picture exceeds, whatever is scribbled: a byte a point, and the frame of the file."""

PEN = 7
"""Width of the line on the sheet."""


def as_png(text: str) -> bytes:
    """Black strokes on white, as large as the sheet."""
    # loaded late: nobody waits for Pillow at the start
    from PIL import Image, ImageDraw

    image = Image.new("L", (WIDTH * FINE, HEIGHT * FINE), 255)
    draw = ImageDraw.Draw(image)
    radius = PEN * FINE / 2
    for stroke in strokes_of(text):
        points = [(x * FINE, y * FINE) for x, y in stroke]
        draw.line(points, fill=0, width=PEN * FINE, joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
    buffer = io.BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
