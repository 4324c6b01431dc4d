type None = Record<never, never>;
type OfApp = { app: string };
type RecordKind = "order" | "product";

/** What can go wrong with any app. What only one app says has a code of its own, `<app>.<name>`. */
export type AppFailureParams = {
  app_timeout: OfApp & { seconds: number };
  app_too_slow: OfApp;
  app_unreachable: OfApp;
  app_unreadable: OfApp;
  app_asks_to_wait: OfApp;
  app_fault: OfApp;
  app_unknown_refusal: OfApp;
  app_disconnected: OfApp;
  app_slow_down: OfApp & { unit: "second" | "minute" | "hour"; count: number };
  app_own_limit: OfApp & { unit: "second" | "minute" | "hour"; count: number };
  app_permission_missing: OfApp & { permissions: string };
  app_permissions_missing: OfApp & { permissions: string };
  app_other_account: OfApp & { found: string; account: string };
  app_keys_missing: None;
  app_keys_refused: OfApp;
  app_access_ended: OfApp;
  app_access_refused: OfApp & { error: string };
  app_access_wait: OfApp;
  app_access_trouble: OfApp;
  app_connect_wait: OfApp;
  app_not_ours: OfApp;
  app_not_set_up: OfApp;
  app_message_unreadable: None;
};

/** What disconnecting an app deletes and keeps. */
export type DisconnectParams = {
  disconnect_deletes_access: { account: string };
  disconnect_deletes_copies: None;
  disconnect_keeps_activity: None;
  disconnect_keeps_app: OfApp;
  disconnect_by_hand: OfApp;
};

/** What the log of an integration's calls says of those that worked, and of what an app told us. */
export type CallNoteParams = {
  /** The action's title stands beside it. */
  call_done: None;
  payment_key_reused: None;
  /** Nothing was done yet: it was asked how much money it would move. */
  call_amount_read: None;
  call_list_read: { count: number };
  call_page_read: { count: number };
  call_unread_some: { count: number };
  call_unread_of: { record: string | null };
  call_unread_more: None;
  call_access_renewed: OfApp;
  call_connection_works: { account: string };
  call_subscribed: None;
  call_unsubscribed: None;
  told_ended: OfApp;
  told_scopes_changed: None;
  told_record_changed: { title: string };
  told_record_unread: { kind: RecordKind; record: string | null };
  told_record_deleted: { kind: RecordKind };
  told_records_stale: { kind: RecordKind };
  told_account_changed: None;
  told_money_changed: None;
  told_privacy: { request: "tell" | "forget" };
  told_forget_account: None;
  told_unreadable: OfApp;
};

/** What an app is asked of payments that are taken here. */
export const paymentCalls = [
  "payment_readiness",
  "begin_payment",
  "look_up_payment",
  "end_payment",
  "give_back",
  "look_up_refund",
] as const;
export type PaymentCall = (typeof paymentCalls)[number];

/** What each entry of that log is called. */
export type CallTitleParams = {
  call_title_action: { title: string };
  call_title_resource: { title: string };
  call_title_check: None;
  call_title_refresh: None;
  call_title_sync: { kind: RecordKind };
  call_title_inbound: OfApp & { topic: string };
  call_title_subscribe: None;
  call_title_connection: None;
  call_title_payment: { what: PaymentCall };
};

/** What kind of value was asked for, or found, where something could not be read. */
export type ValueKind =
  | "id"
  | "text"
  | "number"
  | "whole_number"
  | "yes_or_no"
  | "time"
  | "list"
  | "object"
  | "nothing"
  | "unknown";

/** Why something that an app sent could not be read. `field` stands beside it. */
export type UnreadParams = {
  unread_missing: None;
  unread_wrong_type: { expected: ValueKind; found: ValueKind };
  unread_wrong_value: { expected: ValueKind; found: ValueKind };
  unread_not_an_object: { found: ValueKind };
  unread_no_id: None;
  unread_not_understood: { why: "content" | "json" | "utf8" | "contradiction" };
};

export type SyncNoteParams = {
  sync_disconnected: None;
  sync_cut_off: OfApp;
  sync_too_many: { max: number };
  sync_broken: None;
  sync_stopped: None;
  sync_other_account: None;
};
