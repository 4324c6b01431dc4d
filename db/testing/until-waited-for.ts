import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** Until another transaction waits for what this one holds: for tests of two that write the same at once. */
export async function untilWaitedFor(tx: Tx): Promise<void> {
  for (;;) {
    const [waiting] = await tx.execute(
      sql`SELECT pid FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))`,
    );
    if (waiting) return;
    await pause(5);
  }
}
