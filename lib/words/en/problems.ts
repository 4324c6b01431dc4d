import type { FieldParams, NamedThing, ProblemParams } from "#lib/failures/problem-messages.ts";
import { choice } from "#lib/providers/contract/clauses.ts";

const things: Record<NamedThing, string> = {
  account: "account",
  action: "action",
  address: "address",
  api_key: "API key",
  automation: "automation",
  automation_version: "version of the automation",
  card: "card",
  charge: "payment",
  app: "app",
  command: "command",
  connection: "connection",
  consent_page: "consent page",
  copy: "copy",
  delivery: "delivery",
  event: "event",
  event_type: "event type",
  hook: "hook",
  inbox: "inbox",
  issue: "issue",
  merchant: "merchant",
  page: "page",
  payment: "payment",
  payout: "payout",
  question: "question",
  recipe: "recipe",
  request: "request",
  resource: "resource",
  run: "run",
  sandbox: "sandbox",
  webhook: "webhook",
};
const deliveryEnds = { delivered: "delivered", failed: "failed", cancelled: "cancelled", pending: "pending" };

/** Why Patchbay did not do what it was asked. */
const problems: Record<keyof ProblemParams, string> = {
  problem_title: `{status, select,
    400 {Bad request}
    401 {Not signed in}
    403 {Not allowed}
    404 {Not found}
    405 {Method not allowed}
    409 {Conflict}
    413 {Too large}
    415 {Unsupported media type}
    422 {Invalid input}
    429 {Too many requests}
    500 {Internal error}
    503 {Not available}
    other {Error}
  }`,
  problem_internal:
    "Something went wrong on our side. Try again. If it happens again, tell us the request id {requestId}.",
  problem_internal_unchanged:
    "Something went wrong on our side, and nothing was changed. Try again; our log has it as {requestId}.",
  problem_database_away:
    "Patchbay cannot reach its database. Send the request again in a moment, with the same id or Idempotency-Key.",
  problem_database_away_try_again: "Patchbay cannot reach its database. Try again in a moment.",
  problem_read_timeout:
    "The database took too long over this, so it was stopped. Ask for less (other words, a shorter time), or try again in a moment.",
  problem_read_timeout_try_again:
    "The database took too long over this, so it was stopped. Try again in a moment.",

  problem_unauthenticated: "Sign in, or send an API key as Authorization: Bearer <key>.",
  problem_authorization_form: "The Authorization header must read: Bearer <API key>.",
  problem_key_unknown: "This API key is not known, or was revoked.",
  problem_forbidden: "This needs the permission {permission}.",
  problem_not_found: `There is no such ${choice("thing", things, "{thing}")}.`,
  problem_no_such_address: "There is no such address in the API.",
  problem_method_not_allowed: "This address takes {methods} only.",
  problem_cross_site: "This request came from another site.",
  problem_unsigned: "Calls of functions must be signed by the Inngest server.",
  problem_bad_signature: "The signature does not match the message.",

  problem_invalid_input: "Some fields are not valid.",
  problem_events_invalid: "Some events are not valid.",
  problem_body_not_json: "The body is not JSON: {why}.",
  problem_body_not_utf8: "The body is not JSON: it is not UTF-8.",
  problem_body_not_object: "The body is not an object in JSON.",
  problem_body_too_deep: "The body is nested deeper than {max, number} levels.",
  problem_body_too_many: "The body holds more than {max, number} values.",
  problem_body_too_large: "The body is larger than {max, number} bytes.",
  problem_body_cut_off: "The body is incomplete.",
  problem_body_packed: "The body must be sent as it is, without content-encoding: {encoding}.",
  problem_body_type: "The body must be JSON, with content-type: application/json, not {type}.",
  problem_body_charset: "The body must be UTF-8, not {charset}.",
  problem_idempotency_key_form: "Idempotency-Key must be 1 to 255 visible characters.",
  problem_idempotency_key_reused: "This Idempotency-Key was used with another request.",
  problem_idempotency_key_in_use: "The first request with this Idempotency-Key is still under way.",

  problem_rate_limited: "Too many requests.",
  problem_too_many_events: "Too many events: at most {max, number} in {span}.",
  problem_too_much_data: "Too much data: at most {maxMib, number} MiB in {span}.",
  problem_events_at_once: "Too many events were sent at the same time. Send fewer calls at the same time.",
  problem_searches_at_once: "Too many searches at the same time. Try again in a few seconds.",
  problem_files_of_merchant: "Several files are being written already. Wait until one of them is complete.",
  problem_tests_of_merchant: "Three tests are under way already. Wait until one has its answer.",
  problem_tests_of_all: "Many tests are under way at the moment. Try again in a few seconds.",
  problem_webhook_at_limit:
    "The webhook has as many requests under way as it takes by its limits. Try again later.",
  problem_wrong_credentials_often: "Too many requests with wrong credentials came from this address.",
  problem_too_many_tries: `Too many tries. Wait {unit, select,
    second {{count, plural, one {# second} other {# seconds}}}
    other {{count, plural, one {# minute} other {# minutes}}}
  }, then try again.`,
  problem_links_sent: "Several links were sent already. Check your inbox.",
  problem_sign_ins_busy: "Too many people are signing in right now. Try again in a few seconds.",
  problem_large_messages_busy: "Too many large messages are being read. Send this one again in a moment.",

  problem_wrong_credentials: "Wrong email or password.",
  problem_email_taken: "This address has an account by now. Sign in instead.",
  problem_no_mail_server: "No mail server is set up here, so no link can be sent.",
  problem_link_over: "This link was used already, or is too old. Ask for a new one.",
  problem_only_person_reads: "Only a person reads notices.",

  problem_delivery_in_flight: "It is being sent right now.",
  problem_delivery_ended: `It has ended already: ${choice("status", deliveryEnds, "{status}")}.`,
  problem_its_webhook_deleted: "Its webhook was deleted.",
  problem_its_webhook_paused: "Its webhook is paused. Resume it first.",
  problem_its_webhook_disabled: "Its webhook is switched off. Resume it first.",
  problem_webhook_stopped: "This webhook is paused or switched off. Resume it first.",
  problem_webhook_off_already: "This webhook is switched off already: what happens is held.",
  problem_too_many_webhooks: "There can be {max, number} webhooks. Delete one first.",
  problem_webhook_of_zap: "This webhook belongs to a Zap. Change its address or events in Zapier.",
  problem_webhook_moves:
    "The new address is on another server: give the header values and credentials again, or leave them out.",
  problem_its_automation_off: "Its automation is paused, switched off or deleted.",
  problem_automation_changed:
    "It was changed meanwhile: read it again (revision {revision, number}), then make your change.",
  problem_no_repair: "What puts this right is for a person to choose. Open the automation.",
  problem_more_is_wrong: "More is wrong with the automation than this. Open it, and correct it there.",
  problem_attention_not_raised:
    "It was reached in time, or its time is not up yet: there is nothing to confirm.",
  problem_automation_never_published: "It was never published. Publish it first.",
  problem_automation_off_already: "This automation is switched off already: what happens is held.",
  problem_too_many_automations: "There can be {max, number} automations. Delete one first.",
  problem_too_many_versions: "An automation can have {max, number} versions. Make a new one.",
  problem_run_pending: "This run has not ended yet. It can be replayed once it has.",
  problem_replay_under_way: "Another run of the same event is under way. Wait until it has ended.",
  problem_replayed_since: "This run was replayed since. Go on with the newest run of the event.",
  problem_run_data_gone: "The data of this run's event is not kept any more, so it cannot be replayed.",
  problem_replay_other_type: "The automation is about “{type}” now, and this run is about another event.",
  problem_nothing_to_replay: "All steps of this run are done or skipped: there is nothing left to do.",
  problem_no_failed_runs: "There is no failed run that can be replayed.",
  problem_plan_over: "The plan is older than 15 minutes. Make a new one.",
  problem_plan_changed: "The runs, or what would be done about them, have changed since. Make a new plan.",
  problem_event_data_gone: "The data of this event is not kept any more. Choose a newer event.",
  problem_dry_runs_at_once: "A dry run is under way already. Try again in a few seconds.",
  problem_nothing_to_decide:
    "Nothing waits for this decision: someone has decided already, or the run has continued or ended.",

  problem_connected_on_own_page:
    "{app} is connected on its own page: open /api/oauth/{provider}/install in a browser.",
  problem_keys_of_other_account:
    "These keys open {found}, and the connection is to {account}. Say that this is meant, or use keys of {account}.",
  problem_account_connected:
    "The {app} account {account} is connected already. Connect that one again instead.",
  problem_nothing_connected_yet: "Nothing was connected yet.",
  problem_check_failed: "The app gave no reason.",

  problem_consent_closed: "This page was answered before, or is too old. Press Connect again.",
  problem_too_many_inboxes: "There can be {max, number} test inboxes.",
  problem_sandbox_account_taken: "{account} belongs to someone else here. Use another name.",
  problem_too_many_sandbox_accounts: "There are {count, number} accounts here already, which is the limit.",
  problem_sandbox_path: "{path} is not an address.",
  problem_sandbox_host: "{host} is not a host of {app}.",
};

/** What is wrong with one field of an input. */
const fields: Record<keyof FieldParams, string> = {
  field_not_known: "is not a known field",
  field_twice: "is in the address already",
  field_not_storable: "cannot be stored",
  field_no_run: "is not a run of one of your automations",
  field_no_merchant: "is not a merchant",
  field_no_cursor: "is not a cursor of this list",
  field_period_order: "must be such that the period begins before it ends",
  field_period_too_long: "must be at most {days, number} days before the end of the period",
  field_no_payment: "is not one of your payments",
  field_no_event: "must hold at least one event",
  field_no_step: "is no step of this run",
  field_too_many_events: "must hold at most {max, number} events",
  field_event_type: "is not an event that can be sent; known are {known}",
  field_event_of_other_type: "is “{type}”, and the automation is about another event",
  field_needs_value: "needs its value",
  field_give_again: "must be given again: the new address is on another server",
  field_sets_header: "would set {name}, which is one of the headers already",
  field_currency: "must be an ISO 4217 code such as EUR",
  field_before_from: "must not be before from",
  field_day: "must be a day",
  field_day_or_moment:
    "must be a day such as 2026-10-02, or a moment with its zone such as 2026-10-02T18:44:10Z",
  field_currency_in_capitals: "must be a currency in capitals, such as EUR",
  field_month: "must be a month such as 2026-10",
  field_fee_share: "must be 0 (no share), or from 200 to 500 hundredths of a per cent",
  field_fee_in_past: "must not be in the past: payments keep the fee that they had",
  field_hook_address_twice: "is given twice, as targetUrl and as hookUrl",
  field_https_address: "must be an address that begins with https://",
  field_http_address: "must be an http or https address",
  field_email_address: "must be an email address",
  field_needed_for_checkout: "is needed for checkout",
  field_checkout_only: "goes with checkout only",
  field_needed_for_saved: "is needed for saved",
  field_saved_only: "goes with saved only",
  field_tip_over_amount: "must not be more than the amount",
  field_event_id: "must be 1 to 128 letters, digits, _ : or -, and start with a letter or digit",
  field_card_id: "must be the id of a card",
  field_time_zone: "must be a time zone such as Europe/Berlin",
  field_event_path: "must begin with id, type, occurredAt or data",
  field_step_key: "must be 1 to 40 small letters, digits, _ or -, and start with a letter",
  field_version_number: "must be a number of a version",
  field_steps_of_one_key: "Two steps have the same key.",
  field_plan_needed: "is needed: ask for a plan first, and carry that out",
  field_needs_currency: "needs a currency: an amount of no currency is none",
  field_no_id: "is no id",
  field_missing: "is missing",
  field_type: `{expected, select, string {must be a text} number {must be a number} int {must be a whole number}
    boolean {must be true or false} array {must be a list} object {must be an object} record {must be an object}
    date {must be a date} null {must be null} other {is of the wrong kind}}`,
  field_too_small: `{of, select, text {{min, plural, one {must have at least # character} other {must have at least # characters}}}
    list {{min, plural, one {must have at least # entry} other {must have at least # entries}}}
    other {must be at least {min, number}}}`,
  field_too_big: `{of, select, text {{max, plural, one {must have at most # character} other {must have at most # characters}}}
    list {{max, plural, one {must have at most # entry} other {must have at most # entries}}}
    other {must be at most {max, number}}}`,
  field_format: `{format, select, email {must be an email address} url {must be a web address}
    datetime {must be a date with a time, such as 2026-10-02T18:44:10Z} date {must be a date, such as 2026-10-02}
    other {has another form than is needed here}}`,
  field_multiple: "must be a multiple of {step, number}",
  field_not_among: "must be {values}",
  field_other: "does not have a form that can be used here",
  field_email_taken: "There is an account with this address. Sign in instead.",
  field_current_password: "This is not your current password.",
  field_chosen_password: "This is not the password that you chose.",
};

export const problemWords = { ...problems, ...fields };
