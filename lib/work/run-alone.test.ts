import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { runAlone } from "./run-alone.ts";

/** When the session that holds a lock of ours last said something. */
async function lastSaid(): Promise<string | undefined> {
  const rows = await db().execute<{ at: string }>(sql`
    SELECT state_change::text AS at FROM pg_stat_activity JOIN pg_locks USING (pid)
    WHERE locktype = 'advisory' AND objid = 7281045 AND pg_locks.database = (
      SELECT oid FROM pg_database WHERE datname = current_database())`);
  return rows[0]?.at;
}

test("while one is at it no other begins, and afterwards the next may", async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const began = vi.fn();
  const first = runAlone("announce", async () => {
    began();
    await ended;
    return "first";
  });
  await expect.poll(() => began).toHaveBeenCalled();
  expect(await runAlone("announce", async () => "second")).toBeNull();
  expect(await runAlone("reseal", async () => "another")).toBe("another");
  end();
  expect(await first).toBe("first");
  expect(await runAlone("announce", async () => "third")).toBe("third");
});

test("a long run keeps its lock: its session is heard of again and again", async () => {
  const heard = new Set<string>();
  await runAlone(
    "announce",
    () =>
      vi.waitFor(
        async () => {
          heard.add((await lastSaid()) ?? "nobody");
          expect(heard.size).toBeGreaterThanOrEqual(3);
        },
        { timeout: 20_000, interval: 20 },
      ),
    { beatMs: 30 },
  );
  expect(heard).not.toContain("nobody");
});

test("work that breaks leaves the lock to the next", async () => {
  await expect(runAlone("announce", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await runAlone("announce", async () => "next")).toBe("next");
});
