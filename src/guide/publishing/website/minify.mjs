// Makes scripts and style sheets small. Reads { target, files: { path: text } } as JSON, and answers
// with { files, faults }: all of them again, a source map beside each script, and what is wrong where.
import { basename } from "node:path/posix";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { default: esbuild } = await import(pathToFileURL(process.argv[2]));
const { target, files } = JSON.parse(await text(process.stdin));
// The names at the top of a module are its own; those of another script may be the page's.
const IS_MODULE = /^(import|export) /m;

const made = {};
const faults = [];

async function minify(path, source) {
  const name = basename(path);
  const loader = path.endsWith(".css") ? "css" : "js";
  const isScript = loader === "js";
  const { code, map, warnings } = await esbuild.transform(source, {
    ...{ loader, target, minify: true, charset: "utf8", legalComments: "none", logLevel: "silent" },
    ...(isScript ? { sourcemap: true, sourcefile: name, sourceRoot: "source/" } : {}),
    ...(isScript && IS_MODULE.test(source) ? { format: "esm" } : {}),
  });
  note(path, warnings);
  made[path] = isScript ? `${code}//# sourceMappingURL=${name}.map\n` : code;
  if (isScript) made[`${path}.map`] = map;
}

function note(path, messages) {
  for (const { text: message, location } of messages) faults.push({ path, line: location?.line ?? 1, message });
}

// Of a file that esbuild refuses, what is wrong with it; anything else is a fault of the build.
function refuse(path, fault) {
  if (!fault.errors) throw fault;
  note(path, fault.errors);
}

const all = Object.entries(files);
await Promise.all(all.map(([path, source]) => minify(path, source).catch((fault) => refuse(path, fault))));
esbuild.stop();
process.stdout.write(JSON.stringify({ files: made, faults }));
