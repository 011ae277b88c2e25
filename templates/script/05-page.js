"use strict";
// The page is whole without this script; it filters, leads from text to text, and copies.
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = JSON.parse(one("#data").textContent);
const state = { language: data.language };

// What the reader prefers stays in the browser; `set` says whether it does: some keep nothing.
const kept = {
  get(name) { try { return localStorage.getItem("crosscheck." + name); } catch { return null; } },
  set(name, value) { try { localStorage.setItem("crosscheck." + name, value); return true; } catch { return false; } },
};
