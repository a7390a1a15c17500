"""An agreement that nobody made, with every sort of paper: what a template gives is seen on it.

Two invented bodies agree, extend what they agreed by an adendum, write letters of it and
record what happens. It is drafted from the clauses that count in a workspace to be thrown
away, so that a template tried there is tried on all it is used for.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from notakesepakatan.bureau.adendum import draft_perpanjangan
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.konsolidasi import konsolidasi_document
from notakesepakatan.bureau.new import check_jawaban
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import draft_papers
from notakesepakatan.bureau.surat import draft_pemberitahuan
from notakesepakatan.compose.adendum.papers import compose_adendum, compose_sandingan
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.peristiwa import About, Peristiwa, PeristiwaKind
from notakesepakatan.naskah import Naskah
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.layout import KESEPAKATAN_FOLDER
from notakesepakatan.workspace.save import lay

_SLUG = "contoh"
_WORD = "contoh"
_SIGNED, _LATER, _REPLY = date(2026, 1, 5), date(2026, 3, 2), date(2026, 4, 1)
_LONGER = Lama(jumlah=1, satuan="tahun")


def _pihak(word: str, number: int) -> dict[str, Any]:
    return {
        "nama": f"Lembaga Contoh {word}",
        "jabatan": f"Kepala Lembaga Contoh {word}",
        "pejabat": f"Nama {word}",
        "pejabat_pelaksana": f"Sekretaris Lembaga Contoh {word}",
        "pengangkatan": "Keputusan Contoh",
        "kedudukan": f"Jalan Contoh Nomor {number}, Kota Contoh",
        "alamat_surat": f"Jalan Contoh Nomor {number}, Kota Contoh",
        "nomor": f"{number}/CONTOH/2026",
    }


_JAWABAN: Mapping[str, Any] = {
    "instrumen": "nota-sinergi",
    "judul": "Kerja Sama Contoh",
    "tempat": "Kota Contoh",
    "para_pihak": [_pihak("Satu", 1), _pihak("Dua", 2)],
}
_MORE: Mapping[str, Any] = {
    "saksi": [{"nama": "Nama Saksi", "jabatan": "Jabatan Saksi"}],
    "halaman": {"sampul": "ya", "paraf": "ya"},
}
"""What few agreements have, so that its templates are seen too."""

_PERISTIWA: Mapping[PeristiwaKind, Mapping[str, Any]] = {
    "pemberitahuan_disusun": {"perihal": "perpanjangan", "dari": "kesatu"},
    "pemberitahuan_dikirim": {"perihal": "perpanjangan", "dari": "kesatu"},
    "pemberitahuan_diterima": {"perihal": "perpanjangan", "dari": "kesatu"},
    "perpanjangan": {"selama": "1 tahun"},
    "pengakhiran": {"sebab": "kesepakatan", "kewajiban": [{"uraian": "Laporan"}]},
    "batal": {"sebab": "kesepakatan"},
    "keadaan_kahar": {"macam": "banjir", "uraian": "Banjir setinggi satu meter."},
    "realisasi": {"tahun": "I", "baris": [{"alamat": "1", "realisasi": "terlaksana"}]},
    "musyawarah": {"pokok": "Pembiayaan", "hasil": ["Biaya ditanggung bersama"]},
    "penyerahan_rangkap": {"rangkap": 1},
}
"""An event of each kind that stands alone, by its keys beside the day."""


class SamplePaper(NamedTuple):
    """One paper.

    Attributes:
        template: the template that it is filled from, which may call for others.
        compose: makes it; raises FaultyTemplate.
    """

    template: str
    compose: Callable[[], Naskah]


def sample_papers(apart: Workspace) -> Iterator[SamplePaper]:
    """Every sort of paper of the sample, which is written into the workspace.

    Args:
        apart: a workspace to be thrown away, without agreements.

    Raises:
        FaultyNaskah: the clauses that count there make no agreement.
        FaultyTemplate: likewise.
    """
    _lay_signed(apart)
    draft_perpanjangan(Office(apart), _SLUG, _LONGER, Request())
    office = Office(apart)
    composer, riwayat = office.composer, office.riwayat(_SLUG)
    origin, adendum = riwayat.origin, riwayat.adendum[-1]
    own = partial(compose_kesepakatan, composer, origin)
    yield SamplePaper("kesepakatan.html.j2", own)
    yield SamplePaper(
        "adendum.html.j2", partial(compose_adendum, composer, adendum, ())
    )
    beside = partial(compose_sandingan, composer, adendum)
    yield SamplePaper("sandingan.html.j2", beside)
    yield SamplePaper("bagian/konsolidasi.html.j2", partial(_konsolidasi, office))
    yield from _letters(office)
    yield from _of_peristiwa(office)


def _konsolidasi(office: Office) -> Naskah:
    return konsolidasi_document(office, _SLUG, _LATER, konsep=True).naskah


def _lay_signed(apart: Workspace) -> None:
    loaded, temuan = check_jawaban(apart, _JAWABAN)
    if loaded is None:
        raise FaultyNaskah(temuan)
    text = rewrite(loaded.source.text, _signed(loaded)).replace(POINT, _WORD)
    file = f"{KESEPAKATAN_FOLDER}/{_SLUG}/kesepakatan.yaml"
    lay(apart.root, {file: text.encode()}.items())


def _signed(loaded: Loaded) -> dict[str, Any]:
    place = loaded.source.data.get("penandatanganan") or {}
    dated = {**place, "tanggal": _SIGNED.isoformat()}
    return {**loaded.source.data, **_MORE, "penandatanganan": dated}


def _letters(office: Office) -> Iterator[SamplePaper]:
    """A notice of each kind, and its receipt."""
    kinds: tuple[About, ...] = ("perpanjangan", "pengakhiran")
    names = ("surat/pemberitahuan.html.j2", "surat/tanda-terima.html.j2")
    for perihal in kinds:
        surat = Pemberitahuan(perihal, 0, _LATER, _REPLY, alasan=_WORD)
        for i, name in enumerate(names):
            yield SamplePaper(name, partial(_letter, office, surat, i))


def _letter(office: Office, surat: Pemberitahuan, which: int) -> Naskah:
    return draft_pemberitahuan(office, _SLUG, surat).documents[which].naskah


def _of_peristiwa(office: Office) -> Iterator[SamplePaper]:
    """The papers of events, also those that an office has added."""
    for name, kind in office.composer.kinds.items():
        if kind.peristiwa in _PERISTIWA:
            peristiwa = Peristiwa(
                jenis=kind.peristiwa, tanggal=_LATER, **_PERISTIWA[kind.peristiwa]
            )
            paper = partial(_paper_of, office, peristiwa, name)
            yield SamplePaper(kind.templat, paper)


def _paper_of(office: Office, peristiwa: Peristiwa, name: str) -> Naskah:
    papers = draft_papers(office, _SLUG, peristiwa)
    return next(one.naskah for one in papers if one.nama.endswith(f"-{name}"))
