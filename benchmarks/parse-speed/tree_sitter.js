// Whole passes of tree-sitter-python over the files of a list; prints the seconds of the fastest.
const fs = require("fs");
const Parser = require("tree-sitter");

const [list, duration] = process.argv.slice(2);
const texts = fs.readFileSync(list, "utf8").trim().split("\n").map((name) => fs.readFileSync(name, "utf8"));
const parser = new Parser();
parser.setLanguage(require("tree-sitter-python"));
let best = Infinity, errors = 0;
const end = performance.now() + duration * 1000;
for (let passes = 0; passes < 3 || performance.now() < end; passes++) {
  const start = performance.now();
  errors = 0;
  for (const text of texts) {
    const tree = parser.parse(text, null, { bufferSize: 2 * text.length + 1024 });
    if (tree.rootNode.hasError) errors++;
  }
  best = Math.min(best, performance.now() - start);
}
console.log(JSON.stringify({ seconds: best / 1000, errors }));
