// Light or dark, and the language; a page without its own marks on them follows the reader's system.
function theme(name) {
  if (name) root.dataset.theme = name; else delete root.dataset.theme;
}

function listenToAppearance() {
  theme(kept.get("theme"));
  one("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    theme(dark ? "light" : "dark");
    kept.set("theme", dark ? "light" : "dark");
  });
  for (const button of all(".langs button")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === data.language));
    button.addEventListener("click", () => { speak(button.dataset.lang); kept.set("language", button.dataset.lang); });
  }
  if (preferred() !== data.language) speak(preferred());
}
