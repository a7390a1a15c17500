"""The change of a signed agreement at the desk: what `nota adendum` would make, seen before it is made."""

import re
from pathlib import Path

import pytest
import yaml

from conftest import CONTOH
from notakesepakatan.bureau.adendum import draft_from
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.bureau.office import Office
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

SLUG = "contoh-sampah-2025"
ALAMAT = f"/kesepakatan/{SLUG}/ubah"
KALIMAT = "Biaya ditanggung oleh PARA PIHAK menurut anggaran masing-masing."


def mark(meja: Uji, alamat: str = ALAMAT) -> str:
    """The state that the page shows that it has seen."""
    cocok = re.search(r'name="tanda" value="([^"]+)"', meja.client.get(alamat).text)
    assert cocok
    return cocok[1]


def put(meja: Uji, nama: str, isi: str, alamat: str = ALAMAT) -> dict[str, str]:
    jawab = meja.kirim_json(
        f"{alamat}/ketik", {"tanda": mark(meja, alamat), "isian": {nama: isi}}
    )
    assert jawab.status_code == 200
    data: dict[str, str] = jawab.get_json()
    return data


def adenda(meja: Uji, slug: str = SLUG) -> list[str]:
    return sorted(b.name for b in (meja.root / "agreements" / slug).glob("adendum-*"))


def field_of(meja: Uji, kunci: str, ekor: str = "isi") -> str:
    pasal = load_riwayat(Workspace(meja.root), SLUG).origin.kesepakatan.pasal
    return f"pasal.{next(i for i, p in enumerate(pasal) if p.kunci == kunci)}.{ekor}"


@pytest.mark.slow
def test_typed_shown_and_made_as_the_command_would(meja: Uji, tmp_path: Path) -> None:
    ruang = Workspace(meja.root)
    jawab = put(meja, field_of(meja, "pembiayaan"), KALIMAT)
    assert (
        "Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:" in jawab["temuan"]
        and "ubah Pasal 6" in jawab["temuan"]
    )
    assert "ditanggung oleh PARA PIHAK" in jawab["naskah"]  # the sandingan
    assert adenda(meja) == []
    assert "1 perubahan" in meja.client.get(f"{ALAMAT}/periksa").text
    isi = {
        "jenis": "adendum",
        "alasan": "terjadi perubahan kebijakan\r\nhasil evaluasi",
    }
    assert "Pasal 6 diubah" in meja.send(f"{ALAMAT}/naskah", isi).text
    assert (
        "ditanggung oleh PARA PIHAK"
        in meja.send(f"{ALAMAT}/naskah", isi | {"sandingan": "ya"}).text
    )
    jawab_buat = meja.send(f"{ALAMAT}/buat", isi | {"tanda": mark(meja)})
    assert jawab_buat.status_code == 303 and adenda(meja) == ["adendum-01.yaml"]
    berkas = meja.root / f"agreements/{SLUG}/adendum-01.yaml"
    dari_meja = berkas.read_text()
    berkas.unlink()
    baru = yaml.safe_load(data_in_force(load_riwayat(ruang, SLUG), None))
    baru["pasal"][5]["isi"] = KALIMAT
    (tmp_path / "baru.yaml").write_text(yaml.safe_dump(baru, allow_unicode=True))
    draft_from(
        Office(ruang),
        SLUG,
        tmp_path / "baru.yaml",
        Request(alasan=("terjadi perubahan kebijakan", "hasil evaluasi")),
    )
    assert berkas.read_text() == dari_meja
    assert "membuat konsep adendum" in meja.client.get("/jejak").text
    assert (
        "Belum ada perubahan"
        not in put(meja, field_of(meja, "pembiayaan"), "Lain.")["temuan"]
    )


@pytest.mark.slow
def test_shape_changes_and_back(meja: Uji) -> None:
    nama = field_of(meja, "pembiayaan", "")[:-1]
    jawab = meja.kirim_json(
        f"{ALAMAT}/ketik", {"tanda": mark(meja), "tindakan": f"hapus {nama}"}
    ).get_json()
    assert (
        "Pasal 6 dihapus." in jawab["temuan"] and "PEMBIAYAAN" not in jawab["formulir"]
    )
    jawab = meja.kirim_json(
        f"{ALAMAT}/ketik", {"tanda": jawab["tanda"], "tindakan": "urung"}
    ).get_json()
    assert (
        "Belum ada perubahan" in jawab["temuan"] and "PEMBIAYAAN" in jawab["formulir"]
    )
    jawab_salah = meja.kirim_json(
        f"{ALAMAT}/ketik", {"tanda": jawab["tanda"], "tindakan": "hapus pasal.99"}
    )
    assert jawab_salah.status_code == 422


@pytest.mark.slow
def test_without_script(meja: Uji) -> None:
    nama = field_of(meja, "pembiayaan")
    jawab = meja.send(
        ALAMAT,
        {"tanda": mark(meja), nama: KALIMAT, "tindakan": "periksa"},
        follow_redirects=True,
    )
    assert "Periksa perubahan" in jawab.text and "1 perubahan" in jawab.text
    jawab = meja.send(ALAMAT, {"tanda": "0-lama", nama: "Lain."})
    assert jawab.status_code == 409


@pytest.mark.slow
def test_faults_stay_beside_their_fields_and_nothing_is_made(meja: Uji) -> None:
    jawab = put(meja, "jangka_waktu", "lama sekali")
    assert jawab["ruas"]["jangka_waktu"]  # type: ignore[index]
    assert (
        meja.send(
            f"{ALAMAT}/buat", {"jenis": "adendum", "tanda": mark(meja)}
        ).status_code
        == 422
    )
    assert meja.send(f"{ALAMAT}/naskah", {"jenis": "adendum"}).status_code == 422
    put(meja, "jangka_waktu", "3 tahun")
    jawab_buat = meja.send(
        f"{ALAMAT}/buat",
        {"jenis": "adendum", "tanda": mark(meja), "alasan": "Tetap ada"},
    )
    assert (
        jawab_buat.status_code == 422
        and "ada yang berubah" in jawab_buat.text
        and "Tetap ada" in jawab_buat.text
    )
    put(meja, "jangka_waktu", "5 tahun")
    jawab_buat = meja.send(
        f"{ALAMAT}/buat", {"jenis": "perbaikan", "tanda": mark(meja)}
    )
    assert (
        jawab_buat.status_code == 422
        and "lebih dari kekeliruan penulisan" in jawab_buat.text
    )
    assert (
        meja.send(f"{ALAMAT}/buat", {"jenis": "lain", "tanda": mark(meja)}).status_code
        == 422
    )
    assert adenda(meja) == []


@pytest.mark.long
@pytest.mark.slow
def test_a_draft_adendum_stands_below_or_is_replaced(meja: Uji) -> None:
    alamat = f"/kesepakatan/{CONTOH}/ubah"
    assert adenda(meja, CONTOH) == ["adendum-01.yaml"]
    put(meja, "jangka_waktu", "6 tahun", alamat)
    assert (
        "Gantikan konsep adendum yang terakhir"
        in meja.client.get(f"{alamat}/periksa").text
    )
    isi = {"jenis": "adendum", "tanda": mark(meja, alamat)}
    assert (
        "masih konsep; adendum ini disusun di atasnya"
        in meja.send(f"{alamat}/buat", isi, follow_redirects=True).text
    )
    assert adenda(meja, CONTOH) == ["adendum-01.yaml", "adendum-02.yaml"]
    put(meja, "jangka_waktu", "7 tahun", alamat)
    isi = {"jenis": "adendum", "tanda": mark(meja, alamat), "ganti": "ya"}
    assert meja.send(f"{alamat}/buat", isi).status_code == 303
    assert adenda(meja, CONTOH) == ["adendum-01.yaml", "adendum-02.yaml"]
    assert "7 tahun" in (meja.root / f"agreements/{CONTOH}/adendum-02.yaml").read_text()


@pytest.mark.slow
def test_another_hand_in_between(meja: Uji) -> None:
    nama = field_of(meja, "pembiayaan")
    put(meja, nama, KALIMAT)
    tanda = mark(meja)
    berkas = meja.root / f"agreements/{SLUG}/kesepakatan.yaml"
    berkas.write_text(
        berkas.read_text().replace(
            "Pengelolaan Sampah Lintas", "Penanganan Sampah Lintas"
        )
    )
    jawab = meja.send(f"{ALAMAT}/buat", {"jenis": "adendum", "tanda": tanda})
    assert (
        jawab.status_code == 409
        and "diubah orang lain" in jawab.text
        and adenda(meja) == []
    )
    meja.send(f"{ALAMAT}/ulang", {"gabung": "ya"})
    teks = meja.client.get(f"{ALAMAT}/periksa").text
    assert "1 perubahan" in teks and "Pasal 6" in teks
    assert (
        meja.send(
            f"{ALAMAT}/buat", {"jenis": "adendum", "tanda": mark(meja)}
        ).status_code
        == 303
    )
    put(meja, nama, "Lain.")
    meja.send(f"{ALAMAT}/ulang")
    assert "Belum ada perubahan" in meja.client.get(ALAMAT).text


@pytest.mark.slow
@pytest.mark.parametrize(
    "muatan", ["<script>alert(1)</script>", "{{7*7}}", "=1+1", "../../x", "satu\r\ndua"]
)
def test_payloads_stay_text(meja: Uji, muatan: str) -> None:
    jawab = put(meja, field_of(meja, "pembiayaan"), f"Biaya {muatan} PIHAK.")
    isi = {"jenis": "adendum", "alasan": muatan, "tanda": mark(meja)}
    for teks in (
        jawab["naskah"],
        meja.client.get(ALAMAT).text,
        meja.send(f"{ALAMAT}/naskah", isi).text,
    ):
        assert "<script>alert" not in teks and ("{{7*7}}" in teks) == (
            muatan == "{{7*7}}"
        )
    assert meja.send(f"{ALAMAT}/buat", isi).status_code == 303
    assert " ".join(muatan.split()) in " ".join(
        (meja.root / f"agreements/{SLUG}/adendum-01.yaml").read_text().split()
    )


@pytest.mark.slow
def test_drafts_and_readers(meja_kantor: "type[Uji]") -> None:
    meja = meja_kantor(ani="pembaca", budi="penyusun")  # type: ignore[call-arg]
    meja.masuk("ani")
    assert (
        meja.client.get(ALAMAT).status_code
        == 403
        == meja.send(f"{ALAMAT}/buat").status_code
    )
    meja.masuk("budi")
    assert meja.client.get(ALAMAT).status_code == 200
    berkas = meja.root / f"agreements/{CONTOH}/adendum-01.yaml"
    berkas.unlink()
    berkas = berkas.with_name("kesepakatan.yaml")
    berkas.write_text(berkas.read_text().replace("  tanggal: 2022-06-16\n", ""))
    assert meja.client.get(f"/kesepakatan/{CONTOH}/ubah").status_code == 422


@pytest.mark.slow
def test_an_agreement_that_is_over_says_so(meja: Uji) -> None:
    over = "jangka waktunya tidak diperpanjang dengan adendum"
    assert over in meja.client.get(ALAMAT).text
    assert over not in meja.client.get(f"/kesepakatan/{CONTOH}/ubah").text


@pytest.mark.slow
def test_from_when_it_is_in_force_is_typed(meja: Uji) -> None:
    put(meja, field_of(meja, "pembiayaan"), KALIMAT)
    sent = {"jenis": "adendum", "alasan": "x", "tanda": mark(meja, f"{ALAMAT}/periksa")}
    wrong = meja.send(f"{ALAMAT}/buat", {**sent, "berlaku": "31 Februari 2029"})
    assert wrong.status_code == 422 and "tidak terbaca" in wrong.text
    assert adenda(meja) == []
    made = meja.send(f"{ALAMAT}/buat", {**sent, "berlaku": "gedung selesai dibangun"})
    assert made.status_code == 303
    file = meja.root / "agreements" / SLUG / "adendum-01.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert data["saat_berlaku"] == "gedung selesai dibangun"
