import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isBuildStale } from "./build-age.ts";

let root: string;
beforeEach(() => {
  vi.stubEnv("NEXT_DIST_DIR", "");
  root = mkdtempSync(join(tmpdir(), "patchbay-build-age-"));
  mkdirSync(join(root, "lib", "deep"), { recursive: true });
  mkdirSync(join(root, ".next"));
  mkdirSync(join(root, "docs"));
  writeFileSync(join(root, "lib", "deep", "one.ts"), "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

/** Times of files are kept in steps: what is written next must not share one with what was written before. */
async function write(path: string): Promise<void> {
  await new Promise((done) => setTimeout(done, 20));
  writeFileSync(join(root, path), "");
}

test("without a build it is stale; right after a build it is not", async () => {
  expect(isBuildStale(root)).toBe(true);
  await write(".next/BUILD_ID");
  expect(isBuildStale(root)).toBe(false);
});

test.each(["lib/deep/one.ts", "lib/deep/new.ts", "proxy.ts"])(
  "a change of %s makes it stale",
  async (path) => {
    await write(".next/BUILD_ID");
    await write(path);
    expect(isBuildStale(root)).toBe(true);
  },
);

test("a file that was taken away makes it stale", async () => {
  await write(".next/BUILD_ID");
  await new Promise((done) => setTimeout(done, 20));
  rmSync(join(root, "lib", "deep", "one.ts"));
  expect(isBuildStale(root)).toBe(true);
});

test("what is no part of the app leaves the build as it is", async () => {
  await write(".next/BUILD_ID");
  await write("docs/architecture.md");
  expect(isBuildStale(root)).toBe(false);
});
