import type { Step } from "#lib/automations/definition-schema.ts";
import { decimalAmount } from "#lib/automations/transforms/decimal-amount.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { moneyParam } from "#lib/failures/values.ts";
import type { Action, Amount } from "#lib/providers/action.ts";

/** Why a step waits for a person's yes, however much it moves; null = it need not for that. */
export function alwaysNeedsYes(
  { mode, limit }: Pick<Step, "mode" | "limit">,
  { movesMoney }: Pick<Action, "movesMoney">,
): Message | null {
  if (mode === "review") return say("step_to_review");
  return movesMoney && limit === null ? say("step_no_limit") : null;
}

/**
 * Why a step that moves money waits for a person's yes; null = it need not. It is live up to its limit, and judged by what
 * it will move itself, whatever the event tells of: an amount in another currency is never below the limit.
 * @param amount null = nobody can say how much it is
 */
export function needsYesFor(amount: Amount | null, limit: NonNullable<Step["limit"]>): Message | null {
  if (amount === null || !Number.isSafeInteger(amount.minor)) return say("step_amount_unknown");
  const currency = amount.currency.toUpperCase();
  const shown = {
    amount: shownMoney({ ...amount, currency }),
    limit: shownMoney({ ...limit, minor: limit.amount }),
  };
  if (currency !== limit.currency) return say("step_other_currency", shown);
  return amount.minor > limit.amount ? say("step_above_limit", shown) : null;
}

function shownMoney({ minor, currency }: Amount): string {
  return moneyParam(decimalAmount(minor, currency), currency);
}
