"""Lines with their places: what does not hang on the kind of file they are of."""

from dataclasses import replace

from notakesepakatan.load.foreign.lines import Gap, Line, Page, join_lines

HEADS = ("Naskah", "Dinas Contoh", "Kota Contoh", "Arsip", "Salinan", "Rahasia")
"""Enough that no other order comes out by chance."""


def page(number: int) -> Page:
    """A page with these heads above one line of text."""
    heads = [
        Line(words, 40.0, 200.0, bottom=830.0 - 6 * i, top=835.0 - 6 * i)
        for i, words in enumerate(HEADS)
    ]
    text = Line("Isi halaman.", 40.0, 500.0, bottom=400.0, top=412.0)
    return Page(number, 595.0, 842.0, (*heads, text))


def test_running_heads_come_in_the_order_of_the_page() -> None:
    pages = [page(number) for number in range(1, 4)]
    paragraphs = list(join_lines(pages))
    heads = [one.text for one in paragraphs if one.bagian == "kepala halaman"]
    assert heads == list(HEADS)


def test_a_head_that_both_of_two_pages_have_is_one_too() -> None:
    paragraphs = list(join_lines([page(1), page(2)]))
    assert [one.text for one in paragraphs if one.bagian == "naskah"] == [
        "Isi halaman.",
        "Isi halaman.",
    ]
    assert all(one.bagian == "naskah" for one in join_lines([page(1)]))


def test_a_title_in_the_middle_is_no_first_line() -> None:
    lines = (
        Line("Pasal 9", 280.0, 315.0, bottom=140.0, top=152.0),
        Line("Penyelesaian Perselisihan", 230.0, 365.0, bottom=126.0, top=138.0),
        Line("Perselisihan dimusyawarahkan.", 85.0, 340.0, bottom=112.0, top=124.0),
        Line("Hasilnya dicatat dan dituangkan", 121.0, 390.0, bottom=86.0, top=98.0),
        Line("dalam berita acara.", 85.0, 190.0, bottom=72.0, top=84.0),
    )
    paragraphs = join_lines([Page(1, 595.0, 842.0, lines)])
    assert [one.text for one in paragraphs] == [
        "Pasal 9",
        "Penyelesaian Perselisihan",
        "Perselisihan dimusyawarahkan.",
        "Hasilnya dicatat dan dituangkan dalam berita acara.",
    ]


def test_labels_that_the_file_has_behind_all_else() -> None:
    words = [
        Line(
            f"butir ke-{i} yang panjang",
            70.0,
            400.0,
            bottom=500 - 20.0 * i,
            top=512 - 20.0 * i,
        )
        for i in range(3)
    ]
    labels = [
        Line(f"{i + 1}.", 50.0, 60.0, bottom=500 - 20.0 * i, top=512 - 20.0 * i)
        for i in range(3)
    ]
    paragraphs = list(join_lines([Page(1, 595.0, 842.0, (*words, *labels))]))
    assert [one.text for one in paragraphs] == [
        f"{i + 1}. butir ke-{i} yang panjang" for i in range(3)
    ]


def column(left: float, top: float) -> list[Line]:
    """Two paragraphs of six lines as wide as a column, the last line of each shorter."""
    words = "kata yang memenuhi satu kolom"
    ends = [False] * 5 + [True] + [False] * 5 + [True]
    return [
        Line(
            "selesai di sini." if ended else words,
            left,
            left + (90.0 if ended else 220.0),
            bottom=top - 12.0 * i - 10.0,
            top=top - 12.0 * i,
        )
        for i, ended in enumerate(ends)
    ]


def test_columns_that_stand_in_the_file_one_behind_the_other() -> None:
    title = Line("NASKAH YANG LEBIH LEBAR", 150.0, 450.0, bottom=750.0, top=762.0)
    lines = (title, *column(50.0, 730.0), *column(310.0, 726.0))
    first, *paragraphs = join_lines([Page(1, 595.0, 842.0, lines)])
    assert first.text == title.text
    assert [one.text.count("kata") for one in paragraphs] == [5, 5, 5, 5]
    assert all(one.text.endswith("selesai di sini.") for one in paragraphs)


def narrow(texts: list[str], right: float = 260.0) -> list[Line]:
    """Lines below each other without a gap; one that ends with a mark is a shorter one."""
    return [
        Line(
            words,
            60.0,
            right - 20.0 if words.endswith(".") else right,
            bottom=500.0 - 12.0 * i,
            top=510.0 - 12.0 * i,
        )
        for i, words in enumerate(texts)
    ]


SENTENCE = ["kata yang memenuhi", "satu kolom yang", "sempit sampai di", "sini saja."]


def test_a_narrow_text_below_a_wider_title_is_as_wide_as_its_own_lines() -> None:
    title = Line("NASKAH YANG JAUH LEBIH LEBAR", 60.0, 520.0, bottom=600.0, top=612.0)
    lines = (title, *narrow([*SENTENCE, *SENTENCE]))
    paragraphs = [one.text for one in join_lines([Page(1, 595.0, 842.0, lines)])]
    assert paragraphs == [title.text, *[" ".join(SENTENCE)] * 2]


def test_a_few_lines_on_the_next_page_are_as_wide_as_the_text_before() -> None:
    row = Line("ANI", 60.0, 520.0, 400.0, 412.0, (Gap(4, 80.0, 500.0),))
    row = replace(row, text="ANI BUDI")
    pages = [
        Page(1, 595.0, 842.0, tuple(narrow([*SENTENCE, *SENTENCE]))),
        Page(2, 595.0, 842.0, (*narrow(SENTENCE), row)),
    ]
    paragraphs = [one.text for one in join_lines(pages)]
    assert paragraphs == [*[" ".join(SENTENCE)] * 3, row.text]


def test_words_that_stand_apart_alike_are_a_line_of_justified_text() -> None:
    lines = narrow([*SENTENCE, *SENTENCE])
    gaps = (Gap(8, 100.0, 140.0), Gap(13, 180.0, 220.5))
    lines[1] = replace(lines[1], text="terserak sama jauh", gaps=gaps)
    paragraphs = [one.text for one in join_lines([Page(1, 595.0, 842.0, tuple(lines))])]
    assert "terserak sama jauh" in paragraphs[0]
    assert len(paragraphs) == 2


def test_a_gap_not_much_wider_parts_sentences() -> None:
    full = ["kata yang memenuhi", "satu kolom yang", "ada sampai di sini"]
    lines = narrow([*full, *full])
    lines[2] = replace(lines[2], text="ada sampai di ini.")
    below = [
        replace(one, bottom=one.bottom - 5.0, top=one.top - 5.0) for one in lines[3:]
    ]
    paragraphs = join_lines([Page(1, 595.0, 842.0, (*lines[:3], *below))])
    assert len(list(paragraphs)) == 2
