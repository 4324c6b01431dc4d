import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPostmaster, parsePostmasterFile } from "./postmaster.ts";

let clusterDir = "";
beforeEach(() => {
  clusterDir = mkdtempSync(join(tmpdir(), "patchbay cluster "));
});
afterEach(() => rmSync(clusterDir, { recursive: true }));

describe("postmaster.pid", () => {
  test("gives process and port", () => {
    expect(parsePostmasterFile("4563\n/data/postgres\n1795450622\n54999\n\n127.0.0.1\n")).toEqual({
      pid: 4563,
      port: 54_999,
    });
  });

  test.each(["", "x\n", "-1\n"])("is no server when it says %j", (text) => {
    expect(parsePostmasterFile(text)).toBeUndefined();
  });

  test("has no port yet while the server starts", () => {
    expect(parsePostmasterFile("4563\n/data/postgres\n1795450622\n")).toEqual({ pid: 4563, port: undefined });
  });

  test("goes when its number belongs to another program, which would keep Postgres from starting", () => {
    const path = join(clusterDir, "postmaster.pid");
    writeFileSync(path, `${process.pid}\n${clusterDir}\n1\n5432\n`);
    expect(findPostmaster(clusterDir)).toBeUndefined();
    expect(existsSync(path)).toBe(false);
  });
});
