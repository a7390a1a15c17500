"""What is known of a party in, the usual sentence that an opening says of it out."""

OFFICE = "[[jabatan]]"
SEAT = "berkedudukan di [[kedudukan]]"
PENGANGKATAN = "[[pengangkatan]]"


def usual_parts(
    *,
    has_seat: bool,
    has_decree: bool,
) -> list[str]:
    """Office, seat, decree, and for whom, as far as they are known."""
    parts = [OFFICE]
    if has_seat:
        parts.append(SEAT)
    if has_decree:
        parts.append(f"yang diangkat berdasarkan {PENGANGKATAN}")
    parts.append("dalam hal ini bertindak untuk dan atas nama [[bertindak_atas_nama]]")
    parts.append("selanjutnya disebut [[sebutan]].")
    return parts


def without_lines(parts: list[str]) -> list[str]:
    """What a sentence says below the lines that name the office and the seat."""
    return [part for part in parts if part not in (OFFICE, SEAT)]
