import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { env } from "#lib/env.ts";
import { openPostgres } from "./connection/open.ts";

/** The database could not be reached, so nothing is known of what was asked of it. */
export class DatabaseAwayError extends Error {
  override name = "DatabaseAwayError";
}

/** What the driver calls a connection that did not come about or broke off. */
const driverCodes = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
]);
/** What the network says; of the database only where the driver had a query in hand. */
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EPIPE",
  "ENOENT",
]);
/** SQLSTATE: connection exceptions, shutdown and start, no connection left, a server that may only be read. */
const awayStates = /^(?:08[0-9A-Z]{3}|57P0[1-3]|53300|25006)$/;

/** Whether an error says that the database is away for now, however deep that stands among its causes. */
export function isDatabaseAway(error: unknown, isOfQuery = false): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseAwayError) return true;
  const hasQuery = isOfQuery || "query" in error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (driverCodes.has(code)) return true;
  if (hasQuery && (networkCodes.has(code) || awayStates.test(code))) return true;
  return isDatabaseAway(error.cause, hasQuery);
}

const firstPatienceMs = 1_200;
const laterPatienceMs = 5_000;
const probeMs = 1_000;

/**
 * Waits for work that needs the database, as long as that answers: a slow query may take its time, but a server that
 * is gone without a word would keep its callers for minutes.
 * @throws {DatabaseAwayError} within 3 s, when the work waits and the database does not answer a question of its own
 */
export async function unlessDatabaseIsAway<Result>(work: Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const finished = work.finally(() => done.abort());
  return Promise.race([finished, watch(done.signal)]);
}

async function watch(done: AbortSignal): Promise<never> {
  for (let patienceMs = firstPatienceMs; ; patienceMs = laterPatienceMs) {
    await sleep(patienceMs, undefined, { signal: done }).catch(() => {});
    if (done.aborted) return new Promise(() => {});
    if (!(await isAnswering()) && !done.aborted) throw new DatabaseAwayError("The database does not answer.");
  }
}

declare global {
  // Next bundles this module more than once; a process asks over one connection.
  var patchbayProbe: { client: postgres.Sql; asking: Promise<boolean> | null } | undefined;
}

async function isAnswering(): Promise<boolean> {
  globalThis.patchbayProbe ??= {
    client: openPostgres(env().DATABASE_URL, { max: 1, connect_timeout: 1, idle_timeout: 30 }),
    asking: null,
  };
  const probe = globalThis.patchbayProbe;
  probe.asking ??= ask(probe.client).then(async (isAnswered) => {
    probe.asking = null;
    // The next question goes over a new connection: this one may be dead though the server is back.
    if (!isAnswered) await closeProbe();
    return isAnswered;
  });
  return probe.asking;
}

async function ask(client: postgres.Sql): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(probeMs, false, { signal: patience.signal, ref: false }).catch(() => false);
  const answer = client`SELECT 1`.then(
    () => true,
    () => false,
  );
  const isInTime = await Promise.race([answer, late]);
  patience.abort();
  if (isInTime) return true;
  // An answer that came while this process was busy elsewhere is one.
  return Promise.race([answer, sleep(50, false)]);
}

/** Ends what the probe opened. */
export async function closeProbe(): Promise<void> {
  const probe = globalThis.patchbayProbe;
  globalThis.patchbayProbe = undefined;
  await probe?.client.end({ timeout: 0 });
}
