// Reads questions, a list in JSON, and prints the answers.
import { readFileSync } from "node:fs";

import { answer } from "./playground_answers.js";

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(answer)));
