"""Compressed frames (Zstandard, RFC 8878): whole, or against an earlier content as raw dictionary.

Pure functions over bytes and the door to `zstandard`. A frame that does not give back its content is an error
when it is made and when it is read.
"""

import zstandard

from wetgeving.store.errors import CorruptContentError

_LEVEL = 12
_MAX_WINDOW = 1 << 27


def compress(content: bytes, base: bytes | None = None) -> bytes:
    """A frame of `content`; with a base, only what differs from it takes room."""
    if base is None:
        return zstandard.ZstdCompressor(level=_LEVEL).compress(content)
    size = len(content) + len(base)
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, source_size=size, window_log=max(10, size.bit_length())
    )
    dictionary = zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return zstandard.ZstdCompressor(dict_data=dictionary, compression_params=parameters).compress(content)


def decompress(frame: bytes, byte_count: int, base: bytes | None = None) -> bytes:
    """The content of a frame, which must be as long as was recorded."""
    dictionary = None
    if base is not None:
        dictionary = zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    try:
        if zstandard.frame_content_size(frame) != byte_count:
            what = "Bewaarde bytes hebben niet de lengte die is vastgelegd."
            raise CorruptContentError(what, value=f"{byte_count} bytes vastgelegd")
        opener = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=_MAX_WINDOW)
        return opener.decompress(frame)
    except zstandard.ZstdError as error:
        raise CorruptContentError("Bewaarde bytes zijn niet meer te lezen.", value=str(error)) from error


def content(frame: bytes) -> bytes:
    """The content of a whole frame that says its own length."""
    return decompress(frame, zstandard.frame_content_size(frame))
