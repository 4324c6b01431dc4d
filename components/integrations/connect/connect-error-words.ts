export interface ConnectErrorWords {
  title: string;
  meaning: string;
}

const nothingChanged = "Nothing was connected and nothing was changed.";

/** What a connection that did not come about means, and what to do. `name` is the app's. */
export function connectErrorWords(code: string, name: string): ConnectErrorWords {
  switch (code) {
    case "denied":
      return {
        title: `You chose Deny at ${name}`,
        meaning: `${nothingChanged} To connect ${name} after all, try again and choose Allow.`,
      };
    case "expired":
      return {
        title: "That took too long",
        meaning: `A connection has to be finished within ten minutes. ${nothingChanged} Start again; it is quick the second time.`,
      };
    case "state_mismatch":
      return {
        title: "This connection was not begun here",
        meaning: `The answer from ${name} fits no connection that is open, or was used already. ${nothingChanged} Start again from this page.`,
      };
    case "wrong_browser":
      return {
        title: "Another browser finished what this one began",
        meaning: `For your safety a connection is finished in the browser in which it began. ${nothingChanged} Start again and stay in one browser.`,
      };
    case "not_signed_in":
      return {
        title: "You were signed out on the way",
        meaning: `${nothingChanged} Now that you are signed in, start again.`,
      };
    case "not_allowed":
      return {
        title: "You may not connect apps any more",
        meaning: `Your role changed since you pressed Connect. ${nothingChanged} Ask an owner or admin of this shop to connect ${name}.`,
      };
    case "not_configured":
      return {
        title: `${name} is not set up here yet`,
        meaning: `Your administrator has to set ${name}'s app id and secret first. ${nothingChanged}`,
      };
    case "needs_https":
      return {
        title: "One click does not work here",
        meaning: `${name} hands its keys to secure https:// addresses only, and this Patchbay has none. Type the keys yourself instead.`,
      };
    case "invalid_input":
      return {
        title: "What was typed cannot be used",
        meaning: `${nothingChanged} Check the address or name in the form and start again.`,
      };
    case "bad_callback":
      return {
        title: `The answer did not come from ${name}`,
        meaning: `It could not be proved to be ${name}'s own, so it was thrown away. ${nothingChanged} Start again; if it happens twice, tell your engineer.`,
      };
    case "account_closed":
      return {
        title: `The account at ${name} is closed or suspended`,
        meaning: `${name} lets nobody in there. ${nothingChanged} Settle it with ${name}, or connect another account.`,
      };
    case "unavailable":
    case "timeout":
      return {
        title: `${name} did not answer as it should`,
        meaning: `It could not be reached, answered with a page of its own (maintenance, a firewall), or failed. ${nothingChanged} Check that it opens in your browser, and try again in a few minutes.`,
      };
    case "auth":
      return {
        title: `${name} did not accept its own access`,
        meaning: `The keys or the access that ${name} had just handed out did not open your account there. ${nothingChanged} Start again; if it happens twice, ask whoever runs your account at ${name}.`,
      };
    case "scope_missing":
      return {
        title: `A permission was missing at ${name}`,
        meaning: `${nothingChanged} Start again and leave every permission that ${name} asks about switched on, or ask its administrator.`,
      };
    case "rate_limited":
      return {
        title: `${name} asks us to slow down`,
        meaning: `It had more requests than it takes. ${nothingChanged} Wait a few minutes and start again.`,
      };
    case "account_connected_already":
      return {
        title: "That account has a connection of its own already",
        meaning: `${nothingChanged} Choose that connection and connect it again instead.`,
      };
    default:
      return {
        title: `${name} could not be connected`,
        meaning: `${name} returned an error. ${nothingChanged} Try again in a few minutes.`,
      };
  }
}
