// Copies a finding as a link, a quotation, a place or wikitext.
const clean = (quote, selector) => one(selector, quote)?.textContent ?? "";

function facts(card) {
  const claim = one(".claim", card);
  const evidence = one(".side.evidence .evid", card);
  const document_ = evidence && data.documents.find(item => item[0] === evidence.dataset.d);
  return {
    claim: claim ? clean(claim, ".exact") : "",
    claimPlace: claim ? clean(claim, ".place") : "",
    evidence: evidence ? clean(evidence, ".exact") : "",
    place: evidence ? clean(evidence, ".place") : "",
    source: document_ ? document_[1] : "",
  };
}

// What would end or begin a template stands as a character reference.
const harmless = text => text.replace(/[{}|[\]<>&=~'\n]/g, char => `&#${char.codePointAt(0)};`);

const writers = {
  link: card => location.href.split("#")[0] + "#" + card.id,
  quote(card) {
    const { claim, claimPlace, evidence, place, source } = facts(card);
    const first = `${word("side.entry")}: “${claim}” (${claimPlace})`;
    return evidence ? `${first}\n${word("side.source")}: “${evidence}” (${source}, ${place})` : first;
  },
  place: card => [facts(card).claimPlace, facts(card).place].filter(Boolean).join("\n"),
  wiki(card) {
    const values = facts(card);
    const uncited = card.dataset.v === "unsupported" && one(".standing.uncited", card);
    const form = Object.values(data.wiki)[0][uncited ? "uncited" : card.dataset.v];
    return form.replace(/\{(claim|evidence|source|place)\}/g, (_, name) => harmless(values[name]));
  },
};

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(word("copy.done"));
}

function addCopyButtons() {
  for (const card of cards) {
    const links = one(".links", card);
    const names = one(".claim", card) ? Object.keys(writers) : ["link"];
    for (const name of names) {
      if (name === "wiki" && !Object.values(data.wiki)[0][card.dataset.v]) continue;
      const button = pressed("copy." + name, { type: "button" });
      button.dataset.copy = name;
      links.append(button);
    }
  }
  document.addEventListener("click", event => {
    const fix = event.target.closest("[data-fix]");
    if (fix) copy(one("code", fix.parentElement).textContent);
    const button = event.target.closest("[data-copy]");
    if (button) copy(writers[button.dataset.copy](cards[button.closest("[data-n]").dataset.n]));
  });
}
