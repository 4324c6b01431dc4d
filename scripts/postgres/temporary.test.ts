import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { locateBinaries } from "./binaries.ts";
import { startTemporaryPostgres } from "./temporary.ts";

async function query(url: string) {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] =
      await sql`select current_setting('data_directory') as directory, lower('ÄÖ') as lower, current_setting('server_encoding') as encoding`;
    return row;
  } finally {
    await sql.end();
  }
}

test("a temporary Postgres serves UTF-8, and is gone with its directory once stopped", async () => {
  const server = await startTemporaryPostgres();
  const row = await query(server.adminUrl);
  expect(row).toMatchObject({ lower: "äö", encoding: "UTF8" });
  await server.stop();
  await expect(query(server.tcpUrl)).rejects.toThrow(/ECONNREFUSED/);
  expect(readdirSync(tmpdir())).not.toContain(basename(join(String(row?.directory), "..")));
});

test("what a killed run left behind is removed by the next", async () => {
  const leftOver = mkdtempSync(join(tmpdir(), "patchbay-test-"));
  mkdirSync(join(leftOver, "postgres"));
  writeFileSync(join(leftOver, "patchbay.lock"), "");
  const inUse = mkdtempSync(join(tmpdir(), "patchbay-test-"));
  const server = await startTemporaryPostgres();
  await server.stop();
  const names = readdirSync(tmpdir());
  rmSync(inUse, { recursive: true });
  expect(names).not.toContain(basename(leftOver));
  expect(names).toContain(basename(inUse));
});

test("a machine without an embedded Postgres is told to bring its own", () => {
  expect(() => locateBinaries("sunos", "sparc")).toThrow(/sunos on sparc.*DATABASE_URL/);
});
