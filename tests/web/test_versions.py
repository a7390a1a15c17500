"""Older versions at the desk: seen, compared in words, brought back."""

from collections.abc import Callable

import pytest

from conftest import MINIMAL
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

PAGE = "/kesepakatan/uji/versi"
OTHER = MINIMAL.replace("- judul: SATU", "- judul: SATU BARU")


def begin(meja: Uji) -> Workspace:
    """A draft of two versions."""
    workspace = Workspace(meja.root)
    folder = meja.root / "agreements/uji"
    folder.mkdir()
    (folder / "kesepakatan.yaml").write_text(MINIMAL)
    with workspace.act("menyimpan konsep", "uji", "ani") as act:
        act.write(workspace.file("uji"), OTHER.encode())
    return workspace


@pytest.mark.slow
def test_a_version_is_seen_and_brought_back(meja: Uji) -> None:
    workspace = begin(meja)
    assert f'href="{PAGE}"' in meja.client.get("/kesepakatan/uji").text
    listed = meja.client.get(PAGE).text
    assert f'href="{PAGE}/1"' in listed
    assert "menyimpan konsep" in listed
    first = meja.client.get(f"{PAGE}/1").text
    assert "Bedanya dengan yang sekarang" in first
    assert "SATU BARU" in first
    sent = meja.send(f"{PAGE}/1", {"jejak": workspace.hash("uji")})
    assert sent.status_code == 303
    assert workspace.read("uji").decode() == MINIMAL
    assert "mengembalikan versi" in meja.client.get("/jejak").text


@pytest.mark.slow
def test_the_trail_leads_to_what_changed(meja: Uji) -> None:
    workspace = begin(meja)
    fingerprint = workspace.file_hash(workspace.file("uji"))
    address = f"{PAGE}/sidik/{fingerprint}"
    trail = meja.client.get("/jejak?kesepakatan=uji").text
    assert f'href="{address}"' in trail
    assert fingerprint[:8] not in trail.replace(address, "")
    assert meja.client.get(address).headers["Location"].endswith(f"{PAGE}/2")


def test_another_hand_in_between_is_seen(meja: Uji) -> None:
    workspace = begin(meja)
    assert meja.send(f"{PAGE}/1", {"jejak": "lama"}).status_code == 409
    assert workspace.read("uji").decode() == OTHER


@pytest.mark.slow
def test_a_signed_text_has_no_button(meja: Uji) -> None:
    slug = "contoh-sampah-2025"
    workspace = Workspace(meja.root)
    content = workspace.read(slug)
    with workspace.act("menulis", slug, "ani") as act:
        act.write(workspace.file(slug), content + b"# catatan\n")
    page = meja.client.get(f"/kesepakatan/{slug}/versi/1").text
    assert "Tidak dapat dikembalikan" in page
    assert "<button>Kembalikan" not in page


@pytest.mark.slow
def test_who_only_reads_sees_no_button(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pembaca")
    workspace = begin(meja)
    meja.masuk("ani")
    page = meja.client.get(f"{PAGE}/1")
    assert page.status_code == 200
    assert "Kembalikan konsep" not in page.text
    sent = meja.send(f"{PAGE}/1", {"jejak": workspace.hash("uji")})
    assert sent.status_code == 403


@pytest.mark.slow
def test_no_such_version(meja: Uji) -> None:
    begin(meja)
    assert meja.client.get(f"{PAGE}/9").status_code == 404


@pytest.mark.slow
def test_no_page_of_a_version_shows_what_is_filled_in_by_its_brackets(
    meja: Uji,
) -> None:
    workspace = Workspace(meja.root)
    slug = "contoh-sampah-2025"
    content = workspace.read(slug)
    first = meja.client.get(f"/kesepakatan/{slug}/versi/1").text
    assert "Nota Kesepakatan" in first
    assert "[[" not in first
    broken = content.replace(b"\njenis: ", b"\njenisnya: ", 1)
    with workspace.act("menulis", slug, "ani") as act:
        act.write(workspace.file(slug), broken)
    assert "[[" not in meja.client.get(f"/kesepakatan/{slug}/versi/2").text


def test_two_texts_that_do_not_read_name_what_is_filled_in(meja: Uji) -> None:
    folder = meja.root / "agreements/uji"
    folder.mkdir()
    typed = "jenis: Nota\npasal:\n- isi: Judulnya [[judul]].\n"
    (folder / "kesepakatan.yaml").write_text(typed)
    workspace = Workspace(meja.root)
    other = typed.replace("[[judul]]", "[[para_pihak.kesatu.nama]]")
    with workspace.act("menyimpan konsep", "uji", "ani") as act:
        act.write(workspace.file("uji"), other.encode())
    page = meja.client.get(f"{PAGE}/2").text
    assert "Judulnya (judul)." in page
    assert "Judulnya (para pihak kesatu nama)." in page
