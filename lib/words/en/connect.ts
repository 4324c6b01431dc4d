import type { ConnectFailureParams } from "#lib/failures/connect-messages.ts";

/** Why a connection did not come about. */
export const connectWords: Record<keyof ConnectFailureParams, string> = {
  connect_denied: "You did not allow it at {app}. Nothing was connected.",
  connect_refused: "{app} refused: {remark}. Press Connect again.",
  connect_unasked: "{app} sent an answer that Patchbay had not asked for. Press Connect again.",
  connect_other_browser: "This was begun in another browser or by someone else. Press Connect again here.",
  connect_used_before: "This answer of {app} was used before. If nothing is connected, press Connect again.",
  connect_took_too_long: "It took more than ten minutes to come back from {app}. Press Connect again.",
  connect_not_set_up: "{app} is not set up here any more.",
  connect_not_set_up_yet: "{app} is not set up here yet.",
  connect_settings_missing:
    "{app} is not set up here yet. Your administrator has to set {prefix}_CLIENT_ID and {prefix}_CLIENT_SECRET.",
  connect_sandbox_off: "The sandbox is switched off here.",
  connect_without_code: "{app} came back without a code. Press Connect again.",
  connect_not_genuine: "The answer does not come from {app}, or came too late. Press Connect again.",
  connect_no_keys: "{app} sent no keys, or keys that do not work. Try again, or enter the keys yourself.",
  connect_by_keys_only: "{app} is connected by keys that you enter, not on a page of its own.",
  connect_needs_https:
    "{app} sends its keys to https:// addresses only, and this installation is at {url}. Enter the keys yourself instead.",
  connect_not_allowed: "You may not connect apps any more. Ask an owner or admin of this shop to do it.",
};
