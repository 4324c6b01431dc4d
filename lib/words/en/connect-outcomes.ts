/** What a connection that did not come about means, and what to do. */
export const connectOutcomeWords = {
  connect_outcome_denied_title: "You chose Deny at {app}",
  connect_outcome_denied_meaning:
    "Nothing was connected and nothing was changed. To connect {app} after all, try again and choose Allow.",
  connect_outcome_expired_title: "Connecting took too long",
  connect_outcome_expired_meaning:
    "A connection has to be finished within ten minutes. Nothing was connected and nothing was changed. Start again.",
  connect_outcome_state_mismatch_title: "This connection was not begun here",
  connect_outcome_state_mismatch_meaning:
    "The answer from {app} belongs to no open connection, or was used already. Nothing was connected and nothing was changed. Start again from this page.",
  connect_outcome_wrong_browser_title: "Another browser finished what this one began",
  connect_outcome_wrong_browser_meaning:
    "For your safety a connection is finished in the browser in which it began. Nothing was connected and nothing was changed. Start again and stay in one browser.",
  connect_outcome_not_signed_in_title: "You were signed out before it was finished",
  connect_outcome_not_signed_in_meaning:
    "Nothing was connected and nothing was changed. Now that you are signed in, start again.",
  connect_outcome_not_allowed_title: "You may not connect apps any more",
  connect_outcome_not_allowed_meaning:
    "Your role has changed since you pressed Connect. Nothing was connected and nothing was changed. Ask an owner or admin of this shop to connect {app}.",
  connect_outcome_not_configured_title: "{app} is not set up here yet",
  connect_outcome_not_configured_meaning:
    "Your administrator has to set {app}'s app id and secret first. Nothing was connected and nothing was changed.",
  connect_outcome_needs_https_title: "Connecting with one click does not work here",
  connect_outcome_needs_https_meaning:
    "{app} sends its keys to secure https:// addresses only, and this Patchbay has none. Enter the keys yourself instead.",
  connect_outcome_invalid_input_title: "What you entered cannot be used",
  connect_outcome_invalid_input_meaning:
    "Nothing was connected and nothing was changed. Check the address or name in the form and start again.",
  connect_outcome_bad_callback_title: "The answer did not come from {app}",
  connect_outcome_bad_callback_meaning:
    "It could not be proved to be {app}'s own, so it was ignored. Nothing was connected and nothing was changed. Start again; if it happens twice, tell your engineer.",
  connect_outcome_account_closed_title: "The account at {app} is closed or suspended",
  connect_outcome_account_closed_meaning:
    "Nothing was connected and nothing was changed. Ask {app}, or connect another account.",
  connect_outcome_unavailable_title: "{app} did not answer as it should",
  connect_outcome_unavailable_meaning:
    "It could not be reached, answered with a maintenance or firewall page, or failed. Nothing was connected and nothing was changed. Check that it opens in your browser, and try again in a few minutes.",
  connect_outcome_auth_title: "{app} did not accept its own access",
  connect_outcome_auth_meaning:
    "The keys or the access that {app} had just given did not open your account there. Nothing was connected and nothing was changed. Start again; if it happens twice, ask the administrator of your account at {app}.",
  connect_outcome_scope_missing_title: "A permission was missing at {app}",
  connect_outcome_scope_missing_meaning:
    "Nothing was connected and nothing was changed. Start again and leave every permission that {app} asks about switched on, or ask its administrator.",
  connect_outcome_rate_limited_title: "{app} asks us to slow down",
  connect_outcome_rate_limited_meaning:
    "It received more requests than it accepts. Nothing was connected and nothing was changed. Wait a few minutes and start again.",
  connect_outcome_account_connected_already_title: "That account is connected already",
  connect_outcome_account_connected_already_meaning:
    "Nothing was connected and nothing was changed. Choose that connection and connect it again instead.",
  connect_outcome_unknown_title: "{app} could not be connected",
  connect_outcome_unknown_meaning:
    "{app} returned an error. Nothing was connected and nothing was changed. Try again in a few minutes.",
} as const;
