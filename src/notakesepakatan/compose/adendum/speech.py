"""How the frame of an adendum is said: in Indonesian, or in the second language of the
agreement.

Every sentence is asked for in Indonesian, and stands in another language as its file in
`templates/bahasa` has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.compute.text.words import INDONESIAN, Words
from notakesepakatan.model.adendum import AdendumForm
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.language import PART, Language
from notakesepakatan.place import Address


@dataclass(frozen=True)
class Speech:
    """One language.

    Attributes:
        language: the sentences.
        words: how numbers, days and addresses are said in it.
    """

    language: Language
    words: Words

    def say(self, sentence: str, **parts: str) -> str:
        """A sentence with its parts in their places.

        Args:
            sentence: in Indonesian, its parts by name: "Ketentuan {bagian}".
            parts: what stands in them, in this language.
        """
        own = self.language.sentence(sentence)
        return PART.sub(lambda part: parts[part[1]], own)

    def name(self, form: AdendumForm, nomor: int) -> str:
        """What the adendum at a place, from 1, is called: "First Addendum"."""
        own = self.language
        if not own.adendum:
            return form.name(nomor)
        nama = self.say(form.nama)
        if form.urutan == "tanpa_kesatu" and nomor == 1:
            return nama
        if form.urutan == "kata" and nomor <= len(own.urutan):
            nth = own.urutan[nomor - 1]
            return self.say("{nama} {urutan}", nama=nama, urutan=nth)
        number = form.name(nomor).removeprefix(f"{form.nama} ")
        digits = number if form.urutan == "romawi" else str(nomor)
        return f"{nama} {digits}"

    def titled(self, k: Kesepakatan, names: Sequence[str] = ()) -> str:
        """What an agreement is called, with the names of its parties or without."""
        made = k.jenis
        if names:
            made = self.say(
                "{jenis} antara {para_pihak}",
                jenis=k.jenis,
                para_pihak=self.words.between(k, names),
            )
        if k.susunan.tentang == "tidak":
            return made
        return self.language.tentang.format(made, k.judul)

    def container(self, nama: str) -> str:
        """What changes are told in: "Pasal 6", "Lampiran II", "dasar hukum"."""
        for unit in ("pasal", "lampiran"):
            start = unit.capitalize()
            if nama == start or nama.startswith(f"{start} "):
                return self.words.unit(unit, nama.removeprefix(start).strip())
        return self.say(nama) if nama else ""

    def units(self, unit: str, labels: Sequence[str]) -> list[str]:
        """Siblings as they are named: "ayat (1)", "ayat (2)"."""
        return [self.words.unit(unit, label) for label in labels]

    def nested(self, address: Address, container: str = "") -> str:
        """An address from small to large: "huruf a ayat (2) Pasal 4"."""
        result = container
        for unit, label in address:
            part = self.words.unit(unit, label)
            result = self.inside(part, result) if result else part
        return result

    def inside(self, small: str, large: str) -> str:
        """ "ayat (2) Pasal 4"."""
        return self.say("{kecil} {besar}", kecil=small, besar=large)

    def reads_anew(self, change: str) -> str:
        """A change, below which the new text stands."""
        return self.say(
            "{perubahan} sehingga berbunyi sebagai berikut:", perubahan=change
        )


IN_INDONESIAN = Speech(Language(), INDONESIAN)


def capital(words: str) -> str:
    """A sentence begins with a capital."""
    return words[:1].upper() + words[1:]
