import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { plannedApps } from "#lib/marketplace/catalogue/planned.ts";
import { buildFiles, type NewApp, withApp, withManifest, withoutPlanned } from "./new-provider/files.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const providers = fileURLToPath(new URL("../lib/providers/", import.meta.url));
const catalogue = fileURLToPath(new URL("../lib/marketplace/catalogue/", import.meta.url));

/**
 * Makes the folder of a new app, its lines in manifests.ts and registry.ts, and its guide, so that its tests pass at once:
 * npm run new:provider <id> ["Its Name"]
 */
function main([id = "", name]: readonly string[]): number {
  const planned = plannedApps.find((app) => app.id === id);
  const problem = findIdProblem(id);
  if (problem) {
    process.stderr.write(`${problem}\nUsage: npm run new:provider <id> ["Its Name"]\n`);
    return 1;
  }
  const app: NewApp = { id, name: name ?? planned?.name ?? toTitle(id), planned };
  for (const [path, text] of buildFiles(app)) write(`${providers}${id}/${path}`, text);
  change(`${providers}manifests.ts`, (text) => withManifest(text, app));
  change(`${providers}registry.ts`, (text) => withApp(text, app));
  for (const file of readdirSync(catalogue).filter((known) => known.endsWith(".ts"))) {
    change(catalogue + file, (text) => withoutPlanned(text, id));
  }
  run("scripts/guides.ts");
  run("node_modules/@biomejs/biome/bin/biome", "format", "--write", `lib/providers/${id}`, "lib/marketplace");
  process.stdout.write(
    `lib/providers/${id} is there, and ${app.name} is in manifests.ts and registry.ts.\n${nextSteps(id)}`,
  );
  return 0;
}

function findIdProblem(id: string): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return "Give an id in kebab-case, such as lightspeed-retail.";
  return existsSync(providers + id) ? `lib/providers/${id} is there already.` : null;
}

/** Tests outside of its folder that know all apps. */
const knowingApps = [
  "lib/providers/conformance",
  "lib/marketplace",
  "lib/recipes",
  "lib/api",
  "db/testing/version-6",
];

function toTitle(id: string): string {
  return id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function change(path: string, changed: (text: string) => string): void {
  const text = readFileSync(path, "utf8");
  if (changed(text) !== text) writeFileSync(path, changed(text));
}

/** A program of this project, at its root. */
function run(program: string, ...parameters: readonly string[]): void {
  execFileSync(process.execPath, [program, ...parameters], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function nextSteps(id: string): string {
  const steps = [
    `npx vitest run lib/providers/${id} passes: it is the example app under another name.`,
    "Replace what is made up, in the order of CONTRIBUTING.md, and run that again after each step.",
    "npm run guides && npx biome check --write lib/providers && npm run verify",
    `npx vitest run ${knowingApps.join(" ")}`,
  ];
  return steps.map((step, index) => `${index + 1}. ${step}\n`).join("");
}

process.exitCode = main(process.argv.slice(2));
