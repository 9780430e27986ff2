// What reading does without, and what is handy: words selected in a letter get a link that opens
// on them, and a quotation with its citation. Nothing here is needed to read.
"use strict";

(function () {
  const letter = document.querySelector("article.letter");
  const grip = document.getElementById("grip");
  if (!letter || !grip) return;
  let waiting = 0; // the one thing that is to be done with the grip a little later
  let held = ""; // the passage whose buttons it shows

  // An address that ends in #c120-240 only, as a person may type it: ask for that passage.
  function opened() {
    const found = /^#c(\d+)-(\d+)$/.exec(location.hash);
    if (found && !document.getElementById(location.hash.slice(1))) {
      const address = new URL(location.href);
      address.searchParams.set("at", found[1] + "-" + found[2]);
      location.replace(address);
    }
  }

  // The character of the source at which a place of the page stands; null beside the text.
  function offset(node, at) {
    if (node.nodeType !== Node.TEXT_NODE) {
      const inner = node.childNodes[Math.min(at, node.childNodes.length - 1)];
      const run = inner && (inner.nodeType === 1 ? (inner.matches("[data-s]") ? inner : inner.querySelector("[data-s]")) : null);
      return run ? Number(run.dataset.s) : null;
    }
    const run = node.parentElement.closest("[data-s]");
    if (!run) return null;
    const before = document.createRange();
    before.setStart(run, 0);
    before.setEnd(node, at);
    // The page counts UTF-16 halves, the source whole signs.
    return Number(run.dataset.s) + Array.from(before.toString()).length;
  }

  function chosen() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!letter.contains(range.commonAncestorContainer)) return null;
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    const words = selection.toString().replace(/\s+/g, " ").trim();
    return start === null || end === null || end <= start || !words ? null : { start, end, words, range };
  }

  function address(place) {
    const at = place.start + "-" + place.end;
    return location.origin + "/letter/" + letter.dataset.id + "?at=" + at + "#c" + at;
  }

  function quotation(place) {
    return "“" + place.words + "” (" + letter.dataset.cited.replace(/\.$/, "") + "). " + address(place);
  }

  async function copy(words, said) {
    let done = true;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      done = false; // a browser gives its clipboard only to places it trusts
    }
    grip.replaceChildren(document.createTextNode(done ? said : words));
    clearTimeout(waiting);
    waiting = setTimeout(hide, done ? 2500 : 8000);
  }

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  function hide() {
    grip.hidden = true;
    held = "";
  }

  function show() {
    const place = chosen();
    // Buttons that stand already must stay the same ones: one that is replaced between press and
    // release is never clicked.
    const now = place ? place.start + "-" + place.end : "";
    if (now && now === held) return;
    if (!place) {
      if (!grip.contains(document.activeElement)) hide();
      return;
    }
    const box = place.range.getBoundingClientRect();
    grip.replaceChildren(
      button("Copy link", () => copy(address(place), "Link copied")),
      button("Copy quotation", () => copy(quotation(place), "Quotation copied")),
    );
    held = now;
    grip.hidden = false;
    // The policy of the room forbids style attributes in pages; a script of ours may set them.
    grip.style.left = Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - 260)) + "px";
    grip.style.top = box.bottom + scrollY + 8 + "px";
  }

  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("hashchange", opened);
  addEventListener("beforeprint", () => letter.querySelectorAll("details").forEach((one) => { one.open = true; }));
  opened();
})();
