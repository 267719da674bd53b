// The filter of a page of the ledger: by kind, and by words that a row must hold.
import { holds } from "./words.js";

const rowsOf = (list) => [...list.children];

export function mount(form) {
  const lists = [...document.querySelectorAll("ul.ledger")];
  const sections = lists.map((list) => ({ list, heading: list.previousElementSibling }));
  const [words, ...boxes] = form.querySelectorAll("input");
  const status = form.querySelector("p");

  function filter() {
    let count = 0;
    for (const [place, { list, heading }] of sections.entries()) {
      for (const row of rowsOf(list)) {
        const text = row.textContent.toLowerCase();
        row.hidden = !boxes[place].checked || !holds(text, words.value);
      }
      const left = rowsOf(list).filter((row) => !row.hidden).length;
      heading.hidden = list.hidden = left === 0;
      count += left;
    }
    const all = lists.flatMap(rowsOf).length;
    status.textContent = count === all ? `All ${all} rows` : `${count} of ${all} rows`;
  }

  form.addEventListener("input", filter);
  filter(); // a page that the browser brings back may have words in it
}
