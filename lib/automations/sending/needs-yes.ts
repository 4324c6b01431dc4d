import type { Step } from "#lib/automations/definition-schema.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import { decimalAmount } from "#lib/automations/transforms/decimal-amount.ts";
import { aboutOf } from "#lib/events/catalogue/about.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { moneyParam } from "#lib/failures/values.ts";
import type { Action } from "#lib/providers/action.ts";

/**
 * Why a step is to wait for a person's yes; null = it need not. What moves money is live only up to the step's limit: the
 * amount is the action's own, or the event's for an action that can name none, and one in another currency is never below it.
 * @param parsed the action's input
 */
export function needsYes(
  { mode, limit }: Pick<Step, "mode" | "limit">,
  { movesMoney, amountOf }: Pick<Action, "movesMoney" | "amountOf">,
  parsed: Readonly<Record<string, unknown>>,
  event: ScopeEvent,
): Message | null {
  if (mode === "review") return say("step_to_review");
  if (!movesMoney) return null;
  if (limit === null) return say("step_no_limit");
  const ofEvent = aboutOf(event).amount;
  const ofInput = amountOf?.(parsed) ?? null;
  // What names no amount takes all there is, whatever the event says.
  if (amountOf && ofInput === null) return say("step_amount_unknown");
  const minor = ofInput?.minor ?? ofEvent?.minor;
  const currency = ofInput?.currency ?? ofEvent?.currency;
  if (minor === undefined || currency === undefined) return say("step_amount_unknown");
  const amount = { minor, currency };
  const shown = { amount: shownMoney(amount), limit: shownMoney({ ...limit, minor: limit.amount }) };
  if (amount.currency.toUpperCase() !== limit.currency) return say("step_other_currency", shown);
  return amount.minor > limit.amount ? say("step_above_limit", shown) : null;
}

function shownMoney({ minor, currency }: { minor: number; currency: string }): string {
  return moneyParam(decimalAmount(minor, currency), currency);
}
