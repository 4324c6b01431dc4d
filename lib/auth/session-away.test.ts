import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { openSilentDatabase } from "#db/testing/silent-database.ts";

const asked = vi.hoisted(() => ({ token: "" }));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => ({ value: asked.token }) }) }));

/** What pages read with, where the database takes connections and says nothing. */
async function openPages() {
  const silent = await openSilentDatabase();
  vi.stubEnv("DATABASE_URL", silent.url);
  const usual = globalThis.patchbayConnection;
  globalThis.patchbayConnection = undefined;
  vi.resetModules();
  const { closeDb } = await import("#db/client.ts");
  onTestFinished(async () => {
    silent.close();
    await closeDb();
    globalThis.patchbayConnection = usual;
    vi.unstubAllEnvs();
    vi.resetModules();
  });
  const { encodeSessionToken } = await import("./session-token.ts");
  asked.token = await encodeSessionToken({ sub: "usr_1", sid: "ses_1" });
  return {
    ...(await import("#db/read-in-time.ts")),
    ...(await import("./operator-session.ts")),
    ...(await import("./session.ts")),
    ...(await import("./titled.ts")),
  };
}

const late = () => sleep(40_000, "late", { ref: false });

// Regression: a page said soon that the database is away, but did not end, since its title still waited.
test("whatever a page asks of a database that says nothing ends soon, its title too", async () => {
  const { findSession, findOperator, readInTime, titled } = await openPages();
  const reads: Promise<unknown>[] = [findSession(), findOperator(), readInTime(async () => null)];
  const ends = reads.map((read) =>
    read.then(
      () => "read",
      (error: unknown) => (error instanceof Error ? error.name : "unknown"),
    ),
  );
  expect(await Promise.all(ends.map((end) => Promise.race([end, late()])))).toEqual(
    ends.map(() => "DatabaseAwayError"),
  );
  const metadata = titled(() => ({ title: "Webhooks" }))();
  expect(await Promise.race([metadata, late()])).toEqual({ title: "Webhooks" });
});
