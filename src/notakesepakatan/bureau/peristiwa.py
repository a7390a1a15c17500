"""Record what happened to an agreement: one new dated file, proved to fit the others before it is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compute.peristiwa.order import check_peristiwa
from notakesepakatan.errors import NaskahBermasalah, PeristiwaBermasalah
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.load.datum import parse_yaml, read_limited
from notakesepakatan.load.messages import nama_kunci, salvage, validate
from notakesepakatan.load.register import content_faults, load_ringkasan
from notakesepakatan.load.yaml import Sumber, hidden_characters
from notakesepakatan.model.peristiwa import Peristiwa, PeristiwaSetengah, required_keys
from notakesepakatan.press.documents import event_documents, planned_documents
from notakesepakatan.press.order import FORMAT_BAWAAN, Pesanan
from notakesepakatan.press.render import Dokumen, write_set
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.workspace.folders import BATAS_BYTE, FOLDER_PERISTIWA, RuangKerja
from notakesepakatan.workspace.save import save
from notakesepakatan.write.yaml import dump


def record(ruang: RuangKerja, slug: str, isi: Mapping[str, Any], sumber: Sumber | None = None) -> Path:
    """Write `agreements/<slug>/peristiwa/<day>-<kind>[-n].yaml`; nothing is ever overwritten.

    Args:
        ruang: the workspace.
        slug: the agreement.
        isi: values of `Peristiwa` as plain data, days as ISO text.
        sumber: the file they come from, where there is one.

    Raises:
        PeristiwaBermasalah: the event is incomplete or cannot be, and comes from no file.
        NaskahBermasalah: it comes from a file and is; or what is recorded already is wrong.
        KesepakatanTidakAda, SlugTidakSah, TidakDapatDitulis.
    """
    peristiwa, temuan = check_event(ruang, slug, isi, sumber)
    if temuan and sumber:
        raise NaskahBermasalah(temuan)
    if temuan or peristiwa is None:
        raise PeristiwaBermasalah([f"{t.kunci or 'peristiwa'}: {t.pesan}; {t.saran}" for t in temuan])
    folder = ruang.agreements / slug / FOLDER_PERISTIWA
    dasar = f"{peristiwa.tanggal.isoformat()}-{peristiwa.jenis.replace('_', '-')}"
    n = 1
    while (berkas := folder / (f"{dasar}.yaml" if n == 1 else f"{dasar}-{n}.yaml")).exists():
        n += 1
    save(berkas, dump(_with_days(isi)).encode(), timpa=False)
    return berkas


def check_event(
    ruang: RuangKerja, slug: str, isi: Mapping[str, Any], sumber: Sumber | None = None
) -> tuple[Peristiwa | None, list[Temuan]]:
    """An event that would be recorded, and all that is wrong with it, in its shape and against the agreement.

    Args:
        ruang: the workspace.
        slug: the agreement.
        isi: values of `Peristiwa` as plain data, days as ISO text.
        sumber: the file they come from, where there is one.

    Raises:
        NaskahBermasalah: what is recorded already is wrong.
        KesepakatanTidakAda, SlugTidakSah.
    """
    riwayat = load_riwayat(ruang, slug)
    ringkasan = load_ringkasan(ruang, slug, riwayat)
    asal = replace(sumber, data=isi) if sumber else Sumber("", "", isi, {}, {})
    peristiwa, temuan = validate(Peristiwa, asal)
    # What is there is held against the agreement even while something is missing or misspelt.
    diperiksa = peristiwa or salvage(PeristiwaSetengah, dict(isi))
    if diperiksa:
        daftar = [(str(i), satu) for i, satu in enumerate(ringkasan.peristiwa)] + [("~", diperiksa)]
        masalah = [m for nama, m in check_peristiwa(ringkasan, daftar) if nama == "~"]
        masalah += content_faults(ruang, riwayat, ringkasan, diperiksa)
        sudah = {t.kunci for t in temuan} | {kunci for kunci in required_keys(diperiksa.jenis) if not isi.get(kunci)}
        temuan += [
            Temuan(asal.tempat(m.jalur), nama_kunci(m.jalur), m.kode, m.pesan, m.saran)
            for m in masalah
            if nama_kunci(m.jalur) not in sudah
        ]
    return peristiwa, temuan + list(_unreadable(asal, isi))


def _unreadable(asal: Sumber, isi: Mapping[str, Any]) -> Iterator[Temuan]:
    """What would keep the file that is written from being read again."""
    for jalur, karakter in hidden_characters(isi):
        pesan, saran = f"karakter kendali atau tak terlihat {karakter}", "hapus karakter itu (biasanya terbawa saat menyalin)"
        yield Temuan(asal.tempat(jalur), nama_kunci(jalur), "karakter-kendali", pesan, saran)
    if len(dump(_with_days(isi)).encode(errors="replace")) > BATAS_BYTE:
        yield Temuan(asal.tempat(()), "", "terlalu-besar", "isinya lebih dari 1 MB", "ringkas uraiannya")


def read_event(berkas: Path, jenis: str) -> tuple[dict[str, Any], Sumber]:
    """An event as plain data from a file of the user's, which need not say its kind; and that file.

    Raises:
        PeristiwaBermasalah: it is of another kind, or no mapping.
        NaskahBermasalah, TidakDapatDibaca.
    """
    sumber = parse_yaml(read_limited(berkas), str(berkas))
    data = sumber.data
    if not isinstance(data, dict):
        raise PeristiwaBermasalah([f"{berkas}: di sini harus ada kunci dan nilai; lihat docs/format-yaml.md bagian 14"])
    if data.get("jenis", jenis) != jenis:
        raise PeristiwaBermasalah([f"{berkas}: jenisnya {data['jenis']}, bukan {jenis}; periksa berkasnya"])
    return {"jenis": jenis, **data}, sumber


def write_papers(ruang: RuangKerja, slug: str, berkas: Path, format_: Sequence[str] = FORMAT_BAWAAN) -> tuple[Path, ...]:
    """The papers of one recorded event, into `output/<slug>/`.

    Raises:
        NaskahBermasalah, TemplatBermasalah, TidakDapatDitulis, PustakaSistemTidakAda.
    """
    return tuple(write_set(ruang.output / slug, recorded_papers(ruang, slug, berkas), format_))


def recorded_papers(ruang: RuangKerja, slug: str, berkas: Path) -> tuple[Dokumen, ...]:
    """The same, not yet written.

    Raises:
        NaskahBermasalah, TemplatBermasalah.
    """
    penyusun = Penyusun.of(ruang.akar)
    return tuple(event_documents(ruang, slug, load_riwayat(ruang, slug), penyusun, Pesanan(), berkas))


def draft_papers(ruang: RuangKerja, slug: str, peristiwa: Peristiwa) -> tuple[Dokumen, ...]:
    """The papers that an event would have, before it is recorded; signed minutes give those of what they answer.

    Raises:
        NaskahBermasalah, TemplatBermasalah.
    """
    return tuple(planned_documents(ruang, slug, load_riwayat(ruang, slug), Penyusun.of(ruang.akar), peristiwa))


def _with_days(benda: Any) -> Any:
    """ISO days as days, so that the YAML shows them without quotes."""
    if isinstance(benda, Mapping):
        return {kunci: _with_days(isi) for kunci, isi in benda.items()}
    if isinstance(benda, list | tuple):
        return [_with_days(isi) for isi in benda]
    try:
        return parse_iso(benda) if isinstance(benda, str) else benda
    except ValueError:
        return benda
