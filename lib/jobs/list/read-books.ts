import { findNextSweep, runSweeps } from "#lib/books/run-sweeps.ts";
import { defineQueue } from "../define-job.ts";

/** Reads what has happened to money at the providers into the ledger, and compares the two. */
export const readBooksJob = defineQueue({
  id: "read-books",
  name: "Read books",
  event: "books/ready",
  pollMs: 15_000,
  drain: async () => ({ ...(await runSweeps()), nextDueAt: await findNextSweep() }),
  findNextDueAt: findNextSweep,
});
