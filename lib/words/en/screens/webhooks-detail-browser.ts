import { texts } from "#lib/words/texts/texts.ts";

export const webhooksDetailBrowser = texts("webhooks-detail-browser", {
  attempt_log_label: "Attempts",
  attempt_log_count_this_page: "{count, plural, one {# attempt} other {# attempts}} on this page",
  no_attempts_title: "No attempt matches",
  no_attempts_description: "Clear the filters above to see all of them.",
  no_attempts_nothing_sent_yet: "Nothing sent yet",
  no_attempts_each_attempt_will_appear:
    "Each attempt will appear here the moment it is made, with what the endpoint answered. Send a test to see the first.",
  attempt_table_caption: "Attempts, newest first",
  attempt_table_event: "Event",
  attempt_table_result: "Result",
  attempt_table_took: "Took",
  origin_test: "Test",
  origin_attempt: "{trigger, select, manual {attempt {number}, manual} other {attempt {number}}}",
  result_next_try: "Next try {time}",
  attempt_words_delivered: "Delivered",
  attempt_words_failed: "Failed",
  attempt_words_failed_good: "Failed for good",
  timing_segments_name_look_up: "Name look-up",
  timing_segments_connect: "Connect",
  timing_segments_secure: "Secure",
  timing_segments_answer: "Answer",
  created_notice_title: "Your webhook is ready. What next?",
  created_notice_copy_signing_secret_into:
    "Copy the signing secret into the receiving app, so that it can tell your events from forged ones. You find it again on this page.{part}",
  created_notice_label: "signing secret",
  created_notice_send_test_see_what: "<link>Send a test</link> and see what it answers.",
  created_notice_give_engineer_code_that:
    "Give its engineer the <link>code that checks the signature</link>.",
  pause_webhook_title: "Pause this webhook?",
  pause_webhook_description:
    "{pending, plural, =0 {Nothing is sent until you resume it. New events are held, and then sent, the oldest first.} one {Nothing is sent until you resume it. New events and the delivery that waits now are held, and then sent, the oldest first.} other {Nothing is sent until you resume it. New events and the # deliveries that wait now are held, and then sent, the oldest first.}}",
  resume_webhook_title: "Resume this webhook?",
  resume_webhook_description: "New events are sent to it from now on. Nothing is held.",
  resume_webhook_held_then_new_events:
    "{held, plural, one {# held delivery is sent} other {# held deliveries are sent, the oldest first}}, and then new events.",
  signing_secret_title: "Signing secret",
  signing_secret_description:
    "Whoever has it can prove that a request is from you. Keep it out of code and chat.",
  signing_secret_label: "signing secret",
  state_notice_began_fail_relativetime_no:
    "It began to fail {relativeTime}, and no attempt has succeeded since then",
  state_notice_cause: "{cause}.",
  state_notice_after_five_days:
    "After five days without a success it is switched off, and what waits is held.",
  state_notice_edit_webhook: "Edit the webhook",
  titles_paused_nothing_sent: "Paused: nothing is sent",
  titles_switched_off_endpoint_said: "Switched off: the endpoint said it is gone for good (410)",
  titles_switched_off_no_attempt: "Switched off: no attempt succeeded for five days",
  remedies_if_app_has_moved:
    "If the app has moved, change the address first. Then send a test, and resume the webhook when it arrives.",
  remedies_see_log_what_endpoint:
    "See in the log what the endpoint answered, and have it fixed. Then send a test, and resume the webhook.",
  stop_notice_owner_admin_shop_can: "An owner or admin of the shop can resume it.",
  stop_notice_happened_relativetime: "It happened {relativeTime}.",
  stop_notice_held_at_most:
    "{days, plural, one {Each is held for # day at most.} other {Each is held for # days at most.}}",
  test_answer_see_request_headers: "See request and headers",
  answer_body_there_was_no_answer: "There was no answer to show.",
  answer_body_answer_had_no_body: "The answer had no body.",
  answer_body_label: "Body of the answer",
  answer_body_first_16_kib: "the first 16 KiB",
  test_sender_title: "Send a test",
  test_sender_description:
    "An example event, sent once and right now. It is marked as a test in the log and does not count.",
  test_sender_label: "Event",
  test_sender_send_test: "Send test",
  test_sender_waiting_answer_up_durationtext: "Waiting for the answer, up to {durationText}.",
  webhook_actions_edit: "Edit",
  delete_delete: "Delete",
  delete_title: "Delete this webhook?",
  delete_description: "This cannot be undone. What was delivered stays in the list of deliveries.",
  delete_no_delivery_waits_now: "No delivery waits for it now.",
  delete_waiting_cancelled:
    "{waiting, plural, one {# waiting delivery is} other {# waiting deliveries are}} cancelled.",
  delete_signing_secret_lost_new: "Its signing secret is lost: a new webhook gets another.",
  delete_delete_webhook: "Delete webhook",
  delete_webhook_deleted: "Webhook deleted",
  nothing_more_nothing_more_sent_url: "Nothing more is sent to {url}.",
});
