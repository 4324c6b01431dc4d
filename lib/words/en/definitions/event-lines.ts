import { texts } from "../../texts/texts.ts";

/** An event in one line: what joins several is " · ". */
export const eventLines = texts("event-lines", {
  order: "Order {number}",
  order_items: "{count, plural, one {# item} other {# items}}",
  refund: "{amount} refunded",
  refund_partial: "{amount} refunded (partial)",
  scan: "{code} scanned",
  scan_in_city: "{code} scanned in {city}",
  new_code: "{kind} code",
  no_winner: "no winner",
  winner: "“{variant}” won",
  dispute: "payment disputed",
  dispute_inquiry: "a bank asks about the payment",
  payout_paid: "{amount} paid out to the bank",
  payout_failed: "{amount} could not be paid out to the bank",
  webhook_triggered: "“{event}” arrived at {host}",
  webhook_failed: "“{event}” was given up: {host} answered {status}",
  webhook_failed_unanswered: "“{event}” was given up: {host} gave no answer",
  connected: "{app} is connected",
  connected_to_account: "{app} is connected to {account}",
  needs_attention: "{app} needs attention",
});
