"""Good workbooks, damaged: by seeded chance, as copying, disks, scripts and slips damage them."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Damage = Callable[[bytes, random.Random], bytes]
Parts = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged file. `of_file` says that the damage is the file's, and no clerk can have meant it."""

    number: int
    damage: str
    content: bytes
    of_file: bool


def mutants(content: bytes, count: int, seed: int) -> Iterator[Mutant]:
    """Go through `count` mutants of the workbook; the same seed gives the same ones."""
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")  # noqa: S311 -- chance that can be had again
        damage = chance.choice(OF_FILE + OF_CELLS)
        yield Mutant(number, damage.__name__, damage(content, chance), damage in OF_FILE)


def flipped_bytes(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.randint(1, 32)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def filled_with_zeros(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    length = min(chance.randint(1, 4096), len(content) - start)
    return content[:start] + bytes(length) + content[start + length :]


def without_a_part(content: bytes, chance: random.Random) -> bytes:
    parts = _parts(content)
    del parts[chance.choice(sorted(parts))]
    return _packed(parts)


def with_a_broken_tag(content: bytes, chance: random.Random) -> bytes:
    return _changed(content, chance, rb"<[^<>]{1,60}>", lambda tag: tag[: chance.randrange(len(tag))])


def with_a_lost_tag(content: bytes, chance: random.Random) -> bytes:
    return _changed(content, chance, rb"<[^<>]{1,60}>", lambda _: b"")


def with_parts_in_each_others_place(content: bytes, chance: random.Random) -> bytes:
    parts = _parts(content)
    one, other = chance.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]
    return _packed(parts)


def with_another_attribute(content: bytes, chance: random.Random) -> bytes:
    strange = (b"", b"0", b"-1", b"99999999", b"XFE1048577", b"../../x", b"NaN", b"\xc3\xa5")
    return _changed(content, chance, rb'(?<==")[^"<>]{1,30}(?=")', lambda _: chance.choice(strange))


def with_another_text(content: bytes, chance: random.Random) -> bytes:
    strange = (b"", b"NaN", b"ca 83", b"1e999", b"31 april", b"=1+1", b"_x0000_", b"\xe2\x80\xae", b"9" * 400, b"-")
    return _changed(content, chance, rb"(?<=>)[^<>\s][^<>]*(?=</)", lambda _: chance.choice(strange))


def with_another_type(content: bytes, chance: random.Random) -> bytes:
    types = (b"n", b"s", b"str", b"e", b"b", b"d", b"inlineStr")
    return _changed(content, chance, rb'(?<=\st=")\w+(?=")', lambda _: chance.choice(types))


OF_FILE: tuple[Damage, ...] = (
    flipped_bytes,
    cut_off,
    filled_with_zeros,
    without_a_part,
    with_a_broken_tag,
    with_a_lost_tag,
    with_parts_in_each_others_place,
)
OF_CELLS: tuple[Damage, ...] = (with_another_attribute, with_another_text, with_another_type)


def _changed(content: bytes, chance: random.Random, what: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change one of the places that the pattern finds in one of the parts."""
    parts = _parts(content)
    names = [name for name in sorted(parts) if re.search(what, parts[name])]
    name = chance.choice(names)
    found = chance.choice(list(re.finditer(what, parts[name])))
    parts[name] = parts[name][: found.start()] + change(found[0]) + parts[name][found.end() :]
    return _packed(parts)


def _parts(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Parts) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return result.getvalue()
