import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";

const asked = vi.hoisted(() => ({ token: "" }));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => ({ value: asked.token }) }) }));

/** What pages read with, where the database takes connections and says nothing. */
async function openAtSilentDatabase() {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket.on("error", () => {})));
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : 0;
  vi.stubEnv("DATABASE_URL", `postgres://ana:pw@127.0.0.1:${port}/shop?connect_timeout=300`);
  const usual = globalThis.patchbayConnection;
  globalThis.patchbayConnection = undefined;
  vi.resetModules();
  const { closeDb } = await import("#db/client.ts");
  onTestFinished(async () => {
    // Else the client waits for its answer until it gives up closing in good order.
    silent.close();
    for (const socket of sockets) socket.destroy();
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
  const { findSession, findOperator, readInTime, titled } = await openAtSilentDatabase();
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
