"""The desk as a server of its own over 10,000 agreements: register, search, a keystroke seen in the preview; twenty people saving."""

import http.client
import json
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

from bench.bahan import put, small
from bench.ukur import NOTA, Angka, Batas, Kelompok, Takar, at_most, milliseconds
from conftest import AKAR
from notakesepakatan.desk.accounts import add_account
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.workspace import Workspace

_SANDI = "rahasia-sekali-ini"
_KONSEP = "konsep-uji"
_BERSAMA = 4
_PAUSE = 0.25
"""Seconds for which the editor waits for more typing (`tunda` in meja.js)."""
_KETIK = """async kata => {
  const isian = document.getElementById("ruas-pasal.5.isi");
  const naskah = document.getElementById("naskah").contentDocument;
  const awal = performance.now();
  isian.value = `Biaya dibebankan pada anggaran ${kata}.`;
  isian.dispatchEvent(new InputEvent("input", {bubbles: true}));
  while (!naskah.body.textContent.includes(kata)) {
    if (performance.now() > awal + 20000) throw new Error("the preview does not follow");
    await new Promise(lagi => setTimeout(lagi, 2));
  }
  return (performance.now() - awal) / 1000;
}"""


def desk(takar: Takar) -> Kelompok:
    """Answers as they arrive at a client of the same machine."""
    jumlah = takar(10_000)
    with tempfile.TemporaryDirectory() as sementara:
        akar = Path(sementara)
        for i in range(jumlah):
            put(akar, f"k-{i:05}", small(i).replace("judul: Uji", f"judul: Uji {i:05}"))
        put(akar, _KONSEP, _draft())
        mulai = time.perf_counter()
        with _served(akar) as port:
            siap = time.perf_counter() - mulai
            with closing(
                http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            ) as meja:
                daftar = [_get(meja, "/") for _ in range(takar(40))]
                ketikan = ("uji 07", "badan b", "bogor", "tidak ada", "2024", "1 9")
                cari = [
                    _get(meja, f"/daftar/potongan?q={k.replace(' ', '+')}")
                    for _ in range(takar(10))
                    for k in ketikan
                ]
                calendar = [_get(meja, "/kalender") for _ in range(takar(20))]
                sheet = [_get(meja, "/daftar.xlsx") for _ in range(takar(5))]
                feed = [_get(meja, "/kalender.ics") for _ in range(takar(5))]
            readers = _readers(port, takar(20))
            tekan = _keystrokes(port, takar(30))
    return Kelompok(
        f"The desk over {jumlah:,} agreements",
        (
            "`nota web` in a process of its own; times are those of a client on the same machine, from request to the last byte."
            " The first start is from the command until it listens, with no index there yet.",
            "Twenty readers ask at once, each for the register's first page again and again.",
            "A keystroke is timed in Chromium from the input event until the preview beside the form shows the word: a quarter of"
            " a second in which the page waits for more, then the draft checked, composed and put into the frame.",
        ),
        (
            milliseconds("the register", daftar, at_most(300)),
            milliseconds("a search", cari, at_most(200)),
            milliseconds(
                "a keystroke in the editor, until the preview shows it",
                tekan,
                at_most(500),
            ),
            milliseconds(
                "the same without the quarter of a second that the page waits",
                [each - _PAUSE for each in tekan],
            ),
            milliseconds("the calendar's page", calendar),
            milliseconds("the register as XLSX", sheet),
            milliseconds("all deadlines as ICS", feed),
            milliseconds("the register, twenty readers at once", readers),
            Angka(
                "answers a second to twenty readers", 20 / median(readers), satuan="/s"
            ),
            Angka("first start, the index made", siap, satuan="s"),
        ),
    )


def twenty(takar: Takar) -> Kelompok:
    """Each adds a word of its own to a text that others edit too, and saves, again and again; all words are there in the end."""
    lama = takar(60)
    with tempfile.TemporaryDirectory() as sementara:
        akar = Path(sementara)
        berkas = [put(akar, f"{_KONSEP}-{n}", _draft()) for n in range(_BERSAMA)]
        awal = len(load_kesepakatan(berkas[0]).kesepakatan.judul.split())
        orang = [f"orang{i}" for i in range(20)]
        for nama in orang:
            add_account(Workspace(akar), nama, "penyusun", _SANDI)
        with _served(akar) as port:
            tersimpan, ditolak = list[str](), list[str]()
            sampai = time.monotonic() + lama
            benang = [
                threading.Thread(
                    target=_save_on,
                    args=(
                        port,
                        f"{_KONSEP}-{i % _BERSAMA}",
                        nama,
                        sampai,
                        tersimpan,
                        ditolak,
                    ),
                )
                for i, nama in enumerate(orang)
            ]
            for satu in benang:
                satu.start()
            for satu in benang:
                satu.join()
        kini = {
            kata
            for satu in berkas
            for kata in load_kesepakatan(satu).kesepakatan.judul.split()[awal:]
        }
    return Kelompok(
        "Twenty people saving at once",
        (
            f"Twenty accounts, logged in, five on each of four drafts, add a word of their own to the title and save, for {lama} s"
            " without a pause. Who is told that the file changed meanwhile lets go of what was typed and begins anew.",
        ),
        (
            Angka("saves acknowledged", len(tersimpan)),
            Angka("saves refused, since the file had changed", len(ditolak)),
            Angka(
                "acknowledged and not in the file, or there and not acknowledged",
                len(kini ^ set(tersimpan)),
                None,
                Batas(0),
            ),
        ),
    )


def _draft() -> str:
    """The example of three parties as it was before it was signed."""
    contoh = AKAR / "agreements/contoh-sampah-2025/kesepakatan.yaml"
    return re.sub(
        r"(?m)^  tanggal: 2025-02-10\n", "", contoh.read_text(encoding="utf-8")
    )


@contextmanager
def _served(akar: Path) -> Iterator[int]:
    """The port of a desk over a workspace."""
    perintah = [NOTA, "-C", str(akar), "web", "--port", "0", "--tanpa-browser"]
    with subprocess.Popen(perintah, stdout=subprocess.PIPE, text=True) as proses:
        try:
            cocok = re.search(
                r":(\d+)/", proses.stdout.readline() if proses.stdout else ""
            )
            if not cocok:
                raise RuntimeError("the desk did not start")
            yield int(cocok[1])
        finally:
            proses.terminate()


def _get(meja: http.client.HTTPConnection, alamat: str) -> float:
    mulai = time.perf_counter()
    meja.request("GET", alamat)
    jawaban = meja.getresponse()
    jawaban.read()
    if jawaban.status != 200:
        raise RuntimeError(f"{alamat}: {jawaban.status}")
    return time.perf_counter() - mulai


def _readers(port: int, each: int) -> list[float]:
    """Twenty people who read at the same time."""

    def read(_: int) -> list[float]:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as meja:
            return [_get(meja, "/") for _ in range(each)]

    with ThreadPoolExecutor(20) as people:
        return [seconds for taken in people.map(read, range(20)) for seconds in taken]


def _keystrokes(port: int, banyak: int) -> list[float]:
    from playwright.sync_api import sync_playwright

    from web.conftest import CHROMIUM, PILIHAN_CHROMIUM

    with (
        sync_playwright() as main,
        main.chromium.launch(
            executable_path=CHROMIUM, args=PILIHAN_CHROMIUM
        ) as peramban,
    ):
        halaman = peramban.new_page()
        halaman.goto(
            f"http://127.0.0.1:{port}/kesepakatan/{_KONSEP}/sunting",
            wait_until="networkidle",
        )
        return [halaman.evaluate(_KETIK, f"kata{n}") for n in range(banyak + 1)][1:]


def _save_on(
    port: int,
    slug: str,
    siapa: str,
    sampai: float,
    tersimpan: list[str],
    ditolak: list[str],
) -> None:
    """One person's work until the time is over."""
    alamat, n = f"/kesepakatan/{slug}/sunting", 0
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=120)) as meja:
        kue = {"Origin": f"http://127.0.0.1:{port}", "Accept": "application/json"}

        def ask(cara: str, ke: str, isi: str = "", **kepala: str) -> tuple[int, str]:
            meja.request(
                cara,
                ke,
                isi.encode() or None,
                {**kue, **{k.replace("_", "-"): v for k, v in kepala.items()}},
            )
            jawaban = meja.getresponse()
            if baru := jawaban.headers["Set-Cookie"]:
                kue["Cookie"] = baru.split(";")[0]
            return jawaban.status, jawaban.read().decode()

        def page(ke: str) -> tuple[str, str]:
            teks = ask("GET", ke, Accept="text/html")[1]
            return tuple(
                (re.search(p, teks) or [""] * 2)[1]
                for p in (r'csrf-token" content="([^"]+)', r'"tanda" value="([^"]+)')
            )  # type: ignore[return-value]

        borang = "application/x-www-form-urlencoded"
        token, _ = page("/masuk")
        ask(
            "POST",
            "/masuk",
            f"csrf_token={token}&nama={siapa}&sandi={_SANDI}",
            Content_Type=borang,
        )
        token, tanda = page(alamat)
        while time.monotonic() < sampai:
            teks = re.search(
                r'name="judul"[^>]*>\s*([^<]*)<',
                ask("GET", alamat, Accept="text/html")[1],
            )
            kata = f"{siapa}x{n}"
            isi = {
                "tanda": tanda,
                "isian": {"judul": f"{teks[1] if teks else ''} {kata}"},
                "tindakan": "simpan",
            }
            kode, jawab = ask(
                "POST",
                f"{alamat}/ketik",
                json.dumps(isi),
                Content_Type="application/json",
                X_CSRFToken=token,
            )
            if kode == 200:
                tersimpan.append(kata)
                tanda, n = json.loads(jawab)["tanda"], n + 1
            else:
                ditolak.append(f"{kode} {kata}")
                ask(
                    "POST",
                    f"{alamat}/bandingkan",
                    f"csrf_token={token}&tindakan=buang",
                    Content_Type=borang,
                )
                token, tanda = page(alamat)
