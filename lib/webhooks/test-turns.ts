import type { Ctx } from "#lib/auth/context.ts";
import { say } from "#lib/failures/say.ts";
import { Turns } from "#lib/limits/turns.ts";

const all = "all";

function makeTurns() {
  const limits = { patienceMs: 5_000, waiting: 20 };
  return {
    ofMerchant: new Turns({
      ...limits,
      atOnce: 3,
      refusal: say("problem_tests_of_merchant"),
    }),
    ofProcess: new Turns({
      ...limits,
      atOnce: 64,
      refusal: say("problem_tests_of_all"),
    }),
  };
}

declare global {
  // Next bundles this module more than once; the API and the forms of a process take turns together.
  var patchbayTestTurns: ReturnType<typeof makeTurns> | undefined;
}

/**
 * Tests are sent beside the queue: three of a merchant are under way at a time in this process, and 64 of all.
 * @throws {AppError} 429 when its turn does not come within 5 s
 */
export async function inTestTurn<Result>({ merchantId }: Ctx, send: () => Promise<Result>): Promise<Result> {
  globalThis.patchbayTestTurns ??= makeTurns();
  const { ofMerchant, ofProcess } = globalThis.patchbayTestTurns;
  return ofMerchant.run(merchantId, () => ofProcess.run(all, send));
}
