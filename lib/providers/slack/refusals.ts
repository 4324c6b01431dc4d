import type { Message } from "#lib/failures/message.ts";
import { say } from "../contract/app-words.ts";
import type { FailureKind } from "../contract/provider-error.ts";
import { tell } from "./words.ts";

type Refusal = { kind: FailureKind; message: Message };

const reconnect: Refusal = {
  kind: "auth",
  message: tell("no_longer_accepts_connection"),
};
const closed: Refusal = {
  kind: "account_closed",
  message: tell("says_connection_no_longer_active"),
};
const notAllowed: Refusal = {
  kind: "scope_missing",
  message: tell("workspace_does_not_allow_do"),
};
const noPosting: Refusal = {
  kind: "invalid_input",
  message: tell("channel_does_not_let_apps"),
};
const badBlocks: Refusal = {
  kind: "invalid_input",
  message: tell("does_not_accept_blocks_message"),
};
const tooLong: Refusal = {
  kind: "invalid_input",
  message: tell("message_too_long"),
};
const badCall: Refusal = {
  kind: "invalid_input",
  message: tell("does_not_accept_request"),
};
const tooMany: Refusal = {
  kind: "rate_limited",
  message: tell("asks_slow_down"),
};
const down: Refusal = {
  kind: "unavailable",
  message: say("app_fault", { app: "Slack" }),
};
const moving: Refusal = {
  kind: "unavailable",
  message: tell("moving_workspace_organisation"),
};

/**
 * What the `error` of an answer with `ok: false` means. The codes are those that Slack lists for auth.test, auth.revoke,
 * conversations.list, conversations.join, conversations.history and chat.postMessage at
 * https://docs.slack.dev/reference/methods. `missing_scope` is not here: it depends on the scope.
 */
export const refusals: Readonly<Record<string, Refusal>> = {
  invalid_auth: reconnect,
  not_authed: reconnect,
  token_expired: reconnect,
  token_revoked: reconnect,
  not_allowed_token_type: reconnect,
  not_bearer_token: reconnect,
  two_factor_setup_required: reconnect,
  account_inactive: closed,
  access_denied: notAllowed,
  accesslimited: notAllowed,
  no_permission: notAllowed,
  team_access_not_granted: notAllowed,
  enterprise_is_restricted: notAllowed,
  channel_not_found: { kind: "not_found", message: tell("knows_no_such_channel_can") },
  is_archived: { kind: "invalid_input", message: tell("channel_archived") },
  not_in_channel: { kind: "invalid_input", message: tell("not_in_channel") },
  too_many_members: { kind: "invalid_input", message: tell("channel_full_cannot_join") },
  method_not_supported_for_channel_type: {
    kind: "invalid_input",
    message: tell("posts_public_channels_only"),
  },
  channel_is_limited_access: noPosting,
  ekm_access_denied: noPosting,
  messages_tab_disabled: noPosting,
  restricted_action: noPosting,
  restricted_action_read_only_channel: noPosting,
  restricted_action_thread_only_channel: noPosting,
  restricted_action_non_threadable_channel: noPosting,
  restricted_action_thread_locked: noPosting,
  no_text: { kind: "invalid_input", message: tell("message_empty") },
  msg_too_long: tooLong,
  msg_blocks_too_long: tooLong,
  invalid_blocks: badBlocks,
  invalid_blocks_format: badBlocks,
  too_many_attachments: badBlocks,
  too_many_contact_cards: badBlocks,
  invalid_cursor: { kind: "invalid_input", message: tell("place_in_list_channels_no") },
  invalid_arguments: badCall,
  invalid_arg_name: badCall,
  invalid_array_arg: badCall,
  invalid_limit: badCall,
  invalid_types: badCall,
  invalid_ts_latest: badCall,
  invalid_ts_oldest: badCall,
  invalid_metadata_format: badCall,
  invalid_metadata_schema: badCall,
  metadata_too_large: badCall,
  missing_argument: badCall,
  ratelimited: tooMany,
  rate_limited: tooMany,
  message_limit_exceeded: { kind: "rate_limited", message: tell("workspace_has_reached_number_messages") },
  internal_error: down,
  fatal_error: down,
  service_unavailable: down,
  request_timeout: down,
  org_login_required: moving,
  team_added_to_org: moving,
};
