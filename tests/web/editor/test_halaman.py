"""The form of an agreement has fields for its pages and for all who sign; what is typed there reads back."""

import yaml

from conftest import MINIMAL
from notakesepakatan.compute.editing.edits import put_text, read_text
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.web.editor.fields import Field, form_of


def fields(data: dict[str, object]) -> dict[str, Field]:
    """Every field of the form by its name, folded ones too."""
    result = dict[str, Field]()

    def gather(field: Field) -> None:
        result[field.name] = field
        for below in (*field.children, *field.folded):
            gather(below)

    for section in form_of(data, {}):
        gather(section)
    return result


def test_what_may_be_chosen_of_pages_is_named_in_words() -> None:
    known = fields(yaml.safe_load(MINIMAL))
    assert known["halaman.nomor_halaman"].choices == (
        ("", "Bawaan"),
        ("angka", "angka"),
        ("dari_jumlah", "Halaman 2 dari 5"),
        ("tanpa", "tanpa"),
    )
    assert ("baris", "Baris Nama, Jabatan, dan Alamat") in (
        known["susunan.para_pihak"].choices
    )
    assert known["halaman.margin.kiri"].help == "cm, mis. 2.5"
    assert known["para_pihak.0.penanda_tangan_lain"].can_add
    assert known["para_pihak.0.kuasa.tanggal"].form == "hari"


def test_what_is_typed_of_pages_is_the_agreements() -> None:
    data = yaml.safe_load(MINIMAL)
    typed = {
        ("halaman", "margin", "kiri"): "3.5",
        ("halaman", "paraf"): "ya",
        ("para_pihak", 0, "kuasa", "nomor"): "9/K",
    }
    for path, text in typed.items():
        put_text(data, path, text)
        assert read_text(data, path) == text
    k = parse_kesepakatan(yaml.safe_dump(data).encode(), "uji").kesepakatan
    assert (k.halaman.margin.kiri, k.halaman.paraf) == (3.5, "ya")
    assert k.para_pihak[0].kuasa and k.para_pihak[0].kuasa.nomor == "9/K"
