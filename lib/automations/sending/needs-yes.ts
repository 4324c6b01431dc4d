import type { Step } from "#lib/automations/definition-schema.ts";
import { decimalAmount } from "#lib/automations/transforms/decimal-amount.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { moneyParam } from "#lib/failures/values.ts";
import type { Action, Amount } from "#lib/providers/contract/action.ts";

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

/**
 * The same for a step on review whose amount only the app knows, so that whoever says yes reads how much it is.
 * @param amount null = nobody can say how much it is
 */
export function amountToReview(amount: Amount | null): Message {
  const shown = shownAmount(amount);
  return shown === null ? say("step_amount_unknown") : say("step_amount_to_review", { amount: shown });
}

/**
 * Why a step that somebody said yes to needs another yes: it would not move what they read. null = it need not.
 * @param agreed.amount what they read, as `moneyParam` writes it; undefined = nobody knew how much it is
 * @param agreed.isBegun the app may have done it already, and some of it may be left
 */
export function needsAnotherYes(
  now: Amount | null,
  { amount: before, isBegun }: { amount: string | undefined; isBegun: boolean },
): Message | null {
  const amount = shownAmount(now);
  if (amount === (before ?? null)) return null;
  if (amount === null || before === undefined) return amountToReview(now);
  return isBegun && isLess(amount, before) ? null : say("step_amount_changed", { amount, before });
}

/** Of two amounts of one currency. */
function isLess(one: string, other: string): boolean {
  const read = (money: string) => /^money:(.*):([A-Z]*)$/.exec(money) ?? [];
  const [, amount, currency] = read(one);
  const [, most, expected] = read(other);
  return currency === expected && Number(amount) < Number(most);
}

function shownAmount(amount: Amount | null): string | null {
  if (amount === null || !Number.isSafeInteger(amount.minor)) return null;
  return shownMoney({ ...amount, currency: amount.currency.toUpperCase() });
}

function shownMoney({ minor, currency }: Amount): string {
  return moneyParam(decimalAmount(minor, currency), currency);
}
