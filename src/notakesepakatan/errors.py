"""What stops the operator: one exception a cause; each writes its own Indonesian message and owns its exit code."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notakesepakatan.temuan import Temuan

_CAUSE = {
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


def reason(cause: OSError) -> str:
    """Why a file could not be used, in the user's words."""
    return _CAUSE.get(cause.errno or 0, cause.strerror or str(cause))


class NotaError(Exception):
    """Base of all that `nota` reports without a traceback; `str()` is the message for the user."""

    exit_code = 1

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as it is said, whatever it was made of: a worker's error reads the same here."""
        return _again, (type(self), self.args, self.__dict__)


def _again(
    class_name: type[NotaError], args: tuple[Any, ...], content: dict[str, Any]
) -> NotaError:
    same = class_name.__new__(class_name, *args)
    same.__dict__.update(content)
    return same


class FaultyNaskah(NotaError):
    """An author's file has findings; nothing was written."""

    def __init__(self, temuan_: Sequence[Temuan]) -> None:
        self.temuan = tuple(sorted(temuan_))
        super().__init__("\n".join(str(temuan) for temuan in self.temuan))


class FaultyJawaban(NotaError):
    """Answers of `nota baru` that are missing or wrong; they stand in no file."""

    def __init__(self, temuan: Sequence[Temuan]) -> None:
        self.temuan = tuple(temuan)
        super().__init__(
            "\n".join(f"jawaban {t.kunci}: {t.message}; {t.saran}" for t in temuan)
        )


class FaultyPeristiwa(NotaError):
    """An event that is incomplete or cannot be; nothing was recorded."""

    def __init__(self, problem: Sequence[str]) -> None:
        super().__init__("\n".join(problem) + "\nTidak ada yang dicatat.")


class FaultySurat(NotaError):
    """A letter that cannot be written for this agreement on this day."""

    def __init__(self, slug: str, sebab: str, saran: str) -> None:
        super().__init__(f"{slug}: {sebab}; {saran}")


class UnreadableNaskah(NotaError):
    """A file that cannot be checked or put right."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama}: tidak dapat diperiksa: {sebab}")


class AdendumRefused(NotaError):
    """An adendum that cannot be made as asked; nothing was written."""

    def __init__(self, sebab: str, saran: str) -> None:
        self.sebab = sebab
        super().__init__(f"Adendum tidak dibuat: {sebab}; {saran}.")


class MailFailed(NotaError):
    """The summary could not be sent; what was written stays."""

    def __init__(self, peladen: str, sebab: str) -> None:
        super().__init__(
            f"Ringkasan tidak terkirim lewat {peladen} ({sebab}); surat tetap tersimpan. Periksa surel: di pengaturan.yaml"
        )


class NotAWorkspace(NotaError):
    """The folder has no agreements/."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: bukan ruang kerja (tidak ada folder agreements/); "
            f'buat dengan "nota mulai {folder}" atau tunjuk ruang kerja lain dengan "nota -C FOLDER …"'
        )


class InvalidSlug(NotaError):
    """A slug that is no plain folder name, or leads out of agreements/."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f'"{slug}": bukan nama kesepakatan yang sah; pakai huruf kecil, angka, dan tanda hubung '
            f"seperti nama folder di agreements/, tanpa garis miring atau titik"
        )


class NoSuchKesepakatan(NotaError):
    """No agreements/<slug>/kesepakatan.yaml."""

    def __init__(self, slug: str, ada: Sequence[str]) -> None:
        items = ", ".join(ada) if ada else "belum ada satu pun"
        super().__init__(
            f'kesepakatan "{slug}" tidak ada di agreements/; yang ada: {items}'
        )


class NoSuchDocument(NotaError):
    """An agreement has no such document, or not in that format."""

    def __init__(self, slug: str, nama: str) -> None:
        super().__init__(f'{slug}: tidak ada dokumen "{nama}"')


class AlreadyThere(NotaError):
    """A file or folder that would be overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: sudah ada dan tidak ditimpa; pilih nama lain")


class AlreadyAWorkspace(NotaError):
    """`nota mulai` where there is a workspace already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f'{folder}: sudah ruang kerja dan tidak diubah; lanjutkan dengan "nota baru", '
            f"atau tambahkan templat dengan --dengan-templat"
        )


class CannotWrite(NotaError):
    """The output cannot be written."""

    def __init__(self, path: Path, sebab: OSError) -> None:
        super().__init__(
            f"{path}: tidak dapat ditulis ({reason(sebab)}); "
            f"periksa izin folder, ruang cakram, dan apakah berkas sedang terbuka di program lain"
        )


class CannotRead(NotaError):
    """A file that should be there cannot be read."""

    def __init__(self, path: Path, sebab: OSError) -> None:
        super().__init__(
            f"{path}: tidak dapat dibaca ({reason(sebab)}); periksa nama dan izin berkas"
        )


class SystemLibraryMissing(NotaError):
    """A shared library or font outside Python is missing."""

    def __init__(self, what: str, package: str) -> None:
        super().__init__(
            f'{what} tidak ditemukan di komputer ini; pasang dengan: sudo apt-get install {package} (lihat "nota periksa-sistem")'
        )


class FaultyCluster(NotaError):
    """The cluster cannot be used."""

    def __init__(self, alamat: str, sebab: str) -> None:
        super().__init__(
            f"klaster {alamat}: {sebab}; tanpa --klaster, naskah disusun di komputer ini"
        )


class FaultyLogo(NotaError):
    """A logo named in the settings that cannot be used."""

    def __init__(self, file: str, sebab: str) -> None:
        super().__init__(
            f"templates/{file}: logo tidak dapat dipakai: {sebab}; perbaiki logo: di pengaturan.yaml"
        )


class FaultyTemplate(NotaError):
    """A template that cannot be filled, or gives what no writer knows."""

    def __init__(self, templat: str, baris: int | None, sebab: str) -> None:
        position = f"{templat}:{baris}" if baris else templat
        super().__init__(
            f"{position}: templat tidak dapat dipakai: {sebab}; perbaiki templat di folder templates/"
        )
