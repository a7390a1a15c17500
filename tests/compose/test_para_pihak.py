"""Who signs, and by what right: kuasa, several signatories of one party, the block of parties as sentence or lines."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from baca import docx_lines, nota, pdf_pages
from bureau.test_peristiwa import cases
from conftest import MINIMAL, write_all
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import change_sentences, compose_adendum
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.frame import penandatanganan_frame
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.kinds import load_documents
from notakesepakatan.compose.peristiwa import compose_document
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.rules import check, read_kesepakatan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.model.kesepakatan import Penandatanganan
from notakesepakatan.model.para_pihak import Kuasa, PenandaTangan
from notakesepakatan.write.txt import write_txt

Ruang = Callable[..., Path]
COMPOSER = Composer(Template(None))

KUASA = """\
  kalimat: "[[jabatan]], berdasarkan [[kuasa]] disebut [[sebutan]];"
  kuasa: { pemberi: Bupati Contoh, nomor: 180/12/2027, tanggal: 2027-01-04 }
"""
WITH_KUASA = MINIMAL.replace("  kedudukan: Jakarta\n", f"  kedudukan: Jakarta\n{KUASA}")
SIGNED = "penandatanganan: { tempat: Contoh, tanggal: 2027-02-01 }\n"


def load(yaml: str) -> Loaded:
    return parse_kesepakatan(yaml.encode(), "uji")


def signed(yaml: str) -> str:
    """The same text, signed by both."""
    return yaml.replace("  jabatan", "  pejabat: ANI\n  nomor: 1/A\n  jabatan") + SIGNED


def paper(loaded: Loaded) -> str:
    return write_txt(compose_kesepakatan(COMPOSER, loaded)).decode()


def adendum_of(yaml: str, change: str) -> LoadedAdendum:
    """A change on top of the same text, signed."""
    return parse_adendum(
        change.encode(), "adendum-01.yaml", Riwayat(load(signed(yaml)))
    )


def test_kuasa_stands_in_the_sentence_of_its_party() -> None:
    assert load(WITH_KUASA).reading.para_pihak[0].kalimat == (
        "Kepala, berdasarkan Surat Kuasa Bupati Contoh Nomor 180/12/2027"
        " tanggal 4 Januari 2027 disebut PIHAK KESATU;"
    )


def test_parts_of_kuasa_are_values_of_their_own() -> None:
    yaml = WITH_KUASA.replace(
        "isi: Isi.",
        'isi: "[[para_pihak.kesatu.kuasa.nomor]], [[para_pihak.kesatu.kuasa.tanggal]]"',
    )
    assert load(yaml).reading.pasal[0].isi == "180/12/2027, 4 Januari 2027"


def test_a_draft_has_dots_for_what_its_kuasa_lacks() -> None:
    yaml = WITH_KUASA.replace(", nomor: 180/12/2027, tanggal: 2027-01-04", "")
    sentence = load(yaml).reading.para_pihak[0].kalimat or ""
    assert "Bupati Contoh Nomor ……………… tanggal ……………… disebut" in sentence


@pytest.mark.parametrize(
    ("lacks", "told"),
    [
        (", nomor: 180/12/2027", r"kuasa: nomor surat kuasa belum diisi"),
        (", tanggal: 2027-01-04", r"kuasa: tanggal surat kuasa belum diisi"),
    ],
)
def test_a_signed_text_tells_its_kuasa(lacks: str, told: str) -> None:
    load(signed(WITH_KUASA))
    with pytest.raises(FaultyNaskah, match=told):
        load(signed(WITH_KUASA.replace(lacks, "")))


def test_a_sentence_of_kuasa_without_kuasa_is_told() -> None:
    without = WITH_KUASA.replace(KUASA.splitlines()[1] + "\n", "")
    with pytest.raises(FaultyNaskah, match="kuasa belum diisi"):
        load(signed(without))


def test_another_signer_of_a_later_paper_needs_a_kuasa_of_his_own() -> None:
    k = load(WITH_KUASA).kesepakatan
    paper = Penandatanganan.model_validate({"tanggal": "2028-01-04"})
    same, other, own = (
        penandatanganan_frame(k, paper, [one]).para_pihak[0]
        for one in (
            PenandaTangan(nomor="1/A"),
            PenandaTangan(pejabat="BUDI"),
            PenandaTangan(pejabat="BUDI", kuasa=Kuasa(nomor="9/K")),
        )
    )
    assert same.kuasa == k.para_pihak[0].kuasa
    assert other.kuasa is None and "berdasarkan ………………" in (other.kalimat or "")
    assert "Surat Kuasa Nomor 9/K" in (own.kalimat or "")


def test_the_same_signer_named_again_keeps_his_lines_and_his_kuasa() -> None:
    yaml = signed(WITH_KUASA).replace("  kuasa:", "  bawah_nama: NIP 1\n  kuasa:")
    k = load(yaml).kesepakatan
    same = PenandaTangan(pejabat="ANI", jabatan="Kepala")
    pihak = penandatanganan_frame(k, Penandatanganan(), [same]).para_pihak[0]
    assert pihak.kuasa == k.para_pihak[0].kuasa and pihak.bawah_nama == ("NIP 1",)


SECOND = """\
  penanda_tangan_lain:
  - { pejabat: CITRA, jabatan: Wakil Ketua, bawah_nama: NIP 2 }
"""
TWO_FOR_ONE = MINIMAL.replace("  kedudukan: Bogor\n", f"  kedudukan: Bogor\n{SECOND}")


@pytest.mark.slow
def test_two_who_sign_for_one_party_stand_in_opening_and_signatures() -> None:
    naskah = compose_kesepakatan(COMPOSER, load(signed(TWO_FOR_ONE)))
    written = write_all(naskah)
    for lines in (written.txt.splitlines(), docx_lines(written.docx)):
        assert (
            "II. ANI dan CITRA : Ketua dan Wakil Ketua di Bogor disebut PIHAK KEDUA."
            in lines
        )
        assert "PIHAK KESATU,\tPIHAK KEDUA,\t" in lines
        assert "KEPALA\tKETUA\tWAKIL KETUA" in lines
        assert "ANI\tANI\tCITRA NIP 2" in lines
    (page,) = pdf_pages(written.pdf)
    assert "WAKIL KETUA" in page and "CITRA" in page


def test_each_who_signs_a_dated_text_has_a_name() -> None:
    with pytest.raises(FaultyNaskah, match=r"penanda_tangan_lain\[1\]: pejabat belum"):
        load(signed(TWO_FOR_ONE.replace("pejabat: CITRA, ", "")))
    assert "WAKIL KETUA" in paper(load(TWO_FOR_ONE.replace("pejabat: CITRA, ", "")))


@pytest.mark.slow
def test_who_signs_beside_may_change_with_an_adendum() -> None:
    letak = "letak: para pihak kedua penanda tangan lain"
    change = f"perubahan: [{{tindakan: ubah, {letak}, menjadi: [{{jabatan: Sekretaris, pejabat: DEWI}}]}}]"
    loaded = adendum_of(TWO_FOR_ONE, change)
    text = write_txt(compose_adendum(COMPOSER, loaded, ())).decode()
    assert change_sentences(COMPOSER, loaded) == [
        "Keterangan mengenai PIHAK KEDUA diubah sehingga berbunyi sebagai berikut:"
    ]
    assert "ANI dan DEWI : Ketua dan Sekretaris di Bogor" in text
    assert "KEPALA\tKETUA\tSEKRETARIS" in text


def test_signatures_alone_are_told_by_whose_they_are() -> None:
    without_opening = re.sub(r"\n  pihak: .*", "", TWO_FOR_ONE)
    change = (
        "perubahan: [{tindakan: hapus, letak: para pihak kedua penanda tangan lain}]"
    )
    loaded = adendum_of(without_opening, change)
    (told,) = change_sentences(COMPOSER, loaded)
    assert told.startswith("Tanda tangan PIHAK KEDUA diubah")
    text = write_txt(compose_adendum(COMPOSER, loaded, ())).decode()
    assert "\nPIHAK KEDUA: KETUA, ANI\n" in text


def test_an_adendum_may_be_signed_by_one_alone() -> None:
    change = "para_pihak: [{}, {penanda_tangan_lain: []}]\nperubahan: [{tindakan: ubah, letak: Pasal 1 isi, menjadi: Lain.}]"
    loaded = adendum_of(TWO_FOR_ONE, change)
    text = write_txt(compose_adendum(COMPOSER, loaded, ())).decode()
    assert "CITRA" not in text and "KEPALA\tKETUA\n" in text


def test_a_letter_is_signed_by_all_who_sign_for_the_party(ruang: Ruang) -> None:
    root = ruang(signed(TWO_FOR_ONE) + "tenggat: { pemberitahuan: 3 bulan }\n")
    sent = (
        "pemberitahuan",
        "perpanjangan",
        "uji",
        "--dari",
        "kedua",
        "--format",
        "txt",
    )
    answer = nota(root, *sent, "--tanggal", "2028-06-01")
    assert answer.exit_code == 0, answer.output
    (letter,) = root.glob("output/uji/surat/*-pemberitahuan-perpanjangan.txt")
    assert "Ketua,\tWakil Ketua,\nAni\tCitra" in letter.read_text()
    by_another = (*sent, "--tanggal", "2028-06-02", "--pejabat", "EKA")
    assert nota(root, *by_another).exit_code == 0
    letter = max(root.glob("output/uji/surat/*-pemberitahuan-perpanjangan.txt"))
    assert "Eka" in letter.read_text() and "Citra" not in letter.read_text()


AS_LINES = TWO_FOR_ONE.replace(
    "[[jabatan]] di [[kedudukan]] disebut",
    "dalam hal ini bertindak untuk dan atas nama [[bertindak_atas_nama]], disebut",
).replace("kalimat:\n", "susunan: { para_pihak: baris }\nkalimat:\n", 1)
LINES = [
    "II.\tNama\t:\tANI",
    "\tJabatan\t:\tKetua",
    "\tNama\t:\tCITRA",
    "\tJabatan\t:\tWakil Ketua",
    "\tAlamat\t:\tBogor",
    "\tdalam hal ini bertindak untuk dan atas nama Badan B, disebut PIHAK KEDUA.\t\t",
]


@pytest.mark.slow
def test_parties_may_stand_in_lines() -> None:
    written = write_all(compose_kesepakatan(COMPOSER, load(signed(AS_LINES))))
    for lines in (written.txt.splitlines(), docx_lines(written.docx)):
        start = lines.index(LINES[0])
        assert lines[start : start + len(LINES)] == LINES
    page = pdf_pages(written.pdf)[0]
    assert "Alamat : Bogor" in " ".join(page.split())
    assert 'id="para_pihak.kedua"' in written.html


def test_kuasa_is_a_line_of_its_own_there() -> None:
    kuasa = "  kuasa: { nomor: 9/K, tanggal: 2027-01-04 }\n"
    text = paper(load(AS_LINES.replace(SECOND, kuasa)))
    assert "\tKuasa\t:\tSurat Kuasa Nomor 9/K tanggal 4 Januari 2027" in text
    assert "II.\tNama\t:\t………………" in text, "a draft has dots"


def test_lines_stand_without_a_sentence() -> None:
    sentence = next(line for line in AS_LINES.splitlines() if "  pihak: " in line)
    text = paper(load(AS_LINES.replace(f"{sentence}\n", "")))
    assert "II.\tNama" in text and "dalam hal ini" not in text


@pytest.mark.parametrize("key", ["kedudukan", "pejabat"])
def test_an_adendum_tells_a_party_in_lines_as_a_whole(key: str) -> None:
    change = (
        f"perubahan: [{{tindakan: ubah, letak: para pihak kedua {key}, menjadi: BARU}}]"
    )
    loaded = adendum_of(AS_LINES, change)
    assert change_sentences(COMPOSER, loaded) == [
        "Keterangan mengenai PIHAK KEDUA diubah sehingga berbunyi sebagai berikut:"
    ]
    text = write_txt(compose_adendum(COMPOSER, loaded, ())).decode()
    assert text.count("\t:\tBARU\n") == 2, "as signed today, and as it reads anew"
    riwayat = Riwayat(load(signed(AS_LINES)), (loaded,))
    whole = compose_konsolidasi(
        COMPOSER,
        riwayat,
        date(2027, 3, 1),
        b"",
        konsep=True,
    )
    note = "[diubah dengan Adendum Kesatu]"
    assert f"disebut PIHAK KEDUA. {note}" in write_txt(whole).decode()


def test_an_adendum_may_name_a_party_more_in_lines() -> None:
    third = "{nama: Badan C, jabatan: Wali, pejabat: DEWI, kedudukan: Solo}"
    first = load(signed(AS_LINES)).tree["para_pihak"]
    change = f"perubahan: [{{tindakan: ubah, letak: para pihak, menjadi: {[*first]} }}]"
    change = change.replace("}]} ]", "}]").replace("] }]", f", {third}] }}]")
    told = change_sentences(COMPOSER, adendum_of(AS_LINES, change))
    assert any("PIHAK KETIGA ditambahkan" in words for words in told)
    assert not any("Blok" in words for words in told)


def test_minutes_name_the_parties_the_same_way(ruang: Ruang) -> None:
    event = "jenis: musyawarah\ntanggal: 2027-03-01\npokok: Anggaran\ntempat: Solo\n"
    root = ruang(
        signed(AS_LINES),
        **{"agreements/uji/peristiwa/2027-03-01-musyawarah.yaml": event},
    )
    ((name, case),) = cases(root, "uji")
    minutes = compose_document(COMPOSER, load_documents(COMPOSER.templat)[name], case)
    text = write_txt(minutes).decode()
    assert "\tNama\t:\tCITRA\n\tJabatan\t:\tWakil Ketua\n" in text
    assert "\tdalam hal ini bertindak untuk dan atas nama Badan B, selanjutnya" in text


OWN_DAYS = """\
para_pihak:
- { nomor: 1/A, penandatanganan: { tempat: Solo, tanggal: 2027-05-03 } }
- { nomor: 2/B, penandatanganan: { tempat: Bogor, tanggal: 2027-05-10 } }
saksi: [{ nama: EKA, jabatan: Camat Contoh }]
mengetahui: [{ nama: FAJAR }]
alasan: [keadaan berubah]
perubahan: [{ tindakan: ubah, letak: Pasal 1 isi, menjadi: Lain. }]
"""


@pytest.mark.slow
def test_parties_may_sign_an_adendum_on_days_of_their_own() -> None:
    loaded = adendum_of(MINIMAL, OWN_DAYS)
    assert loaded.adendum.signed == loaded.in_force == date(2027, 5, 10)
    naskah = compose_adendum(COMPOSER, loaded, ())
    written = write_all(naskah)
    for lines in (written.txt.splitlines(), docx_lines(written.docx)):
        assert "Solo, 3 Mei 2027\tBogor, 10 Mei 2027" in lines
        assert any("pada tempat dan tanggal yang tercantum di" in one for one in lines)
    assert naskah.tanggal == date(2027, 5, 10)


def test_an_adendum_may_have_who_signs_beside_the_parties() -> None:
    beside = "saksi: [{ nama: GITA }]\n"
    text = write_txt(
        compose_adendum(COMPOSER, adendum_of(MINIMAL + beside, OWN_DAYS), ())
    )
    order = ["Saksi:", "Camat Contoh", "EKA", "Mengetahui,", "FAJAR"]
    places = [text.decode().index(words) for words in order]
    assert places == sorted(places) and b"GITA" not in text
    without = re.sub("(saksi|mengetahui): .*\n", "", OWN_DAYS)
    text = write_txt(
        compose_adendum(COMPOSER, adendum_of(MINIMAL + beside, without), ())
    )
    assert b"Saksi" not in text, "those of the agreement are not those of its adendum"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            OWN_DAYS.replace(
                "- { nomor: 2/B, penandatanganan: { tempat: Bogor, tanggal: 2027-05-10 } }\n",
                "",
            ),
            "hari menandatangani ditulis bagi 1 dari 2 pihak",
        ),
        (OWN_DAYS.replace("tempat: Bogor, ", ""), "tempat belum diisi"),
        (OWN_DAYS.replace("{ nama: FAJAR }", "{ jabatan: Camat }"), "nama belum diisi"),
        (OWN_DAYS.replace("EKA", '"[[jenis]]"'), "kurung siku ganda tidak diisi"),
    ],
)
def test_what_an_adendum_lacks_is_said(change: str, told: str) -> None:
    with pytest.raises(FaultyNaskah, match=told):
        adendum_of(MINIMAL, change)


def test_an_adendum_is_a_draft_until_the_last_has_signed() -> None:
    waiting = OWN_DAYS.replace(", tanggal: 2027-05-10", "")
    assert adendum_of(MINIMAL, waiting).adendum.konsep


def test_parties_may_sign_minutes_on_days_of_their_own(ruang: Ruang) -> None:
    event = (
        "jenis: musyawarah\ntanggal: 2027-03-01\npokok: Anggaran\ntempat: Solo\npara_pihak:\n"
        "- {}\n- { penandatanganan: { tempat: Bogor, tanggal: 2027-03-09 } }\n"
    )
    root = ruang(
        signed(MINIMAL),
        **{"agreements/uji/peristiwa/2027-03-01-musyawarah.yaml": event},
    )
    ((name, case),) = cases(root, "uji")
    minutes = compose_document(COMPOSER, load_documents(COMPOSER.templat)[name], case)
    assert "\tBogor, 9 Maret 2027\n" in write_txt(minutes).decode()


def test_a_kuasa_that_no_sentence_names_is_found() -> None:
    def codes(yaml: str) -> set[str]:
        return {
            rule.kode for rule, _ in check(read_kesepakatan(load(yaml).kesepakatan))
        }

    unnamed = WITH_KUASA.replace("berdasarkan [[kuasa]] ", "")
    assert "SAMA-KUASA" in codes(unnamed) and "SAMA-KUASA" not in codes(WITH_KUASA)
    in_lines = unnamed.replace(
        "kalimat:\n", "susunan: { para_pihak: baris }\nkalimat:\n"
    )
    assert "SAMA-KUASA" not in codes(in_lines), "a line of its own prints it"


def _alone(sentence: str) -> str:
    susunan = "susunan: { para_pihak: kalimat_saja }\nkalimat:\n"
    yaml = MINIMAL.replace("kalimat:\n", susunan, 1)
    own = '  pihak: "[[jabatan]] di [[kedudukan]] disebut [[sebutan]]."'
    assert own in yaml
    return yaml.replace(own, f'  pihak: "{sentence}"')


def test_a_sentence_alone_begins_with_the_body() -> None:
    yaml = _alone("[[nama]], diwakili oleh [[pejabat]], disebut [[sebutan]];")
    assert "\nI. Badan A, diwakili oleh ANI, disebut" in paper(load(signed(yaml)))
    assert "\nI. Badan A, diwakili oleh ………………, disebut" in paper(load(yaml))
    adendum = adendum_of(
        yaml,
        "penandatanganan: { tempat: Contoh, tanggal: 2027-03-01 }\n"
        "para_pihak: [{ nomor: 1, pejabat: BUDI }, { nomor: 2 }]\nalasan: [a]\n"
        "perubahan: [{ tindakan: ubah, letak: Pasal 1 isi, menjadi: Lain. }]\n",
    )
    text = write_txt(compose_adendum(COMPOSER, adendum, ())).decode()
    assert "\nI. Badan A, diwakili oleh BUDI, disebut" in text


def test_one_that_begins_with_the_office_has_the_name_before_it() -> None:
    yaml = _alone("[[jabatan]], disebut [[sebutan]];")
    assert "\nI. ANI : Kepala, disebut" in paper(load(signed(yaml)))


def test_recitals_may_bear_numbers_and_legal_bases_letters() -> None:
    yaml = MINIMAL + (
        "susunan: { pertimbangan: angka, dasar_hukum: huruf }\n"
        "pertimbangan: [Bahwa A ada., Bahwa B ada.]\ndasar_hukum: [UUD 1945, KUH Perdata]\n"
    )
    text = paper(load(yaml))
    assert "\n1. Bahwa A ada.\n2. Bahwa B ada.\n" in text
    assert "\na. UUD 1945;\nb. KUH Perdata;\n" in text
    adendum = adendum_of(
        yaml,
        "penandatanganan: { tempat: Contoh, tanggal: 2027-03-01 }\n"
        "para_pihak: [{ nomor: 1 }, { nomor: 2 }]\nalasan: [a]\n"
        "perubahan:\n"
        "- { tindakan: ubah, letak: pertimbangan huruf b, menjadi: Bahwa C ada. }\n",
    )
    whole = write_txt(compose_adendum(COMPOSER, adendum, ())).decode()
    assert "pertimbangan huruf b" not in whole
    assert "1. Bahwa A ada.\n2. Bahwa C ada.\n" in whole


def test_long_names_of_lines_have_room_in_every_party() -> None:
    yaml = MINIMAL.replace("kalimat:\n", "susunan: { para_pihak: baris }\nkalimat:\n")
    narrow = compose_kesepakatan(COMPOSER, load(yaml)).isi
    label = "  baris: [{ label: Tempat/Tanggal Lahir, isi: Bogor }]\n"
    long = yaml.replace("  kedudukan: Bogor\n", "  kedudukan: Bogor\n" + label)
    wide = compose_kesepakatan(COMPOSER, load(long)).isi
    assert narrow.count("width:17%") == 2 and "width:17%" not in wide
    assert wide.count("width:33%") == 2


@pytest.mark.parametrize(
    ("pasal", "room"),
    [("isi: Isi.", 0), ("ayat: [Satu., Dua.]", 1), ("huruf: [satu; dan, dua.]", 1)],
)
def test_a_list_at_the_end_has_room_above_the_signatures(pasal: str, room: int) -> None:
    naskah = compose_kesepakatan(COMPOSER, load(MINIMAL.replace("isi: Isi.", pasal)))
    assert naskah.isi.count('class="sela-tanda-tangan"') == room
    closing = "kalimat:\n  penutup: Demikian.\n"
    closed = MINIMAL.replace("isi: Isi.", pasal).replace("kalimat:\n", closing, 1)
    naskah = compose_kesepakatan(COMPOSER, load(closed))
    assert 'class="sela-tanda-tangan"' not in naskah.isi


@pytest.mark.parametrize(
    ("susunan", "head", "label"),
    [
        ("{}", "Pasal 1", "II. "),
        ("{ kata_pasal: PASAL }", "PASAL 1", "II. "),
        ("{ kata_pasal: PASAL, pasal: romawi }", "PASAL I", "II. "),
        ("{ label_pihak: angka }", "Pasal 1", "2. "),
        ("{ label_pihak: huruf }", "Pasal 1", "b. "),
        ("{ label_pihak: tanpa_nomor }", "Pasal 1", ""),
    ],
)
def test_heads_and_labels_as_the_agreement_chooses(
    susunan: str, head: str, label: str
) -> None:
    yaml = f"susunan: {susunan}\n{MINIMAL}"
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    lines = write_txt(compose_kesepakatan(COMPOSER, loaded)).decode().splitlines()
    assert any(line.split(" SATU")[0] == head for line in lines)
    second = loaded.reading.para_pihak[1]
    said = f"{label}{second.pejabat or '………………'} : "
    assert [line for line in lines if line.startswith(said)]
