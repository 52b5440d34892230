// File patterns as ruff reads them: `*` also crosses folders, `{a,b}` chooses, a leading `!` negates in per-file-ignores.
import { basename, dirname, resolve } from "node:path";

function source(glob) {
  let text = "";
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i];
    if (glob.startsWith("**/", i)) (text += "(?:.*/)?"), (i += 2);
    else if (c === "*") text += ".*";
    else if (c === "?") text += ".";
    else if (c === "{") text += "(?:";
    else if (c === "}") text += ")";
    else if (c === ",") text += "|";
    else if (c === "[") text += glob[i + 1] === "!" ? (i++, "[^") : "[";
    else if (c === "]") text += "]";
    else text += c.replace(/[.+^$()|\\]/, "\\$&");
  }
  return text;
}

/** A test for full paths. The pattern is tried on the last name and on the path below `folder`. */
export function matcher(pattern, folder) {
  const onName = new RegExp(`^${source(pattern)}$`);
  const onPath = new RegExp(`^${source(resolve(folder, pattern))}$`);
  return (path) => onName.test(basename(path)) || onPath.test(path);
}

/** True when the path or a folder above it, up to `folder`, fits one of the patterns. */
export function excludes(patterns, folder) {
  const tests = patterns.map((pattern) => matcher(pattern, folder));
  return (path) => {
    for (let at = path; at !== folder && at !== dirname(at); at = dirname(at)) {
      if (tests.some((fits) => fits(at))) return true;
    }
    return false;
  };
}
