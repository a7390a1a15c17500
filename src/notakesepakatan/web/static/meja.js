// What every page may use. Each behaviour hangs on a data attribute; without script the page works by plain forms and links.

/** POST JSON with the page's CSRF token; gives the answer's data, throws an Error with the desk's own words. */
export async function kirim(alamat, data) {
  const jawaban = await fetch(alamat, {
    method: "POST",
    headers: {"Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token()},
    body: JSON.stringify(data),
  });
  const isi = await jawaban.json().catch(() => ({}));
  if (!jawaban.ok) {
    const galat = new Error((isi.galat || ["Meja tidak menjawab."]).join(" "));
    galat.kode = jawaban.status;
    galat.isi = isi;
    throw galat;
  }
  return isi;
}

export const token = () => document.querySelector('meta[name="csrf-token"]').content;

/** Run `fungsi` once nothing happened for a while. */
export function tunda(fungsi, jeda = 250) {
  let jam;
  return (...isi) => {
    clearTimeout(jam);
    jam = setTimeout(() => fungsi(...isi), jeda);
  };
}

export const TANPA_KURSOR = "Letakkan kursor di dalam teks lebih dahulu.";
export const TANPA_TUJUAN = "Pilih tujuan rujukannya lebih dahulu.";

/**
 * The parts of a text to choose from, filled in anew: [value, address with first words].
 * Values are places, and places shift; what was chosen is known again by its words. Where it
 * cannot be told, nothing is chosen: another part instead would be a wrong reference.
 */
export function isiPilihanBagian(pilih, daftar) {
  const lama = pilih.selectedOptions[0];
  const [nilai, teks, banyak] = [lama?.value, lama?.text, pilih.options.length];
  pilih.replaceChildren(...daftar.map(([nilai, kata]) => new Option(kata, nilai)));
  if (!banyak) return;
  const baru = [...pilih.options];
  const sama = (ukuran) => baru.filter((satu) => ukuran(satu.text) && ukuran(satu.text) === ukuran(teks || ""));
  const [setempat] = baru.length === banyak ? baru.filter((satu) => satu.value === nilai) : [];
  const calon = [sama((t) => t), sama(kataAwal), setempat ? [setempat] : []].find((satu) => satu.length === 1);
  pilih.selectedIndex = calon ? calon[0].index : -1;
}

const kataAwal = (teks) => teks.split(" – ").slice(1).join(" – ");

// <form data-cari="id"> — the answer to the form replaces the element of that id as one types.
function cari(form) {
  const wadah = document.getElementById(form.dataset.cari);
  let batal = null;
  const jalan = async () => {
    batal?.abort();
    batal = new AbortController();
    const isi = new URLSearchParams([...new FormData(form)].filter(([, nilai]) => nilai));
    history.replaceState(null, "", `${form.action.split("?")[0]}?${isi}`);
    wadah.setAttribute("aria-busy", "true");
    try {
      const jawaban = await fetch(`${form.dataset.potongan}?${isi}`, {signal: batal.signal});
      if (jawaban.redirected) location.reload();
      else if (jawaban.ok) wadah.innerHTML = await jawaban.text();
    } catch (sebab) {
      if (sebab.name === "AbortError") return;
    }
    wadah.removeAttribute("aria-busy");
  };
  const nanti = tunda(jalan, 120);
  form.addEventListener("input", (e) => (e.target.type === "search" || e.target.type === "text" ? nanti() : jalan()));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    jalan();
  });
}

document.querySelectorAll("form[data-cari]").forEach(cari);

// <div data-segarkan="alamat"> — its content is fetched anew each second for as long as it says that more is to come.
async function segarkan(wadah) {
  const jawaban = await fetch(wadah.dataset.segarkan).catch(() => null);
  if (jawaban?.ok && !jawaban.redirected) wadah.innerHTML = await jawaban.text();
  tunggu(wadah);
}

function tunggu(wadah) {
  if (wadah.querySelector("[data-lanjut]")) setTimeout(segarkan, 1000, wadah);
}

document.querySelectorAll("[data-segarkan]").forEach(tunggu);
document.querySelector(".ringkasan-galat")?.focus();

// "/" goes to the search, as in many programs.
document.addEventListener("keydown", (e) => {
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
  const kotak = document.querySelector('input[type="search"]');
  if (kotak) {
    e.preventDefault();
    kotak.focus();
  }
});

// A frame that shows nothing yet takes no room on a narrow screen.
document.querySelectorAll("iframe.naskah:not([src])").forEach((bingkai) => {
  bingkai.classList.add("belum");
  bingkai.addEventListener("load", () => {
    if (bingkai.contentDocument?.URL === "about:blank") return;
    bingkai.classList.remove("belum");
    bingkai.scrollIntoView({block: "nearest"});
  });
});

// A field of a grid never lies under the columns that stay in place.
document.addEventListener("focusin", (e) => {
  if (e.target.matches(".kisi td:nth-child(n+3) textarea")) e.target.scrollIntoView({block: "nearest", inline: "nearest"});
});

// What opens in the preview is brought into view.
document.addEventListener("click", (e) => {
  const tujuan = e.target.closest("a[target]");
  const bingkai = tujuan && document.querySelector(`iframe[name="${tujuan.target}"]`);
  bingkai?.scrollIntoView({block: "nearest"});
});
