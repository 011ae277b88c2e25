function arrive() {
  const anchor = readAddress();
  showFilters();
  filter();
  view(state.view, { keep: true });
  if (state.chosen >= 0) choose(state.chosen);
  else if (anchor) document.getElementById(anchor)?.scrollIntoView();
  if (state.view === "reading" && state.chosen >= 0) one("#bar").scrollIntoView({ block: "start" });
}

function measure() {
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", one("#bar").offsetHeight + "px")).observe(one("#bar"));
}

root.classList.add("js");
makeTabs();
addCopyButtons();
listenToReview();
if (preferred() !== data.language) speak(preferred()); else for (const button of all(".langs button")) button.setAttribute("aria-pressed", String(button.dataset.lang === data.language));
measure();
listenToFilters();
listenToTexts();
listenToScrolling();
listenToKeys();
listenToTools();
listenToLinks();
watchServer();
arrive();
