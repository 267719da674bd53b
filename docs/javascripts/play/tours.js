// The tours, as their page tells them. They are read from it, so that no word of them stands in a
// second place: a heading, the question, a list of predictions, a list of steps, and the answer.

// Each { name, title, question: [elements], predictions: [{ text, isRight }], steps: [{ label, parts,
// address, goesOn }], answer: [elements] }.
export async function toursFrom(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const tours = [...page.querySelectorAll(".tour")].map((told) => tourFrom(told, address));
  if (!tours.length) throw new Error(`no tours on ${address}`);
  return tours;
}

function tourFrom(told, address) {
  settle(told, address);
  const heading = told.querySelector("h2");
  const name = heading.dataset.name;
  const [predictions, steps, answer] = ["ul", "ol", "details"].map((kind) => told.querySelector(kind));
  const question = [...told.children].filter(
    (part) => part !== heading && part.compareDocumentPosition(predictions) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  answer.querySelector("summary").remove();
  return {
    name,
    title: heading.textContent.trim(),
    question,
    predictions: [...predictions.children].map((item) => ({
      text: item.textContent.trim(),
      isRight: item.classList.contains("right"),
    })),
    steps: [...steps.children].map(stepFrom),
    answer: [...answer.children],
  };
}

// A step begins with a link to its state. One that goes on from the weights of the step before
// carries that state in an attribute: a link could not hold the weights.
function stepFrom(item) {
  const link = item.querySelector("a");
  link.remove();
  item.firstChild.textContent = item.firstChild.textContent.replace(/^\.\s*/, ""); // it ended the link
  const { goesOn } = link.dataset;
  const address = goesOn ? `#${goesOn}` : new URL(link.href).hash;
  return { label: link.textContent.trim(), parts: [...item.childNodes], address, goesOn: goesOn !== undefined };
}

// Makes what stood on one page fit to stand on another: whole addresses, no names twice.
function settle(told, address) {
  told.querySelector("h2").dataset.name = told.querySelector("h2").id;
  for (const extra of told.querySelectorAll(".headerlink, .tour-open")) extra.remove();
  for (const link of told.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
  for (const named of told.querySelectorAll("[id]")) named.removeAttribute("id");
}
