// Finds and reads the settings that ruff would use for a folder: .ruff.toml, ruff.toml or [tool.ruff] of pyproject.toml,
// the nearest one upwards, with `extend`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "smol-toml";
import { excludes, matcher } from "./ruff-globs.mjs";

const NAMES = [".ruff.toml", "ruff.toml", "pyproject.toml"];
const EXCLUDED = [
  ".bzr", ".direnv", ".eggs", ".git", ".git-rewrite", ".hg", ".mypy_cache", ".nox", ".pants.d", ".pytype", ".ruff_cache",
  ".svn", ".tox", ".venv", "__pypackages__", "_build", "buck-out", "dist", "node_modules", "venv",
];

export class SettingsError extends Error {}

function readToml(file) {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SettingsError(`Failed to parse ${file}: ${error.message.split("\n")[0]}`);
  }
}

function optionsOf(file) {
  const toml = readToml(file);
  return file.endsWith("pyproject.toml") ? toml.tool?.ruff : toml;
}

function nearest(folder) {
  for (const name of NAMES) {
    const file = join(folder, name);
    if (existsSync(file) && optionsOf(file)) return file;
  }
  return dirname(folder) === folder ? null : nearest(dirname(folder));
}

// Lists that extend are joined, tables are merged, everything else is taken from the file that extends.
function merge(base, over) {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = base[key];
    if (key.startsWith("extend-") && Array.isArray(old) && Array.isArray(value)) result[key] = [...old, ...value];
    else if (isTable(old) && isTable(value)) result[key] = merge(old, value);
    else result[key] = value;
  }
  return result;
}

const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function load(file, seen = []) {
  if (seen.includes(file)) throw new SettingsError(`${file} extends itself`);
  const { extend, ...own } = optionsOf(file) ?? {};
  return extend ? merge(load(resolve(dirname(file), extend), [...seen, file]), own) : own;
}

function targetVersion(folder) {
  const file = join(folder, "pyproject.toml");
  const requires = existsSync(file) ? readToml(file).project?.["requires-python"] : undefined;
  const minor = requires && /(?:>=|~=|==)\s*3\.(\d+)/.exec(requires);
  return minor ? `py3${minor[1]}` : undefined;
}

// The engine sees text only, so the project's own packages are named for its import sorting.
function firstParty(folder, sources) {
  const names = new Set();
  for (const root of sources.map((source) => resolve(folder, source)).filter(existsSync)) {
    for (const entry of readdirSync(root, { withFileTypes: true })) {
      if (entry.isDirectory() && !entry.name.startsWith(".")) names.add(entry.name);
      else if (entry.name.endsWith(".py")) names.add(entry.name.slice(0, -3));
    }
  }
  return [...names];
}

/** What applies to the files of one folder. */
export function settingsFor(folder, root) {
  const file = nearest(folder);
  const base = file ? dirname(file) : root;
  const found = file ? load(file) : {};
  const lint = found.lint ?? {};
  const ignores = { ...found["per-file-ignores"], ...lint["per-file-ignores"] };
  const extraIgnores = { ...found["extend-per-file-ignores"], ...lint["extend-per-file-ignores"] };
  const isort = lint.isort ?? {};
  const targets = Object.entries({ ...found["per-file-target-version"] }).map(([pattern, version]) => ({
    fits: matcher(pattern, base),
    version,
  }));
  const known = [...(isort["known-first-party"] ?? []), ...firstParty(base, found.src ?? [".", "src"])];
  return {
    base,
    options: { ...found, lint: { ...lint, isort: { ...isort, "known-first-party": known } } },
    targetOf: (path) =>
      targets.find(({ fits }) => fits(path))?.version ?? found["target-version"] ?? targetVersion(base),
    isExcluded: excludes([...(found.exclude ?? EXCLUDED), ...(found["extend-exclude"] ?? [])], base),
    isLintExcluded: excludes(lint.exclude ?? [], base),
    forceExclude: found["force-exclude"] === true,
    respectGitignore: found["respect-gitignore"] !== false,
    isIgnored: ignoreTest([...Object.entries(ignores), ...Object.entries(extraIgnores)], base),
  };
}

function ignoreTest(entries, base) {
  const rules = entries.map(([pattern, codes]) => {
    const negated = pattern.startsWith("!");
    const fits = matcher(negated ? pattern.slice(1) : pattern, base);
    return { applies: (path) => fits(path) !== negated, codes };
  });
  return (path, code) =>
    rules.some((rule) => rule.applies(path) && rule.codes.some((prefix) => prefix === "ALL" || code.startsWith(prefix)));
}
