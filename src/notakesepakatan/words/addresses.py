"""The town that an address ends in, as letters name it."""

import re
from dataclasses import dataclass

_WIDER = re.compile(r"(?:Kabupaten|Kab\.|Provinsi|Kecamatan|Kec\.|Kode Pos)\b")
_PROVINCES = frozenset(
    (
        *("Aceh", "Sumatera Utara", "Sumatera Barat", "Sumatera Selatan", "Riau"),
        *("Kepulauan Riau", "Kepulauan Bangka Belitung", "Lampung", "Banten"),
        *("Jawa Barat", "Jawa Tengah", "Jawa Timur", "Bali", "Indonesia"),
        *("Nusa Tenggara Barat", "Nusa Tenggara Timur", "Kalimantan Barat"),
        *("Kalimantan Tengah", "Kalimantan Selatan", "Kalimantan Timur"),
        *("Kalimantan Utara", "Sulawesi Utara", "Sulawesi Tengah"),
        *("Sulawesi Selatan", "Sulawesi Tenggara", "Sulawesi Barat", "Maluku"),
        *("Maluku Utara", "Papua Barat", "Papua Barat Daya", "Papua Tengah"),
        *("Papua Pegunungan", "Papua Selatan", "Papua"),
    )
)
"""What stands behind a town and is none."""
_STREET = re.compile(r"(?:Jalan|Jl\.|Gedung|Kompleks|Kawasan|Blok|Desa|Kelurahan)\b")
_BEHIND_NUMBER = re.compile(
    r"^(?P<street>.*\b(?:Nomor|No\.|Kav\.|KM|Km\.?)\s*\d[\w/-]*)\s+(?P<town>[A-Z]\D+)$"
)
_KIND = re.compile(r"^(?:Kota|Desa|Kelurahan)\s+")
_JAKARTA = re.compile(r"^(?:DKI )?Jakarta\b.*")


@dataclass(frozen=True)
class Address:
    """An address and the town in it.

    Attributes:
        street: what stands before the town; the whole where no town is known.
        town: "Kota Suralaya"; empty where none is known.
        behind: what stands behind the town: "Jawa Tengah".
    """

    street: str
    town: str = ""
    behind: str = ""

    @property
    def place(self) -> str:
        """The town as a letter dates from it: "Suralaya"."""
        named = _KIND.sub("", self.town)
        return _JAKARTA.sub("Jakarta", named)


def address_of(text: str) -> Address:
    """An address in its parts; the town is its last part that is nothing wider.

    "Jalan Pahlawan KM 5 Kajen, Kabupaten Pekalongan" has Kajen, which stands behind the
    number of the house.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    last = len(parts) - 1
    while last > 0 and _is_wider(parts[last]):
        last -= 1
    if last < 0:
        return Address("")
    before, part, behind = parts[:last], parts[last], ", ".join(parts[last + 1 :])
    if found := _BEHIND_NUMBER.match(part):
        street = ", ".join((*before, found["street"]))
        return Address(street, found["town"], behind)
    if _STREET.match(part) and not _KIND.match(part):
        return Address(", ".join(parts))
    return Address(", ".join(before), part, behind)


def _is_wider(part: str) -> bool:
    """Whether a part of an address names more than a town, or its post code."""
    return bool(_WIDER.match(part)) or part in _PROVINCES or part.isdigit()
