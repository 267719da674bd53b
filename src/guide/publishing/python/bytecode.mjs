// Compiles the standard library, as far as a first Run imports it, and the runner, with the Python that
// readers get: node bytecode.mjs PYODIDE FOLDER. The folder holds the runner's archive and
// compiling.py; both archives are written there, into `made`.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [core, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(core, "pyodide.mjs")));

// Always the same bytes; and no columns of the lines, which only tracebacks of the library itself show.
const env = { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" };
const pyodide = await loadPyodide({ env });
copyFileSync(join(core, "python_stdlib.zip"), join(folder, "python_stdlib.zip"));
mkdirSync(join(folder, "made"));
pyodide.mountNodeFS("/given", folder);
pyodide.runPython(`
import sys, zipfile

[library] = [path for path in sys.path if path.endswith(".zip")]
sys.path += ["/given/runner.zip"]
import browser, runner

nowhere = lambda *_: None
assert runner.run("1 + 1", "block", "page", nowhere, nowhere)["kind"] == "done"
sys.path += ["/given"]
from compiling import compile_modules, imported_from

compile_modules("/given/python_stdlib.zip", "/given/made/python_stdlib.zip", library, imported_from(library))
runners = {name for name in zipfile.ZipFile("/given/runner.zip").namelist() if name.endswith(".py")}
compile_modules("/given/runner.zip", "/given/made/runner.zip", "/guide/runner.zip", runners)
`);
