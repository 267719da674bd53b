// Folded below a block: a link to its code, and what this browser keeps, with a button that clears it.
import { element, say } from "../play/elements.js";
import { countEdits, dropAllEdits } from "./edits.js";
import { megabytes } from "./permission.js";
import { runtime } from "./runtime.js";
import { linkTo } from "./share.js";

// `panel` is the block's; `cleared` is called once nothing is kept any more.
export function foldedMore(panel, cleared) {
  const said = element("p", { class: "run-said", role: "status" });
  const kept = element("p", {}, "");
  const link = element("button", { type: "button", click: () => copyLink(panel, said) }, "Copy a link to this code");
  const clear = element("button", { type: "button" }, "Clear all of it");
  clear.addEventListener("click", async () => {
    dropAllEdits();
    await runtime.forget();
    cleared();
    await tell();
    say(said, "Cleared.");
  });

  async function tell() {
    const [bytes, edits] = [await runtime.keptBytes(), countEdits()];
    const parts = [
      bytes && `${megabytes(bytes)} of Python for the next visit`,
      edits && (edits === 1 ? "your edit of 1 block" : `your edits of ${edits} blocks`),
    ].filter(Boolean);
    say(kept, parts.length ? `This browser keeps ${parts.join(" and ")}.` : "This browser keeps nothing of it.");
    clear.hidden = !parts.length;
  }

  const fold = element("details", { class: "run-more", toggle: () => fold.open && tell() });
  fold.append(element("summary", {}, "Share; what is kept"), link, kept, clear, said);
  return fold;
}

async function copyLink(panel, said) {
  const { link, error } = linkTo(panel.block.dataset.run, panel.code());
  if (error) return say(said, error);
  try {
    await navigator.clipboard.writeText(link);
    return say(said, "The link is copied. Whoever opens it sees this code, and runs it only by pressing Run.");
  } catch {
    said.replaceChildren("Copy it from here: ", element("a", { href: link }, "link to this code"));
    return undefined;
  }
}
