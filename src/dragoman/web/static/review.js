// The review by keyboard; without scripts its links and forms do the same.
"use strict";

const statement = document.getElementById("statement");
const help = document.getElementById("keys");
const arrows = { ArrowRight: "j", ArrowLeft: "k" };

// Whoever comes from a judgement or a step goes on at the statement, and hears what became of the last one.
if (/[?&](at|done|undone)=/.test(location.search)) statement.focus({ preventScroll: true });
const told = document.querySelector("[role=status][data-says]");
setTimeout(() => { told.textContent = told.dataset.says; }, 150);

function carryOut(thing) {
  if (thing.tagName === "SUMMARY") { help.open = !help.open; thing.focus(); return; }
  if (thing.tagName === "INPUT" || thing.tagName === "SELECT") { thing.focus(); return; }
  thing.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) {
    if (event.key === "Escape") { event.preventDefault(); statement.focus(); }
    return;
  }
  if (!("on" in help.dataset)) return;
  const key = arrows[event.key] || event.key;
  const thing = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
  if (!thing) return;
  event.preventDefault();
  // A key that is held down judges once.
  if (!event.repeat) carryOut(thing);
});
