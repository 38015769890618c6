"""Small real files, made for the tests of intake."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from docx import Document as new_docx

from dragoman.intake import Defaults, Item, load, survey
from dragoman.records import Document, Failure

PARAGRAPHS = (
    "The foreign minister of Avalonia met his counterpart in the capital on Tuesday, and the two signed an accord.",
    "Officials said the pipeline would carry nine million tonnes a year once the second line was laid in the spring.",
    "The opposition called the accord a mistake and asked for a vote in parliament before the end of the month.",
)

SAVED_PAGE = f"""facebook
telegram
en
ru
search
POLITICS
A+
A-

Avalonia and Borduria sign an accord on the new pipeline

3 March 2024 09:15

{PARAGRAPHS[0]}

  1. Avalonia opens the border.

  2. Borduria lifts the tariff.

A turning point

{PARAGRAPHS[1]}

Minister Ana Petrova (photo by Ivo Lukic)

{PARAGRAPHS[2]}

About the Author: Mara Novak
Mara Novak is a reporter who has covered the region for ten years.
Image: Some Body / Shutterstock.com.
The post Avalonia and Borduria sign an accord on the new pipeline appeared first on The Valley Herald.

Views: 412
print
copy link
Follow us on Instagram
The news that most of our readers like
loading
"""

PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>Accord signed | The Valley Herald</title>
<meta property="og:site_name" content="The Valley Herald">
<link rel="canonical" href="https://herald.example/2024/03/03/accord">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Accord signed",
"datePublished": "2024-03-03T09:15:00Z", "author": [{{"@type": "Person", "name": "Mara Novak"}}]}}]}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav>
<article><h1>Accord signed</h1><div class="share-buttons"><a>Share on Facebook</a></div>
<figure><img src="x.jpg"><figcaption>Ministers in a hall</figcaption></figure>
{"".join(f"<p>{each}</p>" for each in PARAGRAPHS)}</article>
<div class="cookie-banner">We use cookies to improve your visit.</div>
<footer>© 2024 The Valley Herald. All rights reserved.</footer></body></html>"""


def read(*paths: Path | str, **defaults: object) -> list[Document | Failure]:
    """Everything behind the paths, as the workspace reads it."""
    found = survey([str(path) for path in paths])
    return [
        outcome
        for item in found
        for outcome in (load(item, Defaults(**defaults)) if isinstance(item, Item) else (item,))  # type: ignore[arg-type]
    ]


def documents(*paths: Path | str, **defaults: object) -> list[Document]:
    """The documents behind the paths."""
    return [each for each in read(*paths, **defaults) if isinstance(each, Document)]


def reason(path: Path | str) -> str:
    """Why the one thing at the path could not be read."""
    outcomes = read(path)
    assert len(outcomes) == 1, outcomes
    assert isinstance(outcomes[0], Failure), outcomes
    return outcomes[0].reason


def only(path: Path | str, **defaults: object) -> Document:
    """The one document at the path."""
    outcomes = read(path, **defaults)
    assert len(outcomes) == 1, outcomes
    assert isinstance(outcomes[0], Document), outcomes
    return outcomes[0]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file in the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def word_file(paragraphs: Sequence[str] = PARAGRAPHS, *, title: str = "", author: str = "") -> bytes:
    """A Word file with a table of two rows at its end."""
    document = new_docx()
    document.core_properties.title, document.core_properties.author = title, author
    for each in paragraphs:
        document.add_paragraph(each)
    table = document.add_table(2, 2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ("Year", "Tonnes", "2024", "12"), strict=True):
        cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(pages: Sequence[Sequence[tuple[int, str]]], **info: str) -> bytes:
    """A PDF of pages of (points below the line before, line)."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        content = _page_content(lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.append("<< " + " ".join(f"/{key} ({value})" for key, value in info.items()) + " >>")
    return _assembled(objects)


def _page_content(lines: Sequence[tuple[int, str]]) -> str:
    height, content = 790, "BT /F1 11 Tf\n"
    for gap, line in lines:
        height -= gap
        content += f"1 0 0 1 50 {height} Tm ({line}) Tj\n"
    return content + "ET"


def _assembled(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return out + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
        f"startxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def rss(*items: str, title: str = "The Valley Herald") -> str:
    """An RSS feed of the items, each the inside of an `<item>`."""
    held = "".join(f"<item>{each}</item>" for each in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{held}</channel></rss>'


def letter(body: str, **headers: str) -> bytes:
    """A message with a plain text, of 4 March 2024 by the clock of its sender unless another `Date` is given."""
    given = {
        "From": "The Valley Herald <news@herald.example>",
        "Subject": "Accord signed",
        "Date": "Mon, 4 Mar 2024 23:30:00 -0500",
        "Message-ID": "<1@herald.example>",
        "Content-Type": "text/plain; charset=utf-8",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    return "".join(f"{name}: {value}\n" for name, value in given.items()).encode() + b"\n" + body.encode()


def response(
    page: str | bytes, url: str = "https://herald.example/a", *, kind: str = "text/html; charset=utf-8", **more: str
) -> bytes:
    """A record of a web archive with the answer that a server gave; `length` and `status` may lie."""
    content = page.encode() if isinstance(page, str) else page
    head = f"HTTP/1.1 {more.get('status', '200 OK')}\r\nContent-Type: {kind}\r\n{more.get('headers', '')}\r\n"
    block = head.encode() + content
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:8f1ad68a-d5b5-4f6a-9d0d-2b1b2c8a7e11>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {more.get('length', len(block))}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def as_html(paragraphs: Sequence[str] = PARAGRAPHS) -> str:
    """A page that says nothing of itself."""
    return f"<html><body><article>{''.join(f'<p>{each}</p>' for each in paragraphs)}</article></body></html>"
