import type { AccountState } from "./account.ts";
import { listOf } from "./requirement-words.ts";

/** Where an account with Stripe's full dashboard says what is needed, and takes it. */
export const dashboardUrl = "https://dashboard.stripe.com/account/status";

/** What an account still lacks before it can be used, or will soon, with what to do; undefined where it lacks nothing. */
export function lacksOf(state: AccountState): string | undefined {
  const { canTakePayments, needs, problems, refusedFor, isUnderReview } = state;
  if (refusedFor !== null && !canTakePayments) {
    return `Stripe does not let ${state.label} take card payments (${refusedFor.replaceAll("_", " ")}). Ask Stripe's support why, at https://support.stripe.com.`;
  }
  if (needs.length > 0) {
    const until = deadlineWords(state);
    const found = problems.length > 0 ? ` Stripe found: ${problems.join(" ")}` : "";
    return canTakePayments
      ? `Payments work, but Stripe needs ${listOf(needs)}${until}, or it may stop them.${found} Run “Account status” for the page on which to give it.`
      : `It cannot take payments yet: Stripe still needs ${listOf(needs)}${until}.${found} Run “Account status” for the page on which to give it.`;
  }
  if (canTakePayments) return undefined;
  if (isUnderReview) {
    return "It cannot take payments yet: Stripe is looking at what you sent in. There is nothing for you to do; it can take some days.";
  }
  return `It cannot take card payments yet, and Stripe does not say what is missing. Look at ${dashboardUrl}.`;
}

/** How an account stands, in a sentence or two. */
export function summaryOf(state: AccountState): string {
  const lacks = lacksOf(state);
  if (lacks !== undefined) return lacks;
  return state.canBePaidOut
    ? "Everything is fine: it takes payments, and Stripe pays them out to your bank."
    : "It takes payments, but Stripe does not pay them out to your bank yet. Look at your bank account in Stripe.";
}

function deadlineWords({ neededBy }: AccountState): string {
  if (neededBy === null) return "";
  return ` by ${new Date(neededBy).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })}`;
}
