// The front door: how far a check is, and files that are dropped. Without this script both have another way.
(() => {
  "use strict";
  const LOOK = 1000;
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  // --- the progress is looked at again and again; when the check has ended, the page is loaded anew

  // A page on which somebody writes is not loaded anew under their hands: it says that the check has ended.
  const isWriting = () => [...document.querySelectorAll("input:not([type=hidden])")].some((each) => each.value !== each.defaultValue);

  function end(live, gently) {
    const told = live.parentElement.querySelector("template");
    if (gently && isWriting()) live.replaceWith(told.content.cloneNode(true));
    else location.reload();
  }

  async function follow(live, gently) {
    await new Promise((done) => setTimeout(done, LOOK));
    if (!live.isConnected) return;
    let next;
    try {
      next = parsed(await (await fetch("/progress")).text()).querySelector("[data-live]");
    } catch {
      if (!document.getElementById("no-answer"))
        document.querySelector("main").prepend(document.getElementById("unanswered").content.cloneNode(true));
      next = live;
    }
    if (!live.isConnected) return;
    if (!next) return end(live, gently);
    if (next !== live) document.getElementById("no-answer")?.remove();
    if (next !== live) live.replaceWith(next);
    follow(next, gently);
  }

  // --- dropped files go one by one into the folder that the page names

  async function* within(entry, folder = "") {
    if (entry.isFile) yield [folder + entry.name, await new Promise((done, fail) => entry.file(done, fail))];
    if (!entry.isDirectory) return;
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return;
      for (const each of some) yield* within(each, `${folder}${entry.name}/`);
    }
  }

  async function* ofEntries(entries) {
    for (const entry of entries) yield* within(entry);
  }

  // Of a kind that is taken by itself, without a folder around it.
  function isWhole(drop, name) {
    const endings = drop.querySelector("[accept]").accept.split(",");
    return endings.some((ending) => name.toLowerCase().endsWith(ending));
  }

  // Any other file that is dropped alone is taken as the folder that it is copied into.
  async function copy(drop, files) {
    const told = document.getElementById("dropped"), tops = new Set();
    let many = 0, nested = false;
    try {
      for await (const [path, file] of files) {
        const at = path.split("/").map(encodeURIComponent).join("/");
        const headers = { "x-csrf": drop.dataset.csrf };
        const answer = await fetch(`/uploads/${drop.dataset.name}/${at}`, { method: "PUT", headers, body: file });
        if (!answer.ok) throw new Error(parsed(await answer.text()).querySelector("main p")?.textContent);
        tops.add(path.split("/")[0]);
        nested ||= path.includes("/");
        told.textContent = `已复制 ${++many} 个文件`;
      }
    } catch (error) {
      told.textContent = `没有全部复制：${error.message || "程序没有回应"}`;
      return;
    }
    const [top] = tops, separator = drop.dataset.folder.includes("\\") ? "\\" : "/";
    const isOne = tops.size === 1 && (nested || isWhole(drop, top));
    const place = drop.dataset.folder + (isOne ? separator + top : "");
    if (many) location.assign(`${drop.dataset.goal}?${new URLSearchParams({ [drop.dataset.field]: place })}`);
    else told.textContent = "里面没有文件。";
  }

  document.addEventListener("dragover", (event) => {
    if (event.target.closest("#drop")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const drop = event.target.closest("#drop");
    if (!drop) return;
    event.preventDefault();
    copy(drop, ofEntries([...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean)));
  });
  document.addEventListener("change", (event) => {
    const drop = event.target.closest("#drop");
    if (!drop) return;
    const files = [...event.target.files];
    const other = event.target.accept && files.find((file) => !isWhole(drop, file.name));
    if (other) document.getElementById("dropped").textContent = `“${other.name}”不是${drop.dataset.alone}，没有复制。单个文件请先放进一个文件夹，再选文件夹。`;
    else copy(drop, files.map((file) => [file.webkitRelativePath || file.name, file]));
  });

  document.addEventListener("shown", () => {
    const live = document.querySelector("[data-live]"), drop = document.getElementById("drop");
    if (live) follow(live, live.dataset.live === "gently");
    if (drop) drop.hidden = false;
  });
})();
