"""An adendum revoked at the desk: seen first, then drafted as the command would."""

import pytest
import yaml

from bureau.test_adendum import DASAR
from compose.test_revocation import FIRST, SECOND
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

SLUG = "uji-cabut"
PAGE = f"/kesepakatan/{SLUG}/pencabutan/adendum-01"


def amended(meja: Uji, *papers: str) -> None:
    folder = meja.root / "agreements" / SLUG
    folder.mkdir()
    (folder / "kesepakatan.yaml").write_text(DASAR, encoding="utf-8")
    for n, paper in enumerate(papers, 1):
        (folder / f"adendum-{n:02}.yaml").write_text(paper, encoding="utf-8")


@pytest.mark.slow
def test_what_follows_is_seen_and_the_draft_is_made(meja: Uji) -> None:
    amended(meja, FIRST, SECOND)
    overview = meja.client.get(f"/kesepakatan/{SLUG}").text
    assert f'href="{PAGE}"' in overview
    page = meja.client.get(PAGE).text
    assert "Adendum Kesatu, Nomor 9/A/2025, tanggal 1 Juli 2024, dicabut dan" in page
    assert "Isi pasal empat." in meja.client.get(f"{PAGE}/sandingan").text
    guard = {"jejak": Workspace(meja.root).hash(SLUG)}
    assert meja.send(PAGE, guard).status_code == 422
    done = meja.send(PAGE, {**guard, "alasan": "keadaan pulih\r\nhasil evaluasi"})
    assert done.status_code == 303
    file = meja.root / "agreements" / SLUG / "adendum-03.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert data["mencabut"] == ["adendum-01"]
    assert data["alasan"] == ["keadaan pulih", "hasil evaluasi"]
    text = data_in_force(load_riwayat(Workspace(meja.root), SLUG), None, konsep=True)
    assert "Isi pasal empat." in text
    overview = meja.client.get(f"/kesepakatan/{SLUG}").text
    assert "Adendum Ketiga (pencabutan), mencabut Adendum Kesatu" in overview
    assert "dicabut dengan Adendum Ketiga" in overview


@pytest.mark.slow
def test_another_hand_in_between_is_seen(meja: Uji) -> None:
    amended(meja, FIRST)
    assert meja.send(PAGE, {"jejak": "lama", "alasan": "keliru"}).status_code == 409
    assert not (meja.root / "agreements" / SLUG / "adendum-02.yaml").exists()


@pytest.mark.slow
def test_why_not_is_said(meja: Uji) -> None:
    amended(meja, FIRST)
    page = meja.client.get(f"/kesepakatan/{SLUG}/pencabutan/adendum-07")
    assert "adendum-07 bukan adendum sebelum ini; sebut adendum-01" in page.text


@pytest.mark.slow
def test_a_slip_of_the_frame_is_typed_and_drafted(meja: Uji) -> None:
    amended(meja, FIRST.replace("keadaan berubah", "kebijkan nasional"))
    page = f"/kesepakatan/{SLUG}/perbaikan-adendum/adendum-01"
    assert f'href="{page}"' in meja.client.get(f"/kesepakatan/{SLUG}").text
    assert "Salah tulis pada Adendum Kesatu" in meja.client.get(page).text
    guard = {"jejak": Workspace(meja.root).hash(SLUG)}
    assert meja.send(page, guard).status_code == 422
    half = meja.send(page, {**guard, "tertulis_1": "kebijkan"})
    assert half.status_code == 422 and "isi juga ini" in half.text
    typed = {"tertulis_1": "kebijkan nasional", "seharusnya_1": "keadaan lapangan"}
    refused = meja.send(page, {**guard, **typed})
    assert refused.status_code == 409 and "bukan ejaannya" in refused.text
    typed["seharusnya_1"] = "kebijakan nasional"
    assert meja.send(page, {**guard, **typed}).status_code == 303
    file = meja.root / "agreements" / SLUG / "adendum-02.yaml"
    assert "perbaikan_adendum" in file.read_text(encoding="utf-8")
