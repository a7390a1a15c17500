"""Duties and plan, contacts, completeness."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.bacaan import Flaw, Reading, words
from notakesepakatan.model.lampiran import SHARED, Tahapan
from notakesepakatan.place import DataPath, Place, at

_MAIL = re.compile(r"[^@\s]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\(?\+?\d[\d ()/.,-]{5,}")
_REQUIRED = {
    "jangka_waktu": "jangka waktu",
    "keadaan_kahar": "keadaan kahar",
    "penyelesaian_perselisihan": "penyelesaian perselisihan",
    "adendum": "adendum",
    "ruang_lingkup": "ruang lingkup",
    "pembiayaan": "pembiayaan",
}


def _rows(
    items: tuple[Tahapan, ...], path: DataPath
) -> Iterator[tuple[Tahapan, DataPath]]:
    for i, t in enumerate(items):
        if t.dihapus or t.isi == "dihapus":
            continue
        if t.tahapan:
            yield from _rows(t.tahapan, (*path, i, "tahapan"))
        else:
            yield t, (*path, i)


def plan_cells(b: Reading) -> Iterator[Flaw]:
    """Each row has duties of each party, years, output and outcome."""
    if not b.reading.lampiran:
        return
    for i, p in enumerate(b.reading.lampiran.program):
        for t, path in _rows(p.tahapan, ("lampiran", "program", i, "tahapan")):
            for key in () if SHARED in t.tugas else b.reading.kunci_pihak:
                if key not in t.tugas:
                    yield Flaw(
                        at(*path, "tugas"),
                        "",
                        f"tugas pihak {key.replace('_', ' ')} kosong",
                        'isi, atau tulis "-"',
                    )
            for name, value in (
                ("tahun", t.tahun),
                ("output", t.output),
                ("outcome", t.outcome),
            ):
                if not value:
                    yield Flaw(
                        Place(path), "", f"{name} kosong", f'tambahkan "{name}:"'
                    )


def scope(b: Reading) -> Iterator[Flaw]:
    """Each item of the scope has a programme."""
    if not b.reading.lampiran:
        return
    program: dict[str, int] = {}  # programmes that have a word, a bit each
    for n, p in enumerate(b.reading.lampiran.program):
        for word in {w.lower() for w in words(p.nama)}:
            program[word] = program.get(word, 0) | 1 << n
    for i, pasal in enumerate(b.reading.pasal):
        for j, butir in enumerate(
            pasal.huruf if pasal.kunci == "ruang_lingkup" else ()
        ):
            every, once, again = (
                {w.lower() for w in words(butir.isi) if len(w) > 4},
                0,
                0,
            )
            for word in every:
                again |= once & program.get(word, 0)
                once |= program.get(word, 0)
            if every and not again:
                yield Flaw(
                    at("pasal", i, "huruf", j, "isi"),
                    "",
                    "ruang lingkup tanpa program pada Rencana Kerja",
                    "tambahkan programnya",
                )


def mails(b: Reading) -> Iterator[Flaw]:
    """An e-mail address has its @."""
    for path, value in _contacts(b, "email"):
        if not _MAIL.fullmatch(value):
            yield Flaw(
                Place(path),
                value,
                "alamat surel tidak sah",
                "periksa, mis. nama@contoh.go.id",
            )


def phones(b: Reading) -> Iterator[Flaw]:
    """A telephone number is digits."""
    for name in ("telepon", "faksimile"):
        for path, value in _contacts(b, name):
            if not _PHONE.fullmatch(value):
                yield Flaw(
                    Place(path),
                    value,
                    "nomor telepon tidak lazim",
                    "periksa, mis. (021) 1234567",
                )


def postcodes(b: Reading) -> Iterator[Flaw]:
    """A postcode has five digits."""
    for path, value in _contacts(b, "kode_pos"):
        if not re.fullmatch(r"\d{5}", value):
            yield Flaw(
                Place(path), value, "kode pos bukan lima angka", "periksa kode posnya"
            )


def _contacts(b: Reading, name: str) -> Iterator[tuple[DataPath, str]]:
    for i, p in enumerate(b.reading.para_pihak):
        for j, a in enumerate(p.korespondensi):
            if value := getattr(a, name):
                yield ("para_pihak", i, "korespondensi", j, name), value


def completeness(b: Reading) -> Iterator[Flaw]:
    """Pasal that an instrument of this kind has, by their role."""
    for key, name in _REQUIRED.items():
        if key not in b.numbers.kunci and not any(
            name in (p.judul or "").lower() for p in b.reading.pasal
        ):
            yield Flaw(
                at("pasal"),
                "",
                f"tidak ada pasal mengenai {name}",
                f'tambahkan, atau beri "kunci: {key}" pada pasalnya',
            )


def bearers(b: Reading) -> Iterator[Flaw]:
    """Each list of duties says whose they are."""
    sebutan = [p.sebutan or "" for p in b.reading.para_pihak] + ["PARA PIHAK"]
    for i, pasal in enumerate(b.reading.pasal):
        for j, ayat in enumerate(pasal.ayat):
            if (ayat.kunci or "").split("_")[0] == "tugas" and not any(
                one in ayat.isi for one in sebutan
            ):
                yield Flaw(
                    at("pasal", i, "ayat", j, "isi"),
                    "",
                    "tugas tanpa pihak yang melaksanakan",
                    "sebut pihaknya",
                )
