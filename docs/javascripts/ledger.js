// The filter of a page of the ledger: by kind, and by words that a row must hold.

const rowsOf = (list) => [...list.children];

export function mount(introduction) {
  const lists = [...document.querySelectorAll("ul.ledger")];
  const sections = lists.map((list) => ({ list, heading: list.previousElementSibling }));
  const form = document.createElement("form");
  form.className = "ledger-filter";
  form.role = "search";
  form.ariaLabel = "Filter of the ledger";
  form.innerHTML = `<label>Filter by words <input type="search" autocomplete="off"></label>
    <fieldset><legend>Kinds</legend></fieldset><p role="status"></p>`;
  const [words, kinds, status] = form.querySelectorAll("input, fieldset, p");
  for (const { heading } of sections) {
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
    label.append(box, ` ${heading.firstChild.textContent}`);
    kinds.append(label);
  }

  function filter() {
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const boxes = [...kinds.querySelectorAll("input")];
    let count = 0;
    for (const [place, { list, heading }] of sections.entries()) {
      for (const row of rowsOf(list)) {
        const text = row.textContent.toLowerCase();
        row.hidden = !boxes[place].checked || !asked.every((word) => text.includes(word));
      }
      const left = rowsOf(list).filter((row) => !row.hidden).length;
      heading.hidden = list.hidden = left === 0;
      count += left;
    }
    const all = lists.flatMap(rowsOf).length;
    status.textContent = count === all ? `All ${all} rows` : `${count} of ${all} rows`;
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  introduction.after(form);
  filter();
}
