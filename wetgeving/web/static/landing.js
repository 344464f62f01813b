// While a citation is typed: where it leads, below the search box. Without this file Enter brings one there.
"use strict";
(() => {
  const box = document.getElementById("q");
  const told = document.getElementById("vindplaats");
  if (!box || !told) return;
  const PAUSE = 200;
  let waiting = 0;

  function show(found) {
    told.innerHTML = found; // escaped by our own template
    told.hidden = !found;
  }

  async function ask() {
    const words = box.value.trim();
    if (!/\d/.test(words)) return show("");
    try {
      const answer = await fetch(`${told.dataset.address}?q=${encodeURIComponent(words)}`);
      const found = answer.ok ? (await answer.text()).trim() : "";
      if (words === box.value.trim()) show(found);
    } catch { show(""); }
  }

  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, PAUSE); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") show(""); });
})();
