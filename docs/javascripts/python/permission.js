// Asks a reader, once in a browser, whether Python may be fetched: what it is, how much, from where.
// Matplotlib, which is as large again, is asked for on its own where somebody has only the rest.
import { hostName } from "./failures.js";
import { runtime } from "./runtime.js";

// Resolves with true where the code may run: the reader has said yes, now or earlier.
export async function permitted(output, task) {
  let fault;
  const facts = await runtime.facts(task).catch(({ message }) => {
    fault = message;
    return null;
  });
  const isAllowed = runtime.isAllowed();
  if (isAllowed && !facts?.more.length) return true; // what fails now, the run itself will tell
  if (!facts) {
    output.say(fault);
    return false;
  }
  const answer = await output.ask(asked(isAllowed ? facts.more : facts.files), ["Fetch and run", "Not now"]);
  if (answer === 0) runtime.allow();
  if (answer === 1) output.say("Not run, and nothing fetched.");
  return answer === 0;
}

function asked(files) {
  const names = listed(files.map(({ name }) => name));
  const size = megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
  const from = listed([...new Set(files.map((file) => hostName(file.from)))]);
  return `To run this, your browser fetches ${names} once: ${size}, from ${from}.`;
}

export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

export const listed = (names) => new Intl.ListFormat("en").format(names);
