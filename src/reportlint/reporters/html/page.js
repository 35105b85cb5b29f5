"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById("filter");
  const items = all("li.item");
  const marks = all("mark[data-f]");
  const notes = all("li.note[data-f]");

  /* Both ways: a jump lights every stretch of the finding and puts the keyboard there, so that Enter leads back. */
  const light = (key) => {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    if (!key) return;
    for (const part of [...marks, ...notes]) {
      part.classList.toggle("lit", part.dataset.f.split(" ").includes(key));
    }
    document.getElementById("n" + key)?.classList.add("lit");
  };
  const arrive = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest(".off")) showAll();
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    const key = /^[mn](f\d+-\d+)$/.exec(id);
    light(key && key[1]);
    if (!key) return;
    const stretch = target.closest("mark") || target;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    stretch.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    const link = stretch.querySelector("a");
    if (link && id[0] === "m") link.setAttribute("href", "#n" + key[1]);
    link?.focus({ preventScroll: true });
  };
  const here = () => decodeURIComponent(location.hash.slice(1));
  addEventListener("hashchange", () => arrive(here()));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) arrive(here());
  });

  /* Filters */
  const boxes = form ? all("input", form) : [];
  const rule = document.getElementById("rule");
  const filter = () => {
    const groups = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const seen = new Set();
    for (const item of items) {
      const on = groups.has(item.dataset.g) && (!rule.value || item.dataset.r === rule.value);
      item.classList.toggle("off", !on);
      if (on) seen.add(item.id.slice(1));
    }
    for (const part of [...marks, ...notes]) {
      const off = !part.dataset.f.split(" ").some((key) => seen.has(key));
      part.classList.toggle("off", off);
      const link = part.matches("mark") && part.querySelector("a");
      if (link) link.tabIndex = off ? -1 : 0;
    }
    for (const group of all(".group")) {
      group.classList.toggle("off", !group.querySelector("li.item:not(.off)"));
    }
    const some = seen.size === items.length ? `共 ${items.length} 处` : `显示 ${seen.size} 处，共 ${items.length} 处`;
    document.getElementById("shown").textContent = some;
  };
  const showAll = () => {
    for (const box of boxes) box.checked = true;
    rule.value = "";
    filter();
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  /* Paper has no folds */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => {
    for (const box of closed) box.open = false;
  });
  arrive(here());
})();
