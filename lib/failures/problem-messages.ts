type None = Record<never, never>;

/** What may not be there, or not be the asker's. */
export type NamedThing =
  | "account"
  | "action"
  | "address"
  | "api_key"
  | "automation"
  | "automation_version"
  | "charge"
  | "card"
  | "app"
  | "command"
  | "connection"
  | "consent_page"
  | "copy"
  | "delivery"
  | "event"
  | "event_type"
  | "hook"
  | "inbox"
  | "issue"
  | "merchant"
  | "page"
  | "payment"
  | "payout"
  | "question"
  | "recipe"
  | "request"
  | "resource"
  | "run"
  | "sandbox"
  | "webhook";

type DeliveryEnd = "delivered" | "failed" | "cancelled" | "pending";

/** Why Patchbay did not do what it was asked: what an AppError says as a whole. */
export type ProblemParams = {
  /** The title of all problems of one HTTP status. */
  problem_title: { status: string };
  problem_internal: { requestId: string };
  problem_internal_unchanged: { requestId: string };
  problem_database_away: None;
  problem_database_away_try_again: None;
  problem_read_timeout: None;
  problem_read_timeout_try_again: None;

  problem_unauthenticated: None;
  problem_authorization_form: None;
  problem_key_unknown: None;
  problem_forbidden: { permission: string };
  problem_not_found: { thing: NamedThing };
  problem_no_such_address: None;
  problem_method_not_allowed: { methods: string };
  problem_cross_site: None;
  problem_unsigned: None;
  problem_bad_signature: None;

  problem_invalid_input: None;
  problem_events_invalid: None;
  problem_body_not_json: { why: string };
  problem_body_not_utf8: None;
  problem_body_not_object: None;
  problem_body_too_deep: { max: number };
  problem_body_too_many: { max: number };
  problem_body_too_large: { max: number };
  problem_body_cut_off: None;
  problem_body_packed: { encoding: string };
  problem_body_type: { type: string };
  problem_body_charset: { charset: string };
  problem_idempotency_key_form: None;
  problem_idempotency_key_reused: None;
  problem_idempotency_key_in_use: None;

  problem_rate_limited: None;
  problem_too_many_events: { max: number; seconds: number };
  problem_too_much_data: { maxMib: number; seconds: number };
  problem_events_at_once: None;
  problem_searches_at_once: None;
  problem_files_of_merchant: None;
  problem_tests_of_merchant: None;
  problem_tests_of_all: None;
  problem_webhook_at_limit: None;
  problem_wrong_credentials_often: None;
  problem_too_many_tries: { unit: "second" | "minute"; count: number };
  problem_links_sent: None;
  problem_sign_ins_busy: None;
  problem_large_messages_busy: None;

  problem_wrong_credentials: None;
  problem_email_taken: None;
  problem_no_mail_server: None;
  problem_link_over: None;
  problem_only_person_reads: None;

  problem_delivery_in_flight: None;
  problem_delivery_ended: { status: DeliveryEnd };
  problem_its_webhook_deleted: None;
  problem_its_webhook_paused: None;
  problem_its_webhook_disabled: None;
  problem_webhook_stopped: None;
  problem_webhook_off_already: None;
  problem_too_many_webhooks: { max: number };
  problem_webhook_of_zap: None;
  problem_webhook_moves: None;

  problem_its_automation_off: None;
  problem_automation_changed: { revision: number };
  problem_attention_not_raised: None;
  problem_no_repair: None;
  problem_more_is_wrong: None;
  problem_automation_never_published: None;
  problem_automation_off_already: None;
  problem_too_many_automations: { max: number };
  problem_too_many_versions: { max: number };
  problem_event_data_gone: None;
  problem_run_pending: None;
  problem_replay_under_way: None;
  problem_replayed_since: { run: string };
  problem_run_data_gone: None;
  problem_replay_other_type: { type: string };
  problem_nothing_to_replay: None;
  problem_no_failed_runs: None;
  problem_plan_over: None;
  problem_plan_changed: None;
  problem_dry_runs_at_once: None;
  problem_nothing_to_decide: None;

  problem_connected_on_own_page: { app: string; provider: string };
  problem_keys_of_other_account: { found: string; account: string };
  problem_account_connected: { app: string; account: string };
  problem_nothing_connected_yet: None;
  problem_check_failed: None;

  problem_consent_closed: None;
  problem_too_many_inboxes: { max: number };
  problem_sandbox_account_taken: { account: string };
  problem_too_many_sandbox_accounts: { count: number };
  problem_sandbox_path: { path: string };
  problem_sandbox_host: { host: string; app: string };
};

/** What is wrong with one field of an input, where no schema says it: it follows the field's name. */
export type FieldParams = {
  field_not_known: None;
  field_twice: None;
  field_not_storable: None;
  field_no_run: None;
  field_no_merchant: None;
  field_no_cursor: None;
  field_period_order: None;
  field_period_too_long: { days: number };
  field_no_payment: None;
  field_no_event: None;
  field_no_step: None;
  field_too_many_events: { max: number };
  field_event_type: { known: string };
  field_event_of_other_type: { type: string };
  field_needs_value: None;
  field_give_again: None;
  field_sets_header: { name: string };
  field_currency: None;
  field_before_from: None;
  field_day: None;
  field_day_or_moment: None;
  field_currency_in_capitals: None;
  field_month: None;
  field_fee_share: None;
  field_fee_in_past: None;
  field_hook_address_twice: None;
  field_https_address: None;
  field_http_address: None;
  field_email_address: None;
  field_needed_for_checkout: None;
  field_checkout_only: None;
  field_needed_for_saved: None;
  field_saved_only: None;
  field_tip_over_amount: None;
  field_event_id: None;
  field_card_id: None;
  field_time_zone: None;
  field_event_path: None;
  field_step_key: None;
  field_version_number: None;
  field_steps_of_one_key: None;
  field_plan_needed: None;
  field_needs_currency: None;
  field_no_id: None;
  /** What no schema says in words of its own. @param of what is counted: letters, entries, or the number itself */
  field_missing: None;
  field_type: { expected: string };
  field_too_small: { of: "text" | "list" | "number"; min: number };
  field_too_big: { of: "text" | "list" | "number"; max: number };
  field_format: { format: string };
  field_multiple: { step: number };
  field_not_among: { values: string };
  field_other: None;
  /** These are whole sentences. */
  field_email_taken: None;
  field_current_password: None;
  field_chosen_password: None;
};
