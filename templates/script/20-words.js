// The interface and the reasons in another language, in place.
const spoken = [];
const word = key => data.words[state.language][key] ?? key;

function sentence(number) {
  const [key, args] = data.steps[number];
  const found = data.messages[state.language][key];
  return found.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name) => name === undefined ? whole[0] : args[name] ?? whole);
}

function speak(language) {
  if (!(language in data.words)) return;
  state.language = language;
  root.lang = language;
  for (const element of all("[data-t]")) element.textContent = word(element.dataset.t);
  for (const element of all("[data-ta]")) element.setAttribute("aria-label", word(element.dataset.ta));
  for (const element of all("[data-tt]")) element.title = word(element.dataset.tt);
  for (const element of all("[data-tp]")) element.placeholder = word(element.dataset.tp);
  for (const element of all("[data-say]")) element.dataset.say = word("say." + element.localName);
  for (const element of all("[data-m]")) element.textContent = sentence(element.dataset.m);
  for (const button of all(".langs button")) button.setAttribute("aria-pressed", String(button.dataset.lang === language));
  for (const listener of spoken) listener();
}

// An English report follows the reader's browser; one that was asked for in Chinese stays as it is.
function preferred() {
  const stored = kept.get("language");
  if (stored) return stored;
  if (data.language !== "en") return data.language;
  const tag = (navigator.languages[0] || "").toLowerCase();
  if (!tag.startsWith("zh")) return "en";
  return /hant|tw|hk|mo/.test(tag) ? "zh-Hant" : "zh-Hans";
}
