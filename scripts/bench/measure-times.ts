import type { Sql } from "postgres";
import { postgresCpuMs } from "./postgres-cpu.ts";

export type Times = { "p50 ms": number; "p95 ms": number; "cpu ms": number | null };

/**
 * Runs something so many times, one after the other.
 * @returns how long it took, and what of the machine's cores it used up on the average, Postgres included: on a machine
 * that has other things to do, that is what compares
 */
export async function measureTimes(sql: Sql, times: number, run: () => Promise<unknown>): Promise<Times> {
  const took: number[] = [];
  const before = { own: process.cpuUsage(), postgres: await postgresCpuMs(sql) };
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    await run();
    took.push(performance.now() - startedAt);
  }
  const postgres = await postgresCpuMs(sql);
  const { user, system } = process.cpuUsage(before.own);
  took.sort((one, other) => one - other);
  const at = (part: number) => Math.round(took[Math.ceil(part * took.length) - 1] ?? 0);
  const cpu =
    postgres === null || before.postgres === null
      ? null
      : Math.round((postgres - before.postgres + (user + system) / 1_000) / times);
  return { "p50 ms": at(0.5), "p95 ms": at(0.95), "cpu ms": cpu };
}
