"""What stops the operator: one exception a cause; each writes its own Indonesian message and owns its exit code."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notakesepakatan.temuan import Temuan

_SEBAB = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.ENOENT: "berkas atau folder tidak ada",
    errno.ENOSPC: "ruang cakram habis",
    errno.EDQUOT: "jatah ruang habis",
    errno.EROFS: "cakram hanya dapat dibaca",
    errno.EISDIR: "nama itu bukan berkas biasa",
    errno.ENOTDIR: "ada berkas di tempat folder",
    errno.EEXIST: "ada berkas di tempat folder",
    errno.ENAMETOOLONG: "nama terlalu panjang",
    errno.ELOOP: "pintasan saling menunjuk",
    errno.EIO: "cakram atau jaringannya rusak",
    errno.ENOMEM: "kehabisan memori",
    errno.EAGAIN: "terlalu banyak proses atau memori yang terpakai",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
}


def reason(sebab: OSError) -> str:
    """Why a file could not be used, in the user's words."""
    return _SEBAB.get(sebab.errno or 0, sebab.strerror or str(sebab))


class NotaError(Exception):
    """Base of all that `nota` reports without a traceback; `str()` is the message for the user."""

    exit_code = 1

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as it is said, whatever it was made of: a worker's error reads the same here."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kelas: type[NotaError], args: tuple[Any, ...], isi: dict[str, Any]) -> NotaError:
    sama = kelas.__new__(kelas, *args)
    sama.__dict__.update(isi)
    return sama


class NaskahBermasalah(NotaError):
    """An author's file has findings; nothing was written."""

    def __init__(self, daftar_temuan: Sequence[Temuan]) -> None:
        self.daftar_temuan = tuple(sorted(daftar_temuan))
        super().__init__("\n".join(str(temuan) for temuan in self.daftar_temuan))


class JawabanBermasalah(NotaError):
    """Answers of `nota baru` that are missing or wrong; they stand in no file."""

    def __init__(self, daftar_temuan: Sequence[Temuan]) -> None:
        self.daftar_temuan = tuple(daftar_temuan)
        super().__init__("\n".join(f"jawaban {t.kunci}: {t.pesan}; {t.saran}" for t in daftar_temuan))


class PeristiwaBermasalah(NotaError):
    """An event that is incomplete or cannot be; nothing was recorded."""

    def __init__(self, masalah: Sequence[str]) -> None:
        super().__init__("\n".join(masalah) + "\nTidak ada yang dicatat.")


class SuratBermasalah(NotaError):
    """A letter that cannot be written for this agreement on this day."""

    def __init__(self, slug: str, sebab: str, saran: str) -> None:
        super().__init__(f"{slug}: {sebab}; {saran}")


class NaskahTidakTerbaca(NotaError):
    """A file that cannot be checked or put right."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama}: tidak dapat diperiksa: {sebab}")


class AdendumDitolak(NotaError):
    """An adendum that cannot be made as asked; nothing was written."""

    def __init__(self, sebab: str, saran: str) -> None:
        self.sebab = sebab
        super().__init__(f"Adendum tidak dibuat: {sebab}; {saran}.")


class SurelGagal(NotaError):
    """The summary could not be sent; what was written stays."""

    def __init__(self, peladen: str, sebab: str) -> None:
        super().__init__(
            f"Ringkasan tidak terkirim lewat {peladen} ({sebab}); surat tetap tersimpan. Periksa surel: di pengaturan.yaml"
        )


class BukanRuangKerja(NotaError):
    """The folder has no agreements/."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: bukan ruang kerja (tidak ada folder agreements/); "
            f'buat dengan "nota mulai {folder}" atau tunjuk ruang kerja lain dengan "nota -C FOLDER …"'
        )


class SlugTidakSah(NotaError):
    """A slug that is no plain folder name, or leads out of agreements/."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f'"{slug}": bukan nama kesepakatan yang sah; pakai huruf kecil, angka, dan tanda hubung '
            f"seperti nama folder di agreements/, tanpa garis miring atau titik"
        )


class KesepakatanTidakAda(NotaError):
    """No agreements/<slug>/kesepakatan.yaml."""

    def __init__(self, slug: str, ada: Sequence[str]) -> None:
        daftar = ", ".join(ada) if ada else "belum ada satu pun"
        super().__init__(f'kesepakatan "{slug}" tidak ada di agreements/; yang ada: {daftar}')


class DokumenTidakAda(NotaError):
    """An agreement has no such document, or not in that format."""

    def __init__(self, slug: str, nama: str) -> None:
        super().__init__(f'{slug}: tidak ada dokumen "{nama}"')


class SudahAda(NotaError):
    """A file or folder that would be overwritten."""

    def __init__(self, jalur: Path) -> None:
        super().__init__(f"{jalur}: sudah ada dan tidak ditimpa; pilih nama lain")


class SudahRuangKerja(NotaError):
    """`nota mulai` where there is a workspace already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f'{folder}: sudah ruang kerja dan tidak diubah; lanjutkan dengan "nota baru", '
            f"atau tambahkan templat dengan --dengan-templat"
        )


class TidakDapatDitulis(NotaError):
    """The output cannot be written."""

    def __init__(self, jalur: Path, sebab: OSError) -> None:
        super().__init__(
            f"{jalur}: tidak dapat ditulis ({reason(sebab)}); "
            f"periksa izin folder, ruang cakram, dan apakah berkas sedang terbuka di program lain"
        )


class TidakDapatDibaca(NotaError):
    """A file that should be there cannot be read."""

    def __init__(self, jalur: Path, sebab: OSError) -> None:
        super().__init__(f"{jalur}: tidak dapat dibaca ({reason(sebab)}); periksa nama dan izin berkas")


class PustakaSistemTidakAda(NotaError):
    """A shared library or font outside Python is missing."""

    def __init__(self, apa: str, paket: str) -> None:
        super().__init__(
            f'{apa} tidak ditemukan di komputer ini; pasang dengan: sudo apt-get install {paket} (lihat "nota periksa-sistem")'
        )


class KlasterBermasalah(NotaError):
    """The cluster cannot be used."""

    def __init__(self, alamat: str, sebab: str) -> None:
        super().__init__(f"klaster {alamat}: {sebab}; tanpa --klaster, naskah disusun di komputer ini")


class LogoBermasalah(NotaError):
    """A logo named in the settings that cannot be used."""

    def __init__(self, berkas: str, sebab: str) -> None:
        super().__init__(f"templates/{berkas}: logo tidak dapat dipakai: {sebab}; perbaiki logo: di pengaturan.yaml")


class TemplatBermasalah(NotaError):
    """A template that cannot be filled, or gives what no writer knows."""

    def __init__(self, templat: str, baris: int | None, sebab: str) -> None:
        tempat = f"{templat}:{baris}" if baris else templat
        super().__init__(f"{tempat}: templat tidak dapat dipakai: {sebab}; perbaiki templat di folder templates/")
