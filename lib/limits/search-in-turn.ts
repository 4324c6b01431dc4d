import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { say } from "#lib/failures/say.ts";
import { Turns } from "./turns.ts";

declare global {
  // Next bundles this module more than once; pages and routes of a process take turns together.
  var patchbaySearches: Turns | undefined;
}

function turns(): Turns {
  globalThis.patchbaySearches ??= new Turns({
    atOnce: 3,
    patienceMs: 5_000,
    waiting: 20,
    refusal: say("problem_searches_at_once"),
  });
  return globalThis.patchbaySearches;
}

/**
 * A search by words, which may read all of a merchant's history: three of a merchant at a time in this process, each
 * within the bound of `readInTime`.
 * @throws {AppError} 429 when its turn does not come within 5 s
 */
export async function searchInTurn<Result>(
  { merchantId }: Ctx,
  search: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return turns().run(merchantId, () => readInTime(search));
}
