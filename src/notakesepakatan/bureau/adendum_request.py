"""What is wanted of a new adendum, and that it cannot be had."""

from dataclasses import dataclass

from notakesepakatan.bureau.force import Force
from notakesepakatan.errors import NotaError
from notakesepakatan.model.adendum import FrameSlip


class AdendumRefused(NotaError):
    """An adendum that cannot be made as asked; nothing was written."""

    def __init__(self, sebab: str, saran: str) -> None:
        self.sebab = sebab
        super().__init__(f"Adendum tidak dibuat: {sebab}; {saran}.")


class TermUnsettled(AdendumRefused):
    """The words say another term than the data; whoever asks for it settles which."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"bunyi jangka waktunya berubah, tetapi datanya tidak: {said}",
            "ubah juga jangka_waktu pada berkas itu, atau sebut dengan --jangka-waktu "
            '"…", supaya daftar dan tenggat mengikuti; tambahkan --tetap bila datanya '
            "memang tidak berubah",
        )


@dataclass(frozen=True)
class Request:
    """What is wanted of a new adendum.

    Attributes:
        perbaikan: a correction of slips.
        kept: a correction even where more than slips changes.
        signed_anew: who signed is amended too, as the new text names them.
        alasan: reasons for the recitals.
        retroactive: in force since the agreement was signed.
        replace: in place of the last one, which is a draft still.
        bentuk: the form it is written in; empty for the office's, or that of the adendum
            before it.
        rujukan_follow: typed references go along with numbers that move.
        term: the term that the data are to have; empty where the new text says it.
        revoked: the adenda that it revokes, as their files are called: "adendum-01".
        frame_slips: slips in the frames of earlier adenda, which it corrects.
        force: from when it is in force; None for its signing.
    """

    perbaikan: bool = False
    kept: bool = False
    signed_anew: bool = False
    alasan: tuple[str, ...] = ()
    retroactive: bool = False
    replace: bool = False
    bentuk: str = ""
    rujukan_follow: bool = False
    term: str = ""
    revoked: tuple[str, ...] = ()
    frame_slips: tuple[FrameSlip, ...] = ()
    force: Force | None = None
