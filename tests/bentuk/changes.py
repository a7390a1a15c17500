"""What an adendum changes in each agreement of this room, in ways that fit its shape."""

from collections.abc import Mapping, Sequence

Words = Sequence[tuple[str, str]]
"""Words of the file and what stands in their place; each stands once in it."""

CHANGES: Mapping[str, Words] = {
    "desa": [
        ("jangka_waktu: tanpa batas waktu", "jangka_waktu: 10 tahun"),
        ("ini berlaku [[jangka_waktu]]", "ini berlaku selama [[jangka_waktu]]"),
        ("paling sedikit 2 (dua) kali", "paling sedikit 4 (empat) kali"),
        (
            "nama: Drs. HENDRA SAPUTRA, bawah_nama: NIP 19710908 199803 1 005",
            "nama: SRI LESTARI, bawah_nama: NIP 19750302 200003 2 001",
        ),
    ],
    "hibah-sanggar": [
        (
            "2 | perbaikan gamelan dan busana | 48.500.000",
            "2 | perbaikan gamelan dan busana | 40.500.000",
        ),
        ("3 | pergelaran tahunan | 30.000.000", "3 | pergelaran tahunan | 38.000.000"),
        ("isi: 3-014-00927-1", "isi: 3-014-01188-5"),
        ("tanggal 10 Januari 2028", "tanggal 31 Januari 2028"),
    ],
    "kb-danau-2026": [
        (
            "  - penanaman kembali tepi danau; dan\n  - pengukuran mutu air.",
            "  - penanaman kembali tepi danau;\n  - pengukuran mutu air; dan\n"
            "  - penyuluhan kepada nelayan.",
        ),
        ("mengukur mutu air setiap triwulan", "mengukur mutu air setiap bulan"),
        ("Jalan Bendungan Nomor 3, Muara", "Jalan Bendungan Nomor 30, Muara"),
    ],
    "kb-perpustakaan-2025": [
        ("jangka_waktu: 5 tahun", "jangka_waktu: 8 tahun"),
        ("  - perhubungan; dan", "  - perhubungan;\n  - pariwisata; dan"),
    ],
    "kementerian": [
        (
            '- { pejabat: "YOHANES TANDI, M.Sc.", jabatan: Direktur Data dan Keuangan }',
            "- { pejabat: MARIA LOLO, jabatan: Direktur Data }",
        ),
        (
            '- nomor: "4"\n',
            "- judul: KELOMPOK KERJA\n"
            "  isi: PARA PIHAK membentuk kelompok kerja yang bersidang setiap semester.\n"
            '- nomor: "4"\n',
        ),
        ("diumumkan pada laman kementerian", "diumumkan pada laman PARA PIHAK"),
    ],
    "memorandum-dua-bahasa": [
        (
            "shall bear the costs of its own activities, subject to the availability of\n"
            "      funds and to the laws and regulations of its country.",
            "shall bear the costs of its own activities, within its approved budget and\n"
            "      subject to the laws and regulations of its country.",
        ),
        (
            "  - isi: kebudayaan dan pariwisata; dan\n"
            "    terjemahan: culture and tourism; and\n",
            "  - isi: kebudayaan dan pariwisata;\n"
            "    terjemahan: culture and tourism;\n"
            "  - isi: penanggulangan bencana; dan\n"
            "    terjemahan: disaster management; and\n",
        ),
        ("kedudukan: 12 Harbour Street", "kedudukan: 40 Quay Road"),
    ],
    "mou-kampus-radio": [
        ("sampai dengan 31 Desember 2027", "sampai dengan 30 Juni 2029"),
        (
            "  - praktik siaran bagi mahasiswa Akademi\n",
            "  - praktik siaran bagi mahasiswa Akademi\n"
            "  - siniar untuk ibu muda\n",
        ),
    ],
    "pks-kota-internet": [
        ("sampai dengan 31 Maret 2028", "sampai dengan 31 Maret 2030"),
        ("bab: Ketentuan Lain-Lain", "bab: Ketentuan Khusus"),
        (
            "      - Alun-Alun Timur | 3 | 150\n",
            "      - Alun-Alun Timur | 3 | 150\n      - Hutan Kota | 2 | 100\n",
        ),
        ("[[bilangan 24]] jam sejak", "[[bilangan 12]] jam sejak"),
    ],
    "pks-perpustakaan-2026": [
        ("sampai dengan 28 Februari 2029", "sampai dengan 28 Februari 2030"),
        ("penyediaan 4 (empat) mobil", "penyediaan 5 (lima) mobil"),
        (
            "    - menyediakan tempat singgah di kelurahan.\n",
            "    - menyediakan tempat singgah di kelurahan dan di sekolah.\n",
        ),
    ],
    "pks-perusahaan-gudang": [
        ("    - 1 | Penerimaan | sejak kendaraan tiba | paling lama 4 jam",
         "    - 1 | Penerimaan | sejak kendaraan tiba | paling lama 2 jam"),
        ("  - 1 (satu) unit pembangkit", "  - 2 (dua) unit pembangkit"),
        ("600 | 40000 | 24000000", "700 | 40000 | 28000000"),
        ('jumlah: "48500000"', 'jumlah: "52500000"'),
        ("[[rupiah 48500000]]", "[[rupiah 52500000]]"),
        ("        - pencurian; dan\n", "        - pencurian dan huru-hara; dan\n"),
        ("isi: 137-00-1188452-6", "isi: 137-00-2290017-3"),
    ],
    "rujukan-berbagian": [
        ("judul_paragraf: Rujukan Kegawatdaruratan", "judul_paragraf: Rujukan Segera"),
        (
            "- judul_bagian: Pembinaan\n",
            "- judul_bagian: Rujukan Balik\n  judul: Rujukan Balik\n"
            "  isi: PIHAK PERTAMA mengirim rujukan balik.\n- judul_bagian: Pembinaan\n",
        ),
        ("judul_bagian: Perselisihan", "judul_bagian: Musyawarah"),
    ],
    "rumah-sakit": [
        (
            "      - ibu hamil dan bayi baru lahir; dan\n",
            "      - ibu hamil dan bayi baru lahir;\n      - pasien cuci darah; dan\n",
        ),
        ("nomor: 180/31/KUASA/2026", "nomor: 180/9/KUASA/2027"),
        ("tanggal: 2026-02-16", "tanggal: 2027-01-11"),
        ("paling lambat 3 (tiga) hari", "paling lambat 2 (dua) hari"),
    ],
    "sekolah": [
        ("sampai dengan 12 Juli 2027", "sampai dengan 31 Desember 2027"),
        ("{ nama: DODI PRASETYO, jabatan: Kepala Mekanik }",
         "{ nama: TEGUH SANTOSO, jabatan: Kepala Mekanik }"),
        (
            "  - penilaian bersama pada akhir praktik.\n",
            "  - penilaian bersama pada pertengahan dan akhir praktik.\n",
        ),
    ],
}  # fmt: skip
