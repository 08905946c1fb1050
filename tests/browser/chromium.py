"""A real browser for tests: what it renders, how wide it is, how it looks, what it prints."""

import json
import shutil
import struct
import subprocess
import tempfile
import zlib
from html import escape, unescape
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
A_MINUTE = 60


def chromium():
    """The browser; a test that needs it is skipped, and says so, where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed (apt-get install chromium)")
    return found


def browse(page, *flags):
    """Open a file; what the browser writes."""
    program = chromium()
    with tempfile.TemporaryDirectory() as profile:
        command = [program, *FLAGS, f"--user-data-dir={profile}", *flags, page.resolve().as_uri()]
        done = subprocess.run(command, capture_output=True, check=True, timeout=A_MINUTE)  # noqa: S603
    return done.stdout.decode()


def asked(page, width, question):
    """The answer of a function of the page's window, when it is shown so many pixels wide.

    The page stands in a frame, since a browser's own window has a least width.
    """
    text = page.read_text(encoding="utf-8")
    frame = f'<iframe id="page" srcdoc="{escape(text)}" style="width: {width}px; height: 900px; border: 0"></iframe>'
    script = (
        '<pre id="answer"></pre><script>onload = () => { document.getElementById("answer").textContent = '
        f'JSON.stringify(({question})(document.getElementById("page").contentWindow)) }}</script>'
    )
    with tempfile.TemporaryDirectory() as folder:
        around = Path(folder, "around.html")
        around.write_text(f'<!doctype html><meta charset="utf-8">{frame}{script}', encoding="utf-8")
        dom = browse(around, "--window-size=1400,1000", "--dump-dom")
    return json.loads(unescape(dom.partition('<pre id="answer">')[2].partition("</pre>")[0]))


def pixels(page, folder, width, height):
    """The rows of a screenshot, each a list of colours."""
    file = Path(folder, "shot.png")
    browse(page, f"--window-size={width},{height}", f"--screenshot={file}")
    return decoded(file.read_bytes())


def printed(page, folder):
    """What goes to the printer, as the bytes of a PDF."""
    file = Path(folder, "page.pdf")
    browse(page, "--no-pdf-header-footer", f"--print-to-pdf={file}")
    return file.read_bytes()


def decoded(png):
    """The rows of an 8-bit PNG without interlacing, each a list of (red, green, blue)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, data, head = 8, b"", None
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        chunk = png[at + 8 : at + 8 + length]
        head = struct.unpack(">IIBBBBB", chunk) if kind == b"IHDR" else head
        data += chunk if kind == b"IDAT" else b""
        at += length + 12
    width, height, depth, colour, _, _, interlaced = head
    assert (depth, interlaced) == (8, 0)
    return list(_rows(zlib.decompress(data), width, height, {2: 3, 6: 4}[colour]))


def _rows(data, width, height, channels):
    stride, before = width * channels, bytearray(width * channels)
    for number in range(height):
        start = number * (stride + 1)
        before = _unfiltered(data[start], bytearray(data[start + 1 : start + 1 + stride]), before, channels)
        yield [tuple(before[at : at + 3]) for at in range(0, stride, channels)]


def _unfiltered(kind, row, above, channels):
    for at in range(len(row)):
        left = row[at - channels] if at >= channels else 0
        corner = above[at - channels] if at >= channels else 0
        row[at] = (row[at] + (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind]) % 256
    return row


def _paeth(left, above, corner):
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))
