/* What a page does by itself: the theme, the keys, the offers of the search box, copying, lit statements. */
(() => {
  "use strict";
  const THEMES = ["system", "light", "dark"];
  const root = document.documentElement;
  root.lang = "en-GB";

  const stored = () => {
    try { return THEMES.includes(localStorage.theme) ? localStorage.theme : "system"; } catch { return "system"; }
  };
  const applyTheme = (theme) => {
    root.dataset.theme = theme;
    document.querySelectorAll("[data-theme-switch]").forEach((each) => { each.textContent = `Theme: ${theme}`; });
  };
  applyTheme(stored());

  const search = () => document.getElementById("search");
  const options = () => [...document.querySelectorAll("#offers [role=option]")];
  const select = (number) => {
    options().forEach((each, index) => {
      each.id = `offer-${index}`;
      each.setAttribute("aria-selected", String(index === number));
    });
    if (number >= 0) search().setAttribute("aria-activedescendant", `offer-${number}`);
    else search().removeAttribute("aria-activedescendant");
  };
  const selected = () => options().findIndex((each) => each.getAttribute("aria-selected") === "true");
  const offersOpen = (open) => search()?.setAttribute("aria-expanded", String(open && options().length > 0));

  const inField = (target) => /^(input|textarea|select)$/i.test(target.tagName) || target.isContentEditable;

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !inField(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search()?.focus();
      search()?.select();
      return;
    }
    if (event.target.id !== "search") return;
    const count = options().length;
    if (event.key === "ArrowDown" && count) { event.preventDefault(); offersOpen(true); select((selected() + 1) % count); }
    else if (event.key === "ArrowUp" && count) { event.preventDefault(); select(selected() > 0 ? selected() - 1 : count - 1); }
    else if (event.key === "Escape") { offersOpen(false); select(-1); }
    else if (event.key === "Enter" && selected() >= 0) {
      event.preventDefault();
      options()[selected()].querySelector("a").click();
    }
  });
  document.addEventListener("focusin", (event) => offersOpen(event.target.id === "search" || event.target.closest("#offers")));

  const copy = async (button) => {
    const text = button.dataset.copy === "address" ? location.href : button.dataset.copy;
    try { await navigator.clipboard.writeText(text); } catch {
      const field = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    const before = button.dataset.label || button.textContent;
    button.dataset.label = before;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 1600);
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theme-switch]")) {
      const next = THEMES[(THEMES.indexOf(stored()) + 1) % THEMES.length];
      try { localStorage.theme = next; } catch { /* a private window keeps it for this page only */ }
      applyTheme(next);
    }
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  const light = (event) => {
    const mark = event.target.closest?.("[data-said]");
    if (!mark) return;
    document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
    document.querySelectorAll(`[data-said="${CSS.escape(mark.dataset.said)}"]`).forEach((each) => each.classList.add("lit"));
    const note = document.getElementById(`note-${mark.dataset.said}`);
    const notes = note?.closest(".notes");
    if (note && notes && mark !== note && getComputedStyle(notes).overflowY === "auto") {
      notes.scrollTop += note.getBoundingClientRect().top - notes.getBoundingClientRect().top - 24;
    }
  };
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);

  // The slider: its day is read out while it moves, and asked for when it rests.
  const slid = (event) => {
    const form = event.target.closest?.("[data-slider]");
    if (!form || event.target.type !== "range") return;
    const knob = event.target;
    form.elements.ends.value = JSON.parse(knob.dataset.stops)[knob.value];
    const spoken = JSON.parse(knob.dataset.spoken)[knob.value];
    form.querySelector("output").textContent = spoken;
    knob.setAttribute("aria-valuetext", spoken);
    clearTimeout(form.rest);
    if (event.type === "change") form.rest = setTimeout(() => form.submit(), 350);
  };
  document.addEventListener("input", slid);
  document.addEventListener("change", slid);

  new MutationObserver(() => {
    if (document.querySelector("[data-theme-switch]:not([data-set])")) {
      document.querySelectorAll("[data-theme-switch]").forEach((each) => { each.dataset.set = ""; });
      applyTheme(stored());
    }
    if (document.activeElement?.id === "search") offersOpen(true);
  }).observe(document, { childList: true, subtree: true });
})();
