// Comforts for those who have scripts; every page works without them.
"use strict";

// The address of this page with another day.
function addressOn(name, day) {
  const address = new URL(location.href);
  address.searchParams.set(name, day);
  address.searchParams.delete("page");
  return address.pathname + address.search;
}

// The parts of this page that depend on a day, taken from that of another; what is focused in the form stays so.
async function show(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) { location.assign(address); return; }
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = other.querySelector(`[data-live="${part.dataset.live}"]`);
    const focused = part.closest("form") && part.contains(document.activeElement);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
    // Where there is nothing more to go on to, the slider is what is left.
    if (fresh && focused) (fresh.querySelector("a[data-day]") || document.querySelector("input[type=range]")).focus();
  }
  document.title = other.title;
  history.replaceState(null, "", address);
}

// The day at a step of a slider: of a month its last, of the last step that on which all ends.
function dayAt(slider, step) {
  const day = new Date(slider.dataset.first);
  if (slider.dataset.unit === "month") day.setUTCMonth(day.getUTCMonth() + step + 1, 0);
  else day.setUTCDate(day.getUTCDate() + step);
  const iso = day.toISOString().slice(0, 10);
  return iso < slider.dataset.last ? iso : slider.dataset.last;
}

// The step of a slider on which a day is.
function stepOf(slider, iso) {
  const first = new Date(slider.dataset.first), day = new Date(iso);
  if (slider.dataset.unit === "day") return Math.round((day - first) / 86400000);
  return (day.getUTCFullYear() - first.getUTCFullYear()) * 12 + day.getUTCMonth() - first.getUTCMonth();
}

function inWords(iso) {
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(iso).toLocaleDateString("en-GB", form);
}

// A slider of days sets the date of its form and shows that day, and so does a link to a change. One is asked for at a
// time, then the last wanted.
for (const slider of document.querySelectorAll("input[type=range][data-sets]")) {
  const label = slider.closest("label");
  const field = slider.form.elements[slider.dataset.sets];
  const told = label.querySelector("output");
  let busy = false, wanted = null, timer = 0;
  const follow = async () => {
    if (busy || wanted === null) return;
    const address = wanted;
    wanted = null;
    busy = true;
    document.getElementById("main").setAttribute("aria-busy", "true");
    try { await show(address); } catch { location.assign(address); }
    busy = false;
    if (wanted === null) document.getElementById("main").removeAttribute("aria-busy");
    follow();
  };
  const choose = (day, patience) => {
    told.textContent = inWords(day);
    slider.setAttribute("aria-valuetext", told.textContent);
    field.value = day;
    clearTimeout(timer);
    timer = setTimeout(() => { wanted = addressOn(field.name, day); follow(); }, patience);
  };
  label.hidden = false;
  slider.addEventListener("input", () => choose(dayAt(slider, Number(slider.value)), 120));
  slider.form.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-day]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const step = stepOf(slider, link.dataset.day);
    // What is not on the scale is loaded with a scale of its own.
    if (step < 0 || step > Number(slider.max)) return;
    event.preventDefault();
    slider.value = step;
    choose(link.dataset.day, 0);
  });
}

// A choice in a form of filters is carried out at once.
for (const choice of document.querySelectorAll("form.filters select, form.filters input[type=checkbox]")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}

// Empty fields are left out of addresses, so that these can be read and shared.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("formdata", (event) => {
    // Several fields may share a name: what the others say stays.
    const said = [...event.formData].filter(([, value]) => value !== "");
    for (const name of new Set(event.formData.keys())) event.formData.delete(name);
    for (const [name, value] of said) event.formData.append(name, value);
  });
}

// "/" leads to the search.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  document.querySelector(".find input").focus();
});

// What is right is asked for where something else is wrong, and has to be said then.
for (const asked of document.querySelectorAll("[data-change]")) {
  const form = asked.closest("form"), field = form.elements.change;
  const follow = () => {
    const asks = (form.querySelector("input[name=verdict]:checked") || { dataset: {} }).dataset.asks;
    asked.hidden = !asks;
    field.required = Boolean(asks);
    field.placeholder = asks || "";
  };
  form.addEventListener("change", follow);
  follow();
}

// Words in a document and the notes beside them show each other.
for (const words of document.querySelectorAll("mark[data-n]")) {
  words.addEventListener("click", () => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const numbers = words.dataset.n.split(" ");
    for (const note of numbers.map((n) => document.getElementById(`n${n}`)).filter(Boolean)) {
      note.open = true;
      note.classList.add("lit");
    }
    for (const other of document.querySelectorAll("mark[data-n]")) {
      if (other.dataset.n.split(" ").some((n) => numbers.includes(n))) other.classList.add("lit");
    }
  });
}

// A note that an address leads to is opened.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") target.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();

// How far a run is: asked every second, and the page loaded anew when it is done.
const run = document.querySelector(".run[data-status=reading]");
if (run) {
  const timer = setInterval(async () => {
    const answer = await fetch("/add.json");
    if (!answer.ok) { clearInterval(timer); return; }
    const told = await answer.json();
    if (told.status !== "reading") { clearInterval(timer); location.reload(); return; }
    const bar = run.querySelector("progress");
    if (told.total) { bar.max = told.total; bar.value = told.done; }
    run.querySelector(".told").textContent = `${told.done} of ${told.total || "…"}`;
  }, 1000);
}

// Files dropped anywhere on the form are chosen in it.
const drop = document.querySelector("form.add");
if (drop) {
  for (const kind of ["dragover", "dragenter"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    drop.elements.files.files = event.dataTransfer.files;
  });
}
