// A drawing of a figure, as the build made it (src/guide/figures), and what redraws its parts. The
// build names the parts, and says in `data-panels` where panels stand and what their edges mean.

const FARTHEST = 1e5; // px; what lies beyond is drawn there, out of sight

export function drawingOf(svg) {
  const frames = JSON.parse(svg.dataset.panels);
  const panels = frames.map(placing);
  const parts = new Map(
    [...svg.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, partOf(part)]),
  );
  return {
    // Where a point of a panel's axes stands in the drawing.
    place: (panel, point) => panels[panel](point),

    // What the edges of a panel mean, from the lower to the higher.
    limits(panel) {
      const [, , , , fromX, fromY, toX, toY] = frames[panel];
      return { x: [fromX, toX], y: [fromY, toY] };
    },

    // Draws a line through points; one that is no number breaks it.
    line(name, panel, points) {
      parts.get(name).paths[0].setAttribute("d", pathOf(points.map(panels[panel])));
    },

    // Puts a marker at each point; there may be more of them than before, or none.
    dots(name, panel, points) {
      const { marker, group } = parts.get(name);
      const places = points.map(panels[panel]).filter(isPlace);
      group.replaceChildren(...places.map((place) => placed(marker.cloneNode(), place)));
    },

    // Moves a text with its point, and so many pixels down: it stays beside it as it was built.
    move(name, panel, point, down = 0) {
      const part = parts.get(name);
      const [x, y] = panels[panel](point);
      const { text } = part;
      part.beside ??= [text.getAttribute("x") - x, text.getAttribute("y") - y - down];
      placed(text, [x + part.beside[0], y + part.beside[1] + down]);
    },

    write(name, words) {
      parts.get(name).text.textContent = words;
    },

    // Sets attributes of all shapes of a part.
    paint(name, attributes) {
      const { paths, group, text } = parts.get(name);
      for (const shape of [...paths, text, ...(group?.children ?? [])]) {
        for (const [key, value] of Object.entries(attributes)) shape?.setAttribute(key, value);
      }
    },

    // Gives all lines and fills of a part the color of another token.
    recolor(name, token) {
      const { paths, group } = parts.get(name);
      for (const shape of [...paths, group, ...(group?.children ?? [])]) {
        for (const key of ["fill", "stroke"]) {
          if ((shape?.getAttribute(key) ?? "none") !== "none") shape.setAttribute(key, tone(token));
        }
      }
    },

    show(name, isVisible) {
      if (isVisible) parts.get(name).part.removeAttribute("display");
      else parts.get(name).part.setAttribute("display", "none");
    },
  };
}

export const tone = (token) => `var(--nn-${token})`;

// A marker gets its paint from where it stands, so that its shape must have none of its own.
function partOf(part) {
  const marker = part.querySelector("use");
  if (marker) {
    part.ownerSVGElement.querySelector(marker.getAttribute("xlink:href")).removeAttribute("stroke");
  }
  return {
    part,
    paths: [...part.querySelectorAll(":scope > path")],
    text: part.querySelector("text"),
    marker,
    group: marker?.parentNode,
  };
}

const isPlace = ([x, y]) => Number.isFinite(x) && Number.isFinite(y);
const written = (pixels) => Number(pixels.toFixed(2));

function placed(shape, [x, y]) {
  shape.setAttribute("x", written(x));
  shape.setAttribute("y", written(y));
  return shape;
}

// Returns the function that turns a point of a panel's axes into one of the drawing.
function placing([left, bottom, right, top, fromX, fromY, toX, toY, isLogX, isLogY]) {
  const along = (from, to, isLog) => {
    const scale = isLog ? Math.log : Number;
    return (value) => (scale(value) - scale(from)) / (scale(to) - scale(from));
  };
  const across = along(fromX, toX, isLogX);
  const up = along(fromY, toY, isLogY);
  const near = (pixels) => Math.min(Math.max(pixels, -FARTHEST), FARTHEST);
  return ([x, y]) => [
    near(left + across(x) * (right - left)),
    near(bottom + up(y) * (top - bottom)),
  ];
}

function pathOf(places) {
  let isOpen = false;
  return places
    .map(([x, y]) => {
      const command = isOpen ? "L" : "M";
      isOpen = isPlace([x, y]);
      return isOpen ? `${command}${written(x)} ${written(y)}` : "";
    })
    .join("");
}
