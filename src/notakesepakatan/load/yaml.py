"""YAML text to plain data plus the place of every key and value; strict, bounded, all scalars strings.

Built on PyYAML's event stream (libyaml), which knows every mark and recurses nowhere, so that depth can be
bounded. Refused: anchors, aliases, tags, several documents, duplicate keys, depth over 16, files over 1 MB.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from notakesepakatan.temuan import Tempat, Temuan
from notakesepakatan.workspace.folders import BATAS_BYTE

BATAS_KEDALAMAN = 16
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Jalur = tuple[str | int, ...]

# Unicode's control characters except tab and newlines, and what is invisible or turns the direction of reading:
# none of them belongs in a signed text.
_KENDALI = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\U0001fffe\U0001ffff"
    "\ud800-\udfff]"
)
_KURUNG_TELANJANG = re.compile(r"(?:^|[:-]) *\[\[")
_PAGAR = re.compile(r"\s+#[^\s#]")
_TAB_DEPAN = re.compile(r"^ *[\t\u00a0]", re.MULTILINE)


@dataclass(frozen=True)
class Sumber:
    """A file read: its name as shown, its text, its data, and where each path of the data stands."""

    berkas: str
    teks: str
    data: Any
    nilai: dict[Jalur, tuple[int, int]]
    kunci: dict[Jalur, tuple[int, int]]

    def tempat(self, jalur: Jalur, *, pada_kunci: bool = False) -> Tempat:
        """Place of the value (or key) at `jalur`; of the nearest thing above it that stands in the file."""
        for panjang in range(len(jalur), -1, -1):
            peta = self.kunci if pada_kunci and panjang == len(jalur) else self.nilai
            if jalur[:panjang] in peta:
                return Tempat(self.berkas, *peta[jalur[:panjang]])
        return Tempat(self.berkas)


def hidden_character(teks: str) -> str | None:
    """The first control or invisible character of a text, as messages name it: "U+200B"; None where there is none."""
    cocok = _KENDALI.search(teks)
    return f"U+{ord(cocok[0]):04X}" if cocok else None


def hidden_characters(benda: Any, jalur: Jalur = ()) -> Iterator[tuple[Jalur, str]]:
    """Each text of plain data that has one, by its path, and the character."""
    if isinstance(benda, Mapping):
        for kunci, isi in benda.items():
            yield from hidden_characters(isi, (*jalur, kunci))
    elif isinstance(benda, list | tuple):
        for i, isi in enumerate(benda):
            yield from hidden_characters(isi, (*jalur, i))
    elif isinstance(benda, str) and (karakter := hidden_character(benda)):
        yield jalur, karakter


class YamlDitolak(Exception):
    """The text is no YAML that this program reads."""

    def __init__(self, daftar_temuan: list[Temuan]) -> None:
        self.daftar_temuan = daftar_temuan
        super().__init__(f"{len(daftar_temuan)} temuan")


def read_yaml(isi: bytes, berkas: str) -> Sumber:
    """Parse one document.

    Args:
        isi: the bytes of the file, UTF-8.
        berkas: its name, for messages.

    Raises:
        YamlDitolak: with every finding that can be known before the structure is.
    """
    teks = _decode(isi, berkas)
    if terlarang := list(_check_characters(teks, berkas)):
        raise YamlDitolak(terlarang)
    pembaca = _Pembaca(berkas, teks)
    try:
        data = pembaca.read(yaml.parse(teks, Loader=LOADER))
    except yaml.MarkedYAMLError as sebab:
        raise YamlDitolak([_syntax_error(sebab, teks, berkas)]) from None
    except yaml.YAMLError:
        temuan = Temuan(
            Tempat(berkas), "", "yaml", "memuat karakter yang tidak dapat dibaca", "simpan ulang sebagai teks biasa"
        )
        raise YamlDitolak([temuan]) from None
    if pembaca.temuan:
        raise YamlDitolak(pembaca.temuan)
    return Sumber(berkas, teks, data, pembaca.nilai, pembaca.kunci)


def _decode(isi: bytes, berkas: str) -> str:
    if len(isi) > BATAS_BYTE:
        temuan = Temuan(Tempat(berkas), "", "besar", "berkas lebih dari 1 MB", "pecah atau ringkas berkasnya")
        raise YamlDitolak([temuan])
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError as sebab:
        baris = isi.count(b"\n", 0, sebab.start) + 1
        tempat = Tempat(berkas, baris, sebab.start - isi.rfind(b"\n", 0, sebab.start))
        raise YamlDitolak(
            [Temuan(tempat, "", "utf8", "bukan teks UTF-8", "simpan ulang berkas dengan pengodean UTF-8")]
        ) from None


def _position(teks: str, letak: int) -> tuple[int, int]:
    return teks.count("\n", 0, letak) + 1, letak - teks.rfind("\n", 0, letak)


def _check_characters(teks: str, berkas: str) -> Iterator[Temuan]:
    for cocok in _KENDALI.finditer(teks):
        yield Temuan(
            Tempat(berkas, *_position(teks, cocok.start())),
            "",
            "karakter-kendali",
            f"karakter kendali atau tak terlihat U+{ord(cocok[0]):04X}",
            "hapus karakter itu (biasanya terbawa saat menyalin dari dokumen lain)",
        )


def _syntax_error(sebab: yaml.MarkedYAMLError, teks: str, berkas: str) -> Temuan:
    tanda = sebab.problem_mark or sebab.context_mark
    baris, kolom = (tanda.line + 1, tanda.column + 1) if tanda else (1, 1)
    for cocok in _TAB_DEPAN.finditer(teks):
        b, k = _position(teks, cocok.end() - 1)
        if b in (baris, baris - 1):
            return Temuan(
                Tempat(berkas, b, k),
                "",
                "tab",
                "baris menjorok dengan tab atau spasi tak terputus",
                "ganti dengan spasi biasa (2 spasi tiap tingkat)",
            )
    if _KURUNG_TELANJANG.search(_line_of(teks, baris)):
        return Temuan(
            Tempat(berkas, baris, kolom), "", "yaml", "teks yang diawali kurung siku harus diapit tanda kutip",
            'tulis misalnya "[[jenis]] tentang kesehatan"',
        )  # fmt: skip
    masalah = sebab.problem or ""
    if "mapping values are not allowed" in masalah:
        return Temuan(
            Tempat(berkas, baris, kolom), "", "yaml", "titik dua di tempat yang tidak dapat dibaca",
            "apit teks yang memuat titik dua dengan tanda kutip, dan periksa lekukan baris ini",
        )  # fmt: skip
    if "quoted scalar" in (sebab.context or "") and sebab.context_mark:
        buka = Tempat(berkas, sebab.context_mark.line + 1, sebab.context_mark.column + 1)
        return Temuan(
            buka, "", "yaml", "tanda kutip yang dibuka di sini tidak ditutup atau tidak sah",
            "tutup teks dengan tanda kutip yang sama seperti pembukanya",
        )  # fmt: skip
    return Temuan(
        Tempat(berkas, baris, kolom), "", "yaml", "susunan YAML tidak dapat dibaca di sini",
        "periksa baris ini dan baris di atasnya: lekukan, spasi setelah titik dua dan tanda hubung, kutip atau kurung "
        "yang belum ditutup",
    )  # fmt: skip


def _line_of(teks: str, baris: int) -> str:
    return teks.split("\n")[baris - 1] if baris <= teks.count("\n") + 1 else ""


class _Pembaca:
    """Folds the event stream into data, noting places and findings; keeps an explicit stack, never recurses."""

    def __init__(self, berkas: str, teks: str) -> None:
        self.berkas = berkas
        self.baris = teks.split("\n")
        self.temuan: list[Temuan] = []
        self.nilai: dict[Jalur, tuple[int, int]] = {}
        self.kunci: dict[Jalur, tuple[int, int]] = {}

    def _add(self, event: Any, kunci: str, kode: str, pesan: str, saran: str) -> None:
        tanda = event.start_mark
        self.temuan.append(Temuan(Tempat(self.berkas, tanda.line + 1, tanda.column + 1), kunci, kode, pesan, saran))

    def read(self, events: Iterator[Any]) -> Any:
        akar: list[Any] = []
        wadah: list[Any] = [akar]
        jalur: list[str | int] = []
        kunci_tertunda: list[str | None] = [None]
        dokumen = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                dokumen += 1
                if dokumen > 1:
                    self._add(event, "", "banyak-dokumen", "lebih dari satu dokumen YAML", "hapus baris ---")
                    break
            elif isinstance(event, yaml.AliasEvent):
                self._add(event, "", "alias", f"alias *{event.anchor}", "tulis isinya lengkap di sini")
                self._place(wadah, jalur, kunci_tertunda, event, None)
            elif isinstance(event, yaml.ScalarEvent):
                self._check_node(event)
                self._check_comment(event)
                self._check_escapes(event)
                if isinstance(wadah[-1], dict) and kunci_tertunda[-1] is None:
                    self._open_key(wadah[-1], jalur, kunci_tertunda, event)
                else:
                    kosong = not event.style and event.value in ("", "~", "null")
                    self._place(wadah, jalur, kunci_tertunda, event, None if kosong else event.value)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._check_node(event)
                baru: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
                if isinstance(wadah[-1], dict) and kunci_tertunda[-1] is None:
                    self._add(
                        event,
                        "",
                        "kunci",
                        "kurung kurawal atau tanda tanya di awal nilai",
                        "apit dengan tanda kutip bila dimaksud sebagai teks",
                    )
                    break
                self._place(wadah, jalur, kunci_tertunda, event, baru, masuk=True)
                wadah.append(baru)
                kunci_tertunda.append(None)
                if len(wadah) - 1 > BATAS_KEDALAMAN:
                    self._add(
                        event, "", "kedalaman", f"bersarang lebih dari {BATAS_KEDALAMAN} tingkat", "sederhanakan susunannya"
                    )
                    break
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                wadah.pop()
                kunci_tertunda.pop()
                if jalur:
                    jalur.pop()
                kunci_tertunda[-1] = None
        return akar[0] if akar else None

    def _check_node(self, event: Any) -> None:
        if event.anchor:
            self._add(event, "", "alias", f"jangkar &{event.anchor}", "hapus jangkar dan tulis isinya lengkap")
        if event.tag:
            self._add(event, "", "tag", f"tag {event.tag}", "hapus tag (kata yang diawali tanda seru)")

    def _check_escapes(self, event: Any) -> None:
        """The same characters written as `\\x07` in double quotes."""
        if event.style == '"' and (karakter := hidden_character(event.value)):
            pesan = f"karakter kendali atau tak terlihat {karakter}"
            self._add(event, "", "karakter-kendali", pesan, "hapus karakter itu dari teks")

    def _check_comment(self, event: Any) -> None:
        """`Program #1` unquoted would lose its end without a word."""
        akhir = event.end_mark
        if not event.style and _PAGAR.match(self.baris[akhir.line][akhir.column :] if akhir.line < len(self.baris) else ""):
            self._add(
                event, "", "komentar", "tanda # membuat sisa baris menjadi komentar dan tidak tercetak",
                'apit teksnya dengan tanda kutip; bila memang komentar, beri spasi setelah #',
            )  # fmt: skip

    def _open_key(self, wadah: dict[str, Any], jalur: list[str | int], tertunda: list[str | None], event: Any) -> None:
        nama = event.value
        penuh = (*jalur, nama)
        if penuh in self.kunci:
            baris = self.kunci[penuh][0]
            self._add(
                event, ".".join(map(str, penuh)), "kunci-ganda", f"kunci ganda, sudah ada di baris {baris}", "hapus salah satu"
            )
        else:
            self.kunci[penuh] = (event.start_mark.line + 1, event.start_mark.column + 1)
        tertunda[-1] = nama

    def _place(
        self,
        wadah: list[Any],
        jalur: list[str | int],
        tertunda: list[str | None],
        event: Any,
        nilai: Any,
        *,
        masuk: bool = False,
    ) -> None:
        """Put a value into the open container; `masuk` leaves its path open for what comes inside."""
        atas = wadah[-1]
        tempat = (event.start_mark.line + 1, event.start_mark.column + 1)
        if len(wadah) == 1:
            atas.append(nilai)
            self.nilai[()] = tempat
            return
        langkah: str | int
        if isinstance(atas, dict):
            langkah = tertunda[-1] or ""
            atas[langkah] = nilai
            if not masuk:
                tertunda[-1] = None
        else:
            langkah = len(atas)
            atas.append(nilai)
        self.nilai[(*jalur, langkah)] = tempat
        if masuk:
            jalur.append(langkah)
