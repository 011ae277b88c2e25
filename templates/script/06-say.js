function say(text, stays = false) {
  const toast = one("#toast");
  toast.textContent = text;
  toast.classList.add("on");
  if (!stays) setTimeout(() => toast.classList.remove("on"), Math.max(1400, text.length * 60));
}
