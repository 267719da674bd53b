// Makes elements of HTML and of SVG: a name, its attributes, and what stands in it. Attributes that
// are functions are listeners; null, undefined and false leave an attribute out.

const SVG = "http://www.w3.org/2000/svg";

export const element = (name, attributes = {}, ...parts) =>
  filled(document.createElement(name), attributes, parts);

export const drawn = (name, attributes = {}, ...parts) =>
  filled(document.createElementNS(SVG, name), attributes, parts);

function filled(node, attributes, parts) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...parts);
  return node;
}

// Sets a text or an attribute only where it is another one: the browser need not lay out anew.
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function mark(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
