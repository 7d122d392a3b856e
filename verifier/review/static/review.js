// Keys, zoom, where the focus goes, and the way from page to page. Every key is declared in the page as data-key.
(() => {
  "use strict";
  const ZOOMS = [100, 150, 200, 300, 400];
  const KEYS = document.getElementById("keys"), UNANSWERED = document.getElementById("unanswered");
  let zoom = 0, saving = false;

  const typing = (element) => element.matches("input:not([type=hidden]), textarea, select");

  function applyZoom() {
    const picture = document.querySelector("#sheet svg");
    if (picture) picture.style.width = `${ZOOMS[zoom]}%`;
  }

  function showBox() {
    const sheet = document.getElementById("sheet");
    const box = sheet && (sheet.querySelector(".chosen") ?? sheet.querySelector(".own"));
    if (!box) return;
    const inner = box.getBoundingClientRect(), outer = sheet.getBoundingClientRect();
    sheet.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 3;
    sheet.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }

  // What is typed and the picture are seen together.
  const showForm = () => document.querySelector(".fix")?.scrollIntoView();

  function ready() {
    applyZoom();
    showForm();
    showBox();
    if (location.hash === "#q") document.querySelector("input[name=q]")?.focus();
    else (document.querySelector("[data-focus]") ?? document.querySelector("h1"))?.focus({ preventScroll: true });
    document.dispatchEvent(new Event("shown"));
  }

  // --- from page to page: the new body takes the place of the old one, styles and script stay. A browser that does not
  // know the navigation API loads each page instead.

  function show(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    document.title = page.title;
    document.activeElement?.blur(); // else the browser lays out the old and the new body together
    document.body.replaceWith(page.body);
    ready();
  }

  function failed(error) {
    if (error.name === "AbortError") return;
    document.getElementById("no-answer")?.remove();
    document.querySelector("main").prepend(UNANSWERED.content.cloneNode(true));
  }

  function go(event) {
    const isOther = event.hashChange || event.formData || event.downloadRequest !== null;
    if (!event.canIntercept || isOther || event.navigationType === "reload") return;
    const asked = async () => (await fetch(event.destination.url, { signal: event.signal })).text();
    const handler = async () => {
      show(event.info ?? (await asked()));
      if (!event.signal.aborted) event.scroll(); // at once, as the browser would when this has ended
      showForm();
    };
    event.intercept({ focusReset: "manual", handler });
  }

  async function save(event) {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    if (saving) return;
    saving = true;
    try {
      const button = event.submitter, body = new URLSearchParams(new FormData(form, button));
      const goal = button?.hasAttribute("formaction") ? button.formAction : form.action;
      const answer = await fetch(goal, { method: "POST", body });
      const page = await answer.text();
      navigation.navigate(answer.headers.get("content-location") ?? answer.url, { info: page });
    } catch (error) {
      failed(error);
    } finally {
      saving = false;
    }
  }

  if (window.navigation) {
    navigation.addEventListener("navigate", go);
    navigation.addEventListener("navigateerror", (event) => failed(event.error));
    document.addEventListener("submit", save);
  }

  function showHelp() {
    if (!document.getElementById("help")) document.body.append(KEYS.content.cloneNode(true));
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

  document.addEventListener("DOMContentLoaded", ready);
})();
