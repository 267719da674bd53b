// What stands where a part of the page could not be loaded: it says so, and tries again.
import { element } from "./elements.js";

export function faultOf(again) {
  const root = element(
    "p",
    { class: "play-error", role: "alert" },
    "This part could not be loaded. If another try does not help, load the page anew. ",
    element("button", { type: "button", class: "play-button", click: retry }, "Try again"),
  );
  function retry() {
    root.remove();
    again();
  }
  return root;
}
