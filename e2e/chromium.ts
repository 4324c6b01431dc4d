import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

export type BrowserLaunch = { executablePath?: string; args: string[]; env?: Record<string, string> };

const args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];

/**
 * How to start a browser without installing one: the Chromium that Playwright installed where there is one, else the
 * one that comes inside an npm package (Linux).
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  if (existsSync(chromium.executablePath())) return { args };
  const directory = await mkdtemp(join(tmpdir(), "patchbay-browser-"));
  const fontsConfig = await writeFontsConfig(directory);
  // The package unpacks itself and its libraries to the temporary directory, and reuses whatever it finds there.
  process.env.TMPDIR = directory;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x";
  const { default: packed } = await import("@sparticuz/chromium");
  const executablePath = await packed.executablePath();
  const environment = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { executablePath, args, env: { ...Object.fromEntries(environment), FONTCONFIG_PATH: fontsConfig } };
}

/** The package's own configuration names folders that do not exist here; Chromium dies now and then without a font. */
async function writeFontsConfig(directory: string): Promise<string> {
  const folder = join(directory, "fontconf");
  await mkdir(folder, { recursive: true });
  const fonts = `<dir>${join(directory, "fonts")}</dir><cachedir>${join(directory, "fontcache")}</cachedir>`;
  await writeFile(join(folder, "fonts.conf"), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`);
  return folder;
}
