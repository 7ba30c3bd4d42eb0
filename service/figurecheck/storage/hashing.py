"""A stable hash that a database's integers can hold."""

from hashlib import blake2b


def signed_hash(text: str) -> int:
    """The text as a signed 64-bit number, the same in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
