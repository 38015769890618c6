"""How much of anything intake will take, so that one bad file costs a bounded time and memory."""

from __future__ import annotations

from typing import Final

MEBIBYTE: Final = 2**20

#: Bytes of one document, whether a file, a member of an archive or one line of JSON Lines.
DOCUMENT_BYTES: Final = 20 * MEBIBYTE
#: Code points of the text of one document; what comes after in a PDF is left out with a note.
DOCUMENT_CHARACTERS: Final = 10_000_000
#: Lines of one text, each of which is compared with what web pages are furnished with.
DOCUMENT_LINES: Final = 100_000
#: Records of one list of JSON, each of which is a document or a reason why it is none.
JSON_RECORDS: Final = 100_000
#: Bytes of one `sources.csv`.
SOURCES_BYTES: Final = 5 * MEBIBYTE

#: Bytes of the directory at the end of a zip archive: some 200,000 members.
ARCHIVE_DIRECTORY_BYTES: Final = 20 * MEBIBYTE
#: Members of one archive.
ARCHIVE_MEMBERS: Final = 100_000
#: Bytes that all members of one archive may unpack to.
ARCHIVE_BYTES: Final = 2_048 * MEBIBYTE
#: Bytes that all members of an archive inside an archive, or all parts of a DOCX, may unpack to.
NESTED_BYTES: Final = 200 * MEBIBYTE
#: Archives inside one another, the outermost counted.
ARCHIVE_DEPTH: Final = 2
#: Unpacked bytes a packed byte; text seldom goes over 20. Small members are let off.
ARCHIVE_RATIO: Final = 200
RATIO_COUNTS_FROM: Final = MEBIBYTE

#: Bytes of one feed, whose parser builds a tree; items of one; characters of one that is mended with care, elements.
FEED_BYTES: Final = 10 * MEBIBYTE
FEED_ITEMS: Final = 10_000
FEED_LOOSE: Final = 256 * 1024
FEED_ELEMENTS: Final = 500_000
#: Lines of one message: its attachments, at a line for 57 bytes, included.
MAIL_LINES: Final = 500_000
#: Lines of one message times its parts that hold others, with each of which a line may be compared: what parsing costs.
MAIL_COMPARED: Final = 20_000_000
#: Messages and parts of messages that hold others; and parts that are tried for a text.
MAIL_HOLDERS: Final = 300
MAIL_TRIED: Final = 20
#: Pages of one WARC file; Common Crawl's have some 40,000.
WARC_PAGES: Final = 500_000

#: Elements inside one another in a web page: over the first, only a plain scan reads it; over the second, nothing.
HTML_DEPTH: Final = 400
HTML_DEPTH_REFUSED: Final = 2_000
#: Elements of a web page: over the first, only a plain scan reads it; over the second, nothing; attributes of one.
HTML_ELEMENTS: Final = 40_000
HTML_ELEMENTS_REFUSED: Final = 500_000
HTML_ATTRIBUTES: Final = 1_000

#: Pages of a PDF; later ones are left out with a note.
PDF_PAGES: Final = 2_000

#: Folders inside one another.
FOLDER_DEPTH: Final = 200
