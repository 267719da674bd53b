// What the living parts of a figure show: their texts, where their marks and lines are, and how
// they look. One expression: a function of a figure's root.
(root) => {
  // The points of a path, and null for one with curves, which no script redraws.
  const pointsOf = (path) => {
    const tokens = path.getAttribute("d").match(/[a-zA-Z]|-?\d*\.?\d+/g);
    const lines = [];
    let here = [0, 0];
    let command = "";
    while (tokens.length) {
      if (/[a-zA-Z]/.test(tokens[0])) command = tokens.shift();
      if (/z/i.test(command)) {
        here = lines.at(-1)[0];
        lines.at(-1).push(here);
        continue;
      }
      if (!/[ml]/i.test(command)) return null;
      const [x, y] = [Number(tokens.shift()), Number(tokens.shift())];
      here = /[ml]/.test(command) ? [here[0] + x, here[1] + y] : [x, y];
      if (/m/i.test(command)) lines.push([here]);
      else lines.at(-1).push(here);
      command = { m: "l", M: "L" }[command] ?? command;
    }
    return lines;
  };
  // An attribute may stand on a shape or on the group around it.
  const look = (shape) =>
    ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray"].map((name) => {
      const unset = name === "stroke-width" ? "1" : "";
      const value = shape.closest(`[${name}]:not(svg)`)?.getAttribute(name) ?? unset;
      return value.replace(/var\((--[\w-]+).*\)/, "$1").replace("none", "").replaceAll(" ", "");
    });
  return [...root.querySelectorAll("svg")].map((svg) => ({
    box: svg.getAttribute("viewBox").split(" ").map(Number),
    parts: [...svg.querySelectorAll("[data-part]")].map((part) => {
      const shapes = (tag) => [...part.querySelectorAll(tag)].filter((one) => !one.closest("defs"));
      const place = (shape) => ["x", "y"].map((name) => Number(shape.getAttribute(name)));
      return {
        name: part.dataset.part,
        hidden: part.getAttribute("display") === "none",
        texts: shapes("text").map((text) => [text.textContent, ...place(text)]),
        marks: shapes("use").map((mark) => [...place(mark), look(mark)]),
        paths: shapes("path").map((path) => [pointsOf(path) ?? path.getAttribute("d"), look(path)]),
      };
    }),
  }));
};
