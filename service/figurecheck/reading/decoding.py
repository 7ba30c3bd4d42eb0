"""Bytes to text: UTF-8 and nothing else, with a word on what the bytes look like where they are not."""

import re

from figurecheck.reading.errors import ReadError

_BOM = b"\xef\xbb\xbf"
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
)
_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""", re.IGNORECASE)


def decode(data: bytes, name: str, place: str = "") -> str:
    """The bytes as text, without a byte order mark; line ends stay as they are.

    Raises ReadError where they are empty, binary or in another encoding.
    """
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
    binary = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    if binary:
        raise ReadError(name, f"is {binary}, not text", place, "save the copy as plain text, Markdown or HTML")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, name, place, error.start) from None
    at = text.find("\0")
    if at >= 0:
        encoding = _wide(data)
        where = place or f"byte {len(text[:at].encode())}"
        if encoding:
            raise _encoded(name, where, encoding)
        raise ReadError(name, "holds a NUL byte: a binary file, not text", where, "save the copy as UTF-8 text")
    if not text or text.isspace():
        raise ReadError(name, "is empty", place, "give it some text or leave it out")
    return text


def _not_utf8(data: bytes, name: str, place: str, at: int) -> ReadError:
    where = place or f"byte {at}"
    encoding = _wide(data) or _declared(data) or _narrow(data)
    if encoding:
        return _encoded(name, where, encoding)
    return ReadError(name, "is not UTF-8 text, by its bytes a binary file", where, "save the copy as UTF-8 text")


def _encoded(name: str, where: str, encoding: str) -> ReadError:
    return ReadError(
        name,
        f"is not UTF-8 text but, it seems, {encoding}",
        where,
        f"turn it into UTF-8, as by: iconv -f {encoding} -t UTF-8",
    )


def _wide(data: bytes) -> str | None:
    """The encoding of text whose characters are two or four bytes wide, by its byte order mark or its NULs."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return encoding
    head = data[:2000]
    for first, encoding in ((0, "UTF-16BE"), (1, "UTF-16LE")):
        if len(head) > 3 and head[first::2].count(0) > 0.4 * len(head) / 2 and not head[1 - first :: 2].count(0):
            return encoding
    return None


def _declared(data: bytes) -> str | None:
    """The encoding that a page or an XML file names in its head, where the bytes bear it out."""
    found = _DECLARED.search(data[:2000])
    if not found:
        return None
    encoding = found[1].decode("ascii", "replace")
    try:
        data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return None if encoding.lower().replace("-", "") == "utf8" else encoding.upper()


def _narrow(data: bytes) -> str | None:
    """The encoding of old Western text: Windows-1252 where the bytes can be it and few of them are control codes."""
    controls = sum(data.count(bytes([code])) for code in (*range(1, 9), *range(14, 32), 127))
    if controls > len(data) / 200:
        return None
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return "WINDOWS-1252"
