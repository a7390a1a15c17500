// A table pasted with its own shape: merged cells are known only from the clipboard's HTML.
const formulir = document.querySelector("[data-tempel]");
const bidang = formulir.elements.teks;

bidang.addEventListener("paste", (e) => {
  formulir.elements.html.value = e.clipboardData.getData("text/html").slice(0, 1_000_000);
});

// What is typed over is no longer what was pasted.
bidang.addEventListener("input", (e) => {
  if (e.inputType !== "insertFromPaste") formulir.elements.html.value = "";
});
