// Keys, zoom and where the focus goes. Every key is declared in the page itself as data-key.
(() => {
  "use strict";
  const ZOOMS = [100, 150, 200, 300, 400];
  let zoom = 0;

  const typing = (element) => element.matches("input:not([type=hidden]), textarea, select");

  function applyZoom() {
    const picture = document.querySelector("#sheet svg");
    if (picture) picture.style.width = `${ZOOMS[zoom]}%`;
  }

  function showBox() {
    const sheet = document.getElementById("sheet");
    const box = sheet && sheet.querySelector("rect.own");
    if (!box) return;
    const inner = box.getBoundingClientRect(), outer = sheet.getBoundingClientRect();
    sheet.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 3;
    sheet.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }

  function ready() {
    applyZoom();
    showBox();
    if (location.hash === "#q") document.querySelector("input[name=q]")?.focus();
    else if (!document.querySelector("[autofocus]")) document.querySelector("#refused, h1")?.focus({ preventScroll: true });
    performance.mark("shown");
  }

  function showHelp() {
    const keys = document.getElementById("keys").content.cloneNode(true);
    document.getElementById("help") || document.body.append(keys);
    document.getElementById("help").showModal();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) {
      const step = { in: 1, out: -1, fit: -ZOOMS.length }[button.dataset.zoom];
      zoom = Math.min(Math.max(zoom + step, 0), ZOOMS.length - 1);
      applyZoom();
      showBox();
    }
    if (event.target.closest("#help-open")) showHelp();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") document.activeElement.blur();
    if (typing(event.target)) return;
    if (event.key === "Enter" && event.target.matches("a, button")) return;
    const key = event.key === "=" ? "+" : event.key;
    const goal = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!goal || goal.disabled) return;
    event.preventDefault();
    if (typing(goal)) goal.focus();
    else goal.click();
  });

  // taking away what has the focus makes the browser lay out the old and the new page together first
  document.addEventListener("htmx:beforeSwap", () => document.activeElement?.blur());
  document.addEventListener("htmx:afterSettle", ready);
  document.addEventListener("DOMContentLoaded", ready);
})();
