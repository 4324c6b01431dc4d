import { dayParam, listParam, saidParam } from "#lib/failures/values.ts";
import type { Said } from "../contract/app-words.ts";
import type { AccountState } from "./account.ts";
import { tell } from "./words.ts";

/** Where an account with Stripe's full dashboard says what is needed, and takes it. */
export const dashboardUrl = "https://dashboard.stripe.com/account/status";

/** What an account still lacks before it can be used, or will soon, with what to do; undefined where it lacks nothing. */
export function lacksOf(state: AccountState): Said | undefined {
  const { canTakePayments, needs, problems, refusedFor, isUnderReview, neededBy } = state;
  if (refusedFor !== null && !canTakePayments) {
    return tell("lacks_approval", { account: state.label, reason: refusedFor.replaceAll("_", " ") });
  }
  if (needs.length > 0) {
    const about = {
      needs: listParam(needs.map(saidParam)),
      until: neededBy === null ? null : dayParam(new Date(neededBy)),
      problems: problems.join(" ") || null,
    };
    return canTakePayments ? tell("lacks_soon", about) : tell("lacks_now", about);
  }
  if (canTakePayments) return undefined;
  return isUnderReview ? tell("lacks_review") : tell("lacks_unknown", { url: dashboardUrl });
}

/** How an account stands, in a sentence or two. */
export function summaryOf(state: AccountState): Said {
  const works = () => tell(state.canBePaidOut ? "account_works" : "account_waits_for_payout");
  return lacksOf(state) ?? works();
}
