import type { FailureKind } from "../provider-error.ts";

type Refusal = { kind: FailureKind; message: string };

const reconnect: Refusal = {
  kind: "auth",
  message: "Slack no longer accepts this connection. Connect Slack again.",
};
const closed: Refusal = {
  kind: "account_closed",
  message:
    "Slack says that this connection is no longer active: Patchbay was removed from the workspace, or the workspace was closed. Connect Slack again.",
};
const notAllowed: Refusal = {
  kind: "scope_missing",
  message:
    "Your Slack workspace does not allow Patchbay to do this. Ask its administrator to approve Patchbay, then connect Slack again.",
};
const noPosting: Refusal = {
  kind: "invalid_input",
  message:
    "This Slack channel does not let apps post. Ask your workspace's administrator to allow it, or choose another channel.",
};
const badBlocks: Refusal = {
  kind: "invalid_input",
  message: "Slack does not accept the blocks of this message. Check them in Slack's Block Kit Builder.",
};
const tooLong: Refusal = {
  kind: "invalid_input",
  message: "The message is too long for Slack. Shorten it.",
};
const badCall: Refusal = {
  kind: "invalid_input",
  message: "Slack does not accept this request. Check what you filled in.",
};
const tooMany: Refusal = {
  kind: "rate_limited",
  message:
    "Slack asks Patchbay to slow down: too much was sent or read in a short time. Nothing was sent; try again in a minute.",
};
const down: Refusal = {
  kind: "unavailable",
  message: "Slack has a problem of its own at the moment. Try again in a minute.",
};
const moving: Refusal = {
  kind: "unavailable",
  message: "Slack is moving your workspace to an organisation. Try again in an hour.",
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
  channel_not_found: {
    kind: "not_found",
    message:
      "Slack knows no such channel that Patchbay can see: it was deleted, or it is private. Choose a public channel.",
  },
  is_archived: {
    kind: "invalid_input",
    message: "This Slack channel is archived. Restore it in Slack, or choose another channel.",
  },
  not_in_channel: {
    kind: "invalid_input",
    message:
      "Patchbay is not in this Slack channel. Invite it there with /invite, or choose another channel.",
  },
  too_many_members: {
    kind: "invalid_input",
    message: "This Slack channel is full, so Patchbay cannot join it. Choose another channel.",
  },
  method_not_supported_for_channel_type: {
    kind: "invalid_input",
    message: "Patchbay posts to public channels only. Choose a public channel.",
  },
  channel_is_limited_access: noPosting,
  ekm_access_denied: noPosting,
  messages_tab_disabled: noPosting,
  restricted_action: noPosting,
  restricted_action_read_only_channel: noPosting,
  restricted_action_thread_only_channel: noPosting,
  restricted_action_non_threadable_channel: noPosting,
  restricted_action_thread_locked: noPosting,
  no_text: { kind: "invalid_input", message: "The message is empty. Write a text." },
  msg_too_long: tooLong,
  msg_blocks_too_long: tooLong,
  invalid_blocks: badBlocks,
  invalid_blocks_format: badBlocks,
  too_many_attachments: badBlocks,
  too_many_contact_cards: badBlocks,
  invalid_cursor: {
    kind: "invalid_input",
    message: "This place in the list of channels is no longer known to Slack. Start from the beginning.",
  },
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
  message_limit_exceeded: {
    kind: "rate_limited",
    message:
      "Your Slack workspace has reached the number of messages its plan allows for now. Try again later.",
  },
  internal_error: down,
  fatal_error: down,
  service_unavailable: down,
  request_timeout: down,
  org_login_required: moving,
  team_added_to_org: moving,
};
