import { texts } from "#lib/words/texts/texts.ts";

export const overview = texts("overview", {
  attention_cards_needs_somebody_now: "Needs attention now",
  attention_cards_summary_needs_attention: "{summary} needs attention",
  attention_cards_order_needs_attention: "An order needs attention",
  attention_cards_was_done_relativetime: "It was done {relativeTime}.",
  attention_cards_fallback_being_tried_now: "The fallback is being tried now.",
  attention_cards_see_run: "See the run",
  attention_cards_confirmed: "Confirmed",
  attention_cards_was_not_confirmed: "It was not confirmed",
  attention_cards_confirm: "Confirm that it is taken care of<hidden>: {summary}</hidden>",
  cause_of_send_test_from_webhooks: "Send a test from the webhook's page to see how it answers.",
  cause_of_title: "No delivery has arrived.",
  cause_of_sentence: "{cause}.",
  cause_of_send_test_then_resume: "Send a test, then resume it.",
  what_goes_on_patchbay_goes_sending_what: "Patchbay keeps sending new events.",
  what_goes_on_nothing_arrived_five_days: "Nothing arrived for five days, so it was switched off.",
  what_goes_on_was_switched_off: "It was switched off.",
  events_note_grouped_not_sent_anywhere: "{grouped} not sent anywhere",
  events_note_last_24_hours: "in the last 24 hours",
  delivered_note_nothing_send: "nothing to send",
  delivered_note_share_delivered: "{share}% delivered",
  delivered_note_share_within: "{share}% delivered, 95% within {durationText}",
  waiting_note_grouped_held: "{grouped} held",
  waiting_note_nothing_waits: "nothing waits",
  waiting_note_pending: "{pending, plural, one {sent when it is due} other {sent when they are due}}",
  figures_label: "Events",
  figures_delivered: "Delivered",
  figures_waiting: "Waiting",
  figures_failed: "Failed",
  figures_nothing_failed: "nothing failed",
  figures_grouped_failed_see_which: "{grouped} failed: see which",
  figures_did_not_arrive: "did not arrive",
  first_steps_title: "Your first automation",
  first_steps_description: "Three steps, about two minutes.",
  first_steps_choose_recipe: "Choose a recipe",
  first_steps_recipe_connects_your_apps:
    "A recipe connects your apps: each order becomes a message in the kitchen, a row in a sheet, a guest on your list.",
  first_steps_see_recipes: "See the recipes",
  first_steps_connect_app: "Connect an app",
  first_steps_your_engineer_webhook_sends:
    "For your engineer: a <link>webhook</link> sends events to an address of yours.",
  first_steps_ask_owner_admin_this: "Ask an owner or admin of this account to set one up.",
  first_steps_place_order: "Place an order",
  first_steps_scan_one_your_codes:
    "Scan one of your codes or place an order. An engineer can also send an event with an <link>API key</link>; the <link2>event catalogue</link2> has examples.",
  first_steps_watch_arrive: "Watch it arrive",
  first_steps_shows_up_this_page: "It appears on this page within seconds, with its result.",
  first_steps_this_page_watching_nothing: "This page updates by itself.",
  step_done: "(done)",
  health_line_health: "Health",
  health_of_attention_attention: "{attention, plural, one {# order needs} other {# orders need}} attention",
  health_of_step_that_must_reach:
    "A step that must reach someone was not done in time. Take care of it, then confirm it below.",
  health_of_nothing_receives_your_orders:
    "Nothing receives your orders yet. Events are listed here, but are not sent later to what you set up afterwards.",
  health_of_title: "Nothing is set up yet",
  health_of_webhooks: "{webhooks, plural, one {Your webhook is paused} other {Every webhook is paused}}",
  health_of_webhooks_2: "{webhooks, plural, one {See it} other {See them}}",
  health_of_failed_did_not_arrive: "{failed, plural, one {# delivery} other {# deliveries}} did not arrive",
  health_of_see_what_failed: "See what failed",
  health_of_meaning: "Nothing fails at the moment.",
  health_of_waiting_waiting_not_responding:
    "{waiting, plural, one {# app is not responding} other {# apps are not responding}}",
  health_of_you_need_not_do: "You need not do anything: Patchbay keeps trying.",
  health_of_all_well: "Everything is working",
  automations_health_count_attention:
    "{count, plural, one {# automation needs} other {# automations need}} attention",
  automations_health_meaning: "Your other automations are not affected.",
  automations_health_waiting_you: "{waiting, plural, one {# run waits for you} other {# runs wait for you}}",
  automations_health_open:
    "{waiting, plural, one {Open it to decide; then it continues.} other {Open them to decide; then they continue.}}",
  apps_health_your_webhooks_not_touched: "Your webhooks are not affected.",
  apps_health_failed_did_not_arrive:
    "{failed, plural, one {# delivery} other {# deliveries}} did not arrive in the last 24 hours.",
  apps_health_until_fixed:
    "{appsInNeed, plural, one {Until that is fixed, some of what you use it for does not work.} other {Until that is fixed, some of what you use them for does not work.}}",
  soon_over_health_title:
    "{what, select, both {What is held for {count} webhooks and automations fails soon} automations {What is held for {count} automations fails soon} webhooks {What is held for {count} webhooks fails soon} other {What is held for {name} fails soon}}",
  soon_over_health_meaning:
    "{has, select, yes {Deliveries are held for some days only. They are done if you resume what is paused before then.} other {Deliveries are held for some days only. They are sent if you resume the webhook before then.}}",
  retrying_health_failed_failed_good:
    "{failed, plural, one {# delivery failed for good.} other {# deliveries failed for good.}}",
  retrying_health_meaning: "They failed at least once and are tried again automatically.",
  not_arrived_deliveries_not_arrived_yet:
    "{deliveries, plural, one {# delivery has} other {# deliveries have}} not arrived yet",
  not_arrived_at_one:
    "{unit, select, orders {{kind, select, automation {{count, plural, one {# order has not gone through {name} yet} other {# orders have not gone through {name} yet}}} other {{count, plural, one {# order has not reached {name} yet} other {# orders have not reached {name} yet}}}}} runs {{count, plural, one {# run has not gone through {name} yet} other {# runs have not gone through {name} yet}}} other {{count, plural, one {# delivery has not reached {name} yet} other {# deliveries have not reached {name} yet}}}}",
  late_sentence:
    "{unit, select, orders {{kind, select, automation {{count, plural, one {# order has not gone through yet.} other {# orders have not gone through yet.}}} other {{count, plural, one {# order has not arrived yet.} other {# orders have not arrived yet.}}}}} runs {{count, plural, one {# run has not gone through yet.} other {# runs have not gone through yet.}}} other {{count, plural, one {# delivery has not arrived yet.} other {# deliveries have not arrived yet.}}}}",
  unwell_health_patchbay_goes_sending_what:
    "Patchbay keeps sending. What does not arrive stays listed and can be sent again.",
  while_off_what_happens_while_webhook:
    "Events are held while a webhook is switched off, and sent when you resume it.",
  while_off_held:
    "{held, plural, one {# delivery is} other {# deliveries are}} held, and sent when you resume {webhooks, plural, one {the webhook} other {the webhooks}}.",
  quiet_meaning_nothing_due:
    "{held, select, yes {Apart from what is held, nothing had to be delivered in the last 24 hours.} other {Nothing had to be delivered in the last 24 hours.}}{paused, select, yes {} other { Every destination is ready.}}",
  quiet_meaning_all_arrived:
    "{paused, select, yes {Everything that was due in the last 24 hours has arrived at the webhooks that are not paused.} other {Everything that was due in the last 24 hours has arrived.}}",
  paused_text_new_events:
    "{paused, plural, one {# webhook is paused: new events are held for it.} other {# webhooks are paused: new events are held for them.}}",
  paused_text_held:
    "{paused, plural, one {# webhook is paused} other {# webhooks are paused}}: {held, plural, one {# delivery is held.} other {# deliveries are held.}}",
  held_soon_over_card_title: "Held deliveries that fail soon",
  held_soon_over_card_open:
    "{kind, select, automation {Open automation to resume it} other {Open webhook to resume it}}",
  held_soon_over_card_one: "1 delivery is held.",
  latest_deliveries_title: "Latest deliveries",
  latest_deliveries_all_deliveries: "All deliveries",
  latest_deliveries_caption: "Latest deliveries, newest first",
  latest_deliveries_event: "Event",
  latest_deliveries_to: "To",
  latest_deliveries_status: "Status",
  paused_line_see_which: "See which",
  retrying_destinations_title: "Not arrived yet",
  retrying_destinations_being_tried_right_now: "Being tried right now.",
  retrying_destinations_next_try: "Next try {time}.",
  retrying_destinations_see_which: "See which",
  try_now_button_nothing_waiting_any_more: "Nothing is waiting any more",
  try_now_button_retried_being_tried_now: "{retried, plural, one {# is} other {# are}} being tried now",
  try_now_button_nothing_was_tried: "Nothing was tried",
  try_now_button_try_now_name: "Try now: {name}",
  try_now_button_try_now: "Try now",
  unwell_destination_item_open_webhook: "Open webhook",
  unwell_destination_item_see_deliveries: "See deliveries",
  unwell_destination_item_switched_off: "Switched off",
  unwell_destination_item_failing: "Failing",
  unwell_destination_item_began_fail_relativetime: "began to fail {relativeTime}",
  unwell_destination_item_next_try: "Next try {time}.",
  unwell_destination_item_last_attempt_remark: "Last attempt: {remark}",
  unwell_destinations_title: "Needs attention",
  need_you_webhooks:
    "{webhooks, plural, one {# webhook needs attention} other {#{more, select, yes { or more} other {}} webhooks need attention}}",
  need_you_apps: "{apps, plural, one {# app needs attention} other {# apps need attention}}",
  need_you_both:
    "{webhooks, plural, one {# webhook} other {#{more, select, yes { or more} other {}} webhooks}} and {apps, plural, one {# app} other {# apps}} need attention",
  not_arrived_sentence: "{clause}.",
});
