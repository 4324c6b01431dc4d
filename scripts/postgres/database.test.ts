import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connectionOptions } from "#db/connection/options.ts";
import { appDatabaseUrl } from "./database.ts";

/** A cluster whose server listens on the socket of a port. */
function makeCluster(port: number, ...folders: string[]): string {
  const home = mkdtempSync(join(tmpdir(), "patchbay socket "));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const clusterDir = join(home, ...folders, "postgres");
  mkdirSync(clusterDir, { recursive: true });
  writeFileSync(join(clusterDir, `.s.PGSQL.${port}`), "");
  return clusterDir;
}

test("the app asks its own Postgres by the socket of that very server", () => {
  const clusterDir = makeCluster(20_001);
  const read = (port: number) => connectionOptions(appDatabaseUrl({ clusterDir, port }, "secret"));
  expect(read(20_001)).toMatchObject({ path: join(clusterDir, ".s.PGSQL.20001"), password: "secret" });
  expect(read(20_002)).toMatchObject({ host: ["127.0.0.1"], port: [20_002] });
  expect(read(20_002).path).toBeUndefined();
});

test("where a socket's path would be longer than systems take, it goes over TCP", () => {
  const clusterDir = makeCluster(20_001, "a-folder-of-thirty-characters-", "and-another-folder-of-that-size");
  const options = connectionOptions(appDatabaseUrl({ clusterDir, port: 20_001 }, "secret"));
  expect(options).toMatchObject({ host: ["127.0.0.1"], port: [20_001] });
});
