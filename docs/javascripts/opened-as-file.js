// A page that was opened from a folder, without a server: its links name folders, which have no page
// of their own there, and browsers load no modules. docs/overrides/main.html asks for this script
// in that case alone; it is no module, or it would not load, either.
{
  for (const link of document.links) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  const note = document.createElement("p");
  note.className = "opened-as-file";
  note.innerHTML =
    "You opened this page as a file. Links work; search, progress and whatever you could play with do not. " +
    "To have them, run <code>python -m http.server</code> in the folder of the site, " +
    "and open <code>http://localhost:8000</code>.";
  document.querySelector("article").prepend(note);
}
