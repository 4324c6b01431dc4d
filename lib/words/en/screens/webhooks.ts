import { texts } from "#lib/words/texts/texts.ts";

export const webhooks = texts("webhooks", {
  event_chips_title: "every event but webhook.*",
  event_chips_more_map: "more: {map}",
  event_title_all_events: "All events",
  held_limit:
    "{held, plural, one {It fails on {deadline} and is not sent, unless you resume the webhook before.} other {The first of the # deliveries fails on {deadline} and is not sent, unless you resume the webhook before.}}",
  retry_sentence_one_attempt_no_further: "One attempt, and no further one if it fails.",
  retry_sentence_again_after: "Again after {waits}: {attempts}.",
  attempts_text_1_attempt: "1 attempt",
  attempts_text_over: "{value} attempts over {roughSpanText}",
  state_badge_held_number_held: "{held, number} held",
  causes_hand: "Manually",
  causes_endpoint_gone_410: "The endpoint is gone (410)",
  causes_failed_five_days: "Failed for five days",
  webhook_state_paused: "Paused",
  webhook_state_switched_off: "Switched off",
  webhook_state_failing: "Failing",
  webhook_state_began: "It began",
  webhook_state_active: "Active",
  what_waits:
    "{pending, plural, =0 {Nothing waits for it now.} one {# delivery waits and is tried again automatically.} other {# deliveries wait and are tried again automatically.}}",
  what_is_held:
    "{held, plural, =0 {New events are held,} one {# delivery is held,} other {# deliveries are held,}} and sent when you resume {webhooks, plural, one {it} other {them}}.",
});
