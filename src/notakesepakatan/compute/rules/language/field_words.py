"""Words of agreements that the dictionary lacks though the language has them."""

_BY_SUBJECT = """
fasilitasi wirausaha nonkementerian sinergi surel faksimile outcome romawi rincian
internet pemindahbukuan dilampiri output royong

perpanjangan rincian kesepahaman konsideran adendum adenda
pemutakhiran memutakhirkan termutakhir ketidaksesuaian ketidakmampuan keperdataan
wanprestasi litigasi nonlitigasi ajudikasi imateriel materiel immateriil narahubung
sertipikat sertipikasi tipikor antikorupsi paralegal akuntabilitas akuntabel
keprotokolan moderasi deradikalisasi ekstremisme

pemda pemkab pemkot pemprov gampong pekon kewilayahan satgas pokja posko dukcapil
lintassektor multisektor multipihak antarpihak reforma

disabilitas balita posyandu posbindu poskesdes dasawisma stunting surveilans
skrining telemedisin faskes fasyankes narkoba narkotika lansia inklusi
inklusivitas pengarusutamaan perundungan psikososial bansos relawan kerelawanan
fekal disinfeksi disinfektan probiotik prebiotik antiseptik
komorbid prakonsepsi baduta bumil berisiko kegawatdaruratan bersepahaman

mitigasi kebencanaan dekarbonisasi mangrove biodiversitas ekowisata pemilahan
komposting bioenergi biomassa fotovoltaik mikrohidro ketenagalistrikan hidran akresi
likuefaksi karhutla biopori mikroplastik ekoriparian bioremediasi

kuliner ekraf kewirausahaan agribisnis alsintan gapoktan poktan inflasi ritel
lokapasar kosmetika hilirisasi

pemagangan vokasi purnamigran literasi numerasi sivitas akademika webinar taruna
kemasjidan perfilman videografi arsiparis asesmen asesor kolaboratif

luring daring server jejaring laman interoperabilitas pengintegrasian pengaksesan
penyinkronan repositori komputasi subdomain hosting persandian siber anonimisasi
pseudonimisasi geospasial georeferensi nirawak dasbor gawai tervalidasi validasi
memvalidasi memverifikasi verifikator diseminasi mendiseminasikan penyosialisasian
pemfasilitasian pengoordinasi optimalisasi keterbaruan kebermanfaatan sinergitas
auditabel metadata kilobit megabit gigabit

terencana

dianggarkan menganggarkan teranggarkan autentikasi mengautentikasi kredensial cessie
novasi subrogasi pemagang

merinci dirinci menatausahakan ditatausahakan penatausahaan menghapusbukukan
dihapusbukukan penghapusbukuan diserahterimakan mengarusutamakan diarusutamakan
pemeringkatan kodefikasi konsultansi subkontrak subkegiatan subbidang subsektor reviu
mereviu direviu pereviu likuidator bimtek umkm pppk linmas trantibum

moda antarmoda multimoda kontainer genset inverter pembumian pemilah komposter
pengomposan huntara huntap penyintas triase nakes pustu polindes vaksinator takbenda
siniar asinkron interoperabel dekripsi agroforestri akuaponik bioflok antikekerasan
antiradikalisme semiprofesional
"""
_PLACES = """
aceh sumatra sumatera riau jambi bengkulu lampung bangka belitung banten jakarta jawa
yogyakarta bali nusa kalimantan sulawesi gorontalo maluku papua indonesia madura flores
timor halmahera seram buru sumba sumbawa lombok batam bintan nias mentawai natuna
"""
FIELD_WORDS = frozenset((*_BY_SUBJECT.split(), *_PLACES.split()))
