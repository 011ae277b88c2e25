// Elements that are made here, and words on them that change with the language.
function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function labelled(key, field) {
  const words = made("span", { textContent: word(key) });
  words.dataset.t = key;
  return made("label", {}, words, " ", field);
}

function pressed(key, properties) {
  const button = made("button", { textContent: word(key), ...properties });
  button.dataset.t = key;
  return button;
}
