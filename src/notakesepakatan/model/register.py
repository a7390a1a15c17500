"""What an office keeps of an agreement in its register, beside what stands in its text."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from notakesepakatan.data import Section, WholeNumber
from notakesepakatan.model.dasar import OptionalLines, Text


class RegisterEntry(Section):
    """What the register says of an agreement; nothing of it is printed in its text."""

    skema: Text | None = Field(
        None, description="Bila lain dari skema instrumennya, mis. KSDD wajib"
    )
    urusan: OptionalLines = Field((), description="Urusan atau bidang")
    perangkat_daerah: OptionalLines = Field(
        (), description="Perangkat daerah atau satuan kerja yang melaksanakan"
    )
    penanggung_jawab: OptionalLines = Field((), description="Nama atau jabatan PIC")
    kontak: OptionalLines = Field((), description="Telepon atau surel PIC")
    penanda_tangan: OptionalLines = Field(
        (), description="Nama dan jabatan, bila tidak diketahui bagi pihak mana"
    )
    nilai: WholeNumber | None = Field(None, ge=0, description="Rupiah, angka saja")
    sumber_dana: OptionalLines = Field((), description="Mis. APBD")
    lokasi: OptionalLines = ()
    ruang_lingkup: OptionalLines = ()
    bentuk_kegiatan: OptionalLines = ()
    tempat_naskah: Text | None = Field(None, description="Tempat naskah asli disimpan")
    status_tercatat: Text | None = Field(
        None,
        description="Status menurut daftar lama, mis. batal sejak 12 Mei 2024; yang "
        "berakhir tidak diumumkan tenggatnya",
    )
    tautan: OptionalLines = Field((), description="Nama atau alamat berkas")
    keterangan: OptionalLines = ()
    asal: OptionalLines = Field(
        (), description="Berkas, lembar, dan baris tempat data ini dibaca"
    )
    lainnya: Mapping[str, Text] = Field(
        {}, max_length=100, description="Kolom milik kantor: judul kolom dan isinya"
    )

    @property
    def texts(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Keys with what they say, of those that say anything; own columns by their heads."""
        for key in type(self).model_fields:
            value = getattr(self, key)
            if key == "lainnya" or value is None or value == ():
                continue
            yield key, value if isinstance(value, tuple) else (str(value),)
        for head, text in self.lainnya.items():
            yield head, (text,)
