// What can go wrong before the reader's code runs, or beside it, in words for the reader.

const reach = fetch.bind(self); // the worker gives Pyodide another one

export class Failure extends Error {} // its message is shown as it stands

const AGAIN = "Press Run to try again.";
const nameOf = (address) => new URL(address).pathname.split("/").pop();

// What readers are told of where a file comes from.
export const hostName = (host) => (host === location.host ? "this site" : host);

const hostOf = (address) => hostName(new URL(address, location.href).host);

export const SAID = {
  noWebAssembly:
    "Python cannot run here: this browser has no WebAssembly, or it is turned off. Try another browser, " +
    "or copy the code and run it with a Python of your own.",
  tooOld:
    "Python cannot run here: this browser is too old for it. A newer one will do; or copy the code and run it " +
    "with a Python of your own.",
  crashed:
    "Python has ended unexpectedly: the code may have used up all memory, or gone too deep. Variables are " +
    "lost. Press Run to start anew.",
  offline: (address, name = nameOf(address)) =>
    `${name} could not be fetched: this browser is offline, and has not kept it from an earlier ` +
    `run. Go online. ${AGAIN}`,
  unreachable: (address, name = nameOf(address)) =>
    `${name} could not be fetched from ${hostOf(address)}: nothing answers there, or something on ` +
    `the way blocks it. ${AGAIN}`,
  brokenOff: (address, name = nameOf(address)) =>
    `${name} did not come whole: the connection to ${hostOf(address)} broke off. ${AGAIN}`,
  missing: (address, status, name = nameOf(address)) =>
    `${name} is not there: ${hostOf(address)} answered ${status}. That is no fault of yours. ${AGAIN}`,
  tampered: (address, name = nameOf(address)) =>
    `What came from ${hostOf(address)} as ${name} is not the file that this site means (its SHA-256 ` +
    `differs), so it was not used. ${AGAIN}`,
  unusable: (address, name = nameOf(address)) => `${name} came, but could not be used. ${AGAIN}`,
};

// Why a file could not be had at all.
export const unreached = (address, name) =>
  navigator.onLine ? SAID.unreachable(address, name) : SAID.offline(address, name);

// Why a file was refused, where the browser does not say. `otherwise`: it is there.
export async function whyNot(address, otherwise, name) {
  const answer = await reach(address).catch(() => undefined);
  if (!answer) return unreached(address, name);
  return answer.ok ? otherwise : SAID.missing(address, answer.status, name);
}
