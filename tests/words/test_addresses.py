"""Which town an address names."""

import pytest

from notakesepakatan.words.addresses import Address, address_of

KNOWN = {
    "Jalan M.T. Haryono Kav. 52 Pancoran, Jakarta Selatan": Address(
        "Jalan M.T. Haryono Kav. 52 Pancoran", "Jakarta Selatan"
    ),
    "Jalan Pahlawan KM 5 Kajen, Kabupaten Pekalongan": Address(
        "Jalan Pahlawan KM 5", "Kajen", "Kabupaten Pekalongan"
    ),
    "Jalan Kalipepe III Nomor 64 Pudak Payung, Banyumanik, Semarang, Jawa Tengah": Address(
        "Jalan Kalipepe III Nomor 64 Pudak Payung, Banyumanik",
        "Semarang",
        "Jawa Tengah",
    ),
    "Jalan Pahlawan Nomor 1, Kota Suralaya": Address(
        "Jalan Pahlawan Nomor 1", "Kota Suralaya"
    ),
    "Desa Sukatari, Kecamatan Contoh Hilir": Address(
        "", "Desa Sukatari", "Kecamatan Contoh Hilir"
    ),
    "Semarang": Address("", "Semarang"),
    "Jalan Merdeka Nomor 8": Address("Jalan Merdeka Nomor 8"),
    "": Address(""),
}


@pytest.mark.parametrize("text", KNOWN)
def test_the_town_of_an_address(text: str) -> None:
    assert address_of(text) == KNOWN[text]


@pytest.mark.parametrize(
    ("town", "place"),
    [
        ("Jakarta Selatan", "Jakarta"),
        ("DKI Jakarta", "Jakarta"),
        ("Kota Suralaya", "Suralaya"),
        ("Kajen", "Kajen"),
        ("", ""),
    ],
)
def test_where_a_letter_is_dated_from(town: str, place: str) -> None:
    assert Address("Jalan", town).place == place
