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
listenToExport();
listenToAppearance();
measure();
listenToFilters();
listenToTexts();
listenToScrolling();
listenToKeys();
listenToTools();
listenToLinks();
watchServer();
arrive();
