// Copies an address or a citation. Without this file, or where a browser does not let it, the links just lead there.
"use strict";
(() => {
  const told = document.getElementById("copied");
  const tell = (near, words) => {
    if (told) told.textContent = words;
    const before = near.textContent;
    near.textContent = "gekopieerd";
    setTimeout(() => { near.textContent = before; }, 1500);
  };
  if (!navigator.clipboard) return;

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-copy]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
      tell(link, "Het adres is gekopieerd.");
    } catch { location.assign(link.href); }
  });

  for (const button of document.querySelectorAll("[data-copy-from]")) {
    const source = document.getElementById(button.dataset.copyFrom);
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.value);
        tell(button, "Het citaat is gekopieerd.");
      } catch { source.select(); }
    });
  }
})();
