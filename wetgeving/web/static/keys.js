// Keys for what clicks do: j and k step, / searches, ? explains. Every page works without this file.
"use strict";
(() => {
  const off = { get: () => remembered("toetsen") === "uit", set: (no) => remember("toetsen", no ? "uit" : "aan") };
  const byId = (id) => (id ? document.getElementById(id) : null);
  let current = null;

  function remembered(name) {
    try { return localStorage.getItem(name); } catch { return null; }
  }
  function remember(name, value) {
    try { localStorage.setItem(name, value); } catch { /* a browser that keeps nothing: the choice lasts one page */ }
  }

  const steps = () => [...document.querySelectorAll("[data-step]")];

  function place(all) {
    const focused = document.activeElement?.closest?.("[data-step]");
    if (focused) return all.indexOf(focused);
    if (current?.isConnected) return all.indexOf(current);
    const top = document.querySelector(".sticky")?.getBoundingClientRect().bottom ?? 0;
    const below = all.findIndex((step) => step.getBoundingClientRect().top > top);
    return (below < 0 ? all.length : below) - 0.5;
  }

  function go(direction) {
    const all = steps();
    if (!all.length) return;
    const here = place(all);
    const wanted = direction > 0 ? Math.floor(here) + 1 : Math.ceil(here) - 1;
    show(all[Math.min(Math.max(wanted, 0), all.length - 1)], all);
  }

  function show(step, all) {
    current = step;
    step.scrollIntoView({ block: "start" });
    step.focus({ preventScroll: true, focusVisible: true });
    if (step.id) history.replaceState(null, "", `#${step.id}`);
    tellPlace(step, all);
  }

  function tellPlace(step, all) {
    const told = byId("place");
    if (told && all.includes(step)) told.textContent = `wijziging ${all.indexOf(step) + 1} van ${all.length}`;
  }

  function openAround(element) {
    for (let box = element?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }

  function followHash() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = byId(id);
    if (target) {
      openAround(target);
      if (target.matches("[data-step]")) { current = target; tellPlace(target, steps()); }
    } else if (id && document.querySelector("[data-parts]")) {
      const query = new URLSearchParams(location.search);
      if (query.get("deel") === id) return;
      query.set("deel", id);
      location.replace(`?${query}#${id}`);
    }
  }

  const typing = (target) => target.closest?.("input:not([type=radio]), textarea, select, [contenteditable]");

  const does = {
    j: () => go(1),
    k: () => go(-1),
    "/": () => byId("q")?.focus(),
    "?": () => byId("keys")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (off.get() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (!does[event.key] || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    does[event.key]();
  });

  for (const [id, direction, words] of [["previous", -1, "Vorige"], ["next", 1, "Volgende"]]) {
    const link = byId(id);
    if (!link) continue;
    link.textContent = words;
    link.setAttribute("aria-label", `${words} wijziging`);
    link.addEventListener("click", (event) => { event.preventDefault(); go(direction); });
  }

  const button = byId("keys-off");
  if (button) {
    const name = () => { button.textContent = off.get() ? "Zet deze toetsen aan" : "Zet deze toetsen uit"; };
    button.hidden = false;
    button.addEventListener("click", () => { off.set(!off.get()); name(); });
    name();
  }

  window.addEventListener("hashchange", followHash);
  followHash();
})();
