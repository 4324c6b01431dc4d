import { createTell } from "../contract/app-words.ts";

/** What Slack alone has to say. */
const en = {
  refused_reason_does_not_know:
    "Slack refused for a reason that Patchbay does not know ({error}). Try again later.",
  posts_public_channels_only_one:
    "Patchbay posts to public channels only, and this one is not. Choose a public channel.",
  lacks_permission_in_workspace:
    "Patchbay lacks a permission in your Slack workspace. Connect Slack again and allow all of them.",
  no_longer_accepts_connection: "Slack no longer accepts this connection. Connect Slack again.",
  says_connection_no_longer_active:
    "Slack says that this connection is no longer active: Patchbay was removed from the workspace, or the workspace was closed. Connect Slack again.",
  workspace_does_not_allow_do:
    "Your Slack workspace does not allow Patchbay to do this. Ask its administrator to approve Patchbay, then connect Slack again.",
  channel_does_not_let_apps:
    "This Slack channel does not let apps post. Ask your workspace's administrator to allow it, or choose another channel.",
  does_not_accept_blocks_message:
    "Slack does not accept the blocks of this message. Check them in Slack's Block Kit Builder.",
  message_too_long: "The message is too long for Slack. Shorten it.",
  does_not_accept_request: "Slack does not accept this request. Check what you filled in.",
  asks_slow_down:
    "Slack asks Patchbay to slow down: too much was sent or read in a short time. Nothing was sent; try again in a minute.",
  moving_workspace_organisation: "Slack is moving your workspace to an organisation. Try again in an hour.",
  knows_no_such_channel_can:
    "Slack knows no such channel that Patchbay can see: it was deleted, or it is private. Choose a public channel.",
  channel_archived: "This Slack channel is archived. Restore it in Slack, or choose another channel.",
  not_in_channel:
    "Patchbay is not in this Slack channel. Invite it there with /invite, or choose another channel.",
  channel_full_cannot_join: "This Slack channel is full, so Patchbay cannot join it. Choose another channel.",
  posts_public_channels_only: "Patchbay posts to public channels only. Choose a public channel.",
  message_empty: "The message is empty. Write a text.",
  place_in_list_channels_no:
    "This place in the list of channels is no longer known to Slack. Start from the beginning.",
  workspace_has_reached_number_messages:
    "Your Slack workspace has reached the number of messages its plan allows for now. Try again later.",
  holds_messages_back: "Slack holds messages back for a minute",
} as const;

export const words = { en };
export const tell = createTell("slack", en);
