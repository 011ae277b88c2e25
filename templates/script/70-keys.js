// Single keys, with a switch to turn them off.
const keysOn = () => one("#keys-on").checked;
const needsLook = card => card.dataset.v !== "agree" && !reviewed(card);

const order_ = () => (state.view === "matrix" ? all("#matrix tbody tr").map(row => cards[row.dataset.n]) : state.view === "findings" ? listed : cards);

function step(direction, wanted = () => true) {
  const order = order_().filter(card => visible(card) && wanted(card));
  if (!order.length) return;
  const places = new Map(order_().map((card, at) => [card, at]));
  const here = state.chosen >= 0 ? places.get(cards[state.chosen]) : direction > 0 ? -1 : places.size;
  const next = direction > 0 ? order.find(card => places.get(card) > here) : order.findLast(card => places.get(card) < here);
  choose(Number((next || order.at(direction > 0 ? 0 : -1)).dataset.n));
}

function help(open) {
  const dialog = one("#keys");
  if (open) dialog.showModal(); else dialog.close();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  n: () => step(1, needsLook),
  p: () => step(-1, needsLook),
  v: () => view(state.view === "findings" ? "reading" : "findings"),
  a: () => review("accepted"),
  f: () => review("false-positive"),
  w: () => review("wont-fix"),
  d: () => review("deferred"),
  "/": () => one("#search").focus(),
  "?": () => help(true),
};

function listenToKeys() {
  const box = one("#keys-on");
  box.checked = kept.get("keys") !== "off";
  box.addEventListener("change", () => kept.set("keys", box.checked ? "on" : "off"));
  one("#help").addEventListener("click", () => help(true));
  one("#keys-close").addEventListener("click", () => help(false));
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || one("#keys").open) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      if (typing) typing.blur(); else if (state.chosen >= 0) choose(-1);
      return;
    }
    if (typing || !keysOn() || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}
