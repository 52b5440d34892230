// Checks Python files with ruff's own engine (WebAssembly) and prints what `ruff check --output-format json` prints.
//   node ruff-check.mjs ROOT PATH
//   node ruff-check.mjs --version
// Exit codes are ruff's: 0 clean, 1 findings, 2 it could not run. Not covered, because the engine sees one text at a time:
// rules about a file's own name or place (INP001, N999), notebooks, and pyproject.toml itself.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ruff from "@astral-sh/ruff-wasm-nodejs";
import { SettingsError, settingsFor } from "./ruff-settings.mjs";

const { PositionEncoding, Workspace } = ruff;
if (process.argv[2] === "--version") {
  console.log(`ruff ${Workspace.version()} (WebAssembly)`);
  process.exit(0);
}

const [root, target] = [resolve(process.argv[2]), resolve(process.argv[2], process.argv[3])];
const settings = new Map();
const engines = new Map();

function settingsOf(folder) {
  if (!settings.has(folder)) settings.set(folder, settingsFor(folder, root));
  return settings.get(folder);
}

// Files with the same settings and Python version share one engine.
function engineFor(file, { base, options, targetOf }) {
  const target = targetOf(file);
  const key = `${base}\0${target}`;
  if (!engines.has(key)) {
    try {
      const text = JSON.stringify({ ...options, "target-version": target });
      engines.set(key, new Workspace(JSON.parse(text), PositionEncoding.Utf32));
    } catch (error) {
      throw new SettingsError(`Invalid ruff settings in ${base}: ${error.message ?? error}`);
    }
  }
  return engines.get(key);
}

function* walk(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (settingsOf(folder).isExcluded(path)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() && /\.pyi?$/.test(entry.name)) yield path;
  }
}

function withoutGitIgnored(files) {
  const asked = files.filter((file) => settingsOf(dirname(file)).respectGitignore);
  const input = asked.join("\0");
  const git = spawnSync("git", ["check-ignore", "-z", "--stdin"], { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 28 });
  const ignored = new Set(git.status === 0 ? git.stdout.split("\0") : []);
  return files.filter((file) => !ignored.has(file));
}

function filesOf(path) {
  if (statSync(path).isDirectory()) return withoutGitIgnored([...walk(path)]);
  const { forceExclude, isExcluded } = settingsOf(dirname(path));
  return forceExclude && isExcluded(path) ? [] : [path];
}

function check(file) {
  const own = settingsOf(dirname(file));
  const found = engineFor(file, own).check(readFileSync(file, "utf8"));
  return (own.isLintExcluded(file) ? [] : found)
    .filter((finding) => !own.isIgnored(file, finding.code ?? ""))
    .map(({ code, message, start_location, end_location, fix }) => ({
      code, message, filename: file, location: start_location, end_location, fix,
    }))
    .sort((a, b) => a.location.row - b.location.row || a.location.column - b.location.column);
}

try {
  const files = filesOf(target);
  if (files.length === 0) console.error("warning: No Python files found under the given path(s)");
  const findings = files.flatMap(check);
  process.stdout.write(JSON.stringify(findings));
  process.exitCode = findings.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof SettingsError) && error.syscall === undefined) throw error;
  console.error(`ruff failed: ${error.message}`);
  process.exitCode = 2;
}
