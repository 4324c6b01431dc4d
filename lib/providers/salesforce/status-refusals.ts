import type { Refusal } from "./refusals.ts";

const moved: Refusal = {
  kind: "auth",
  message: "Your Salesforce has moved to another address. Connect Salesforce again.",
};
const changed: Refusal = {
  kind: "conflict",
  message: "Salesforce has changed this in the meantime. Look there before you repeat it.",
};
const down: Refusal = {
  kind: "unavailable",
  message: "Salesforce has a problem of its own at the moment. Try again in a few minutes.",
};
const badRequest: Refusal = {
  kind: "invalid_input",
  message: "Salesforce does not accept this request. Check what you filled in.",
};

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
const known: Readonly<Record<number, Refusal>> = {
  300: {
    kind: "conflict",
    message:
      "Several records in Salesforce have this value, and it cannot be told which one is meant. Make the value unique there, then repeat.",
  },
  // A token comes with the address for it, so a new one shows the way.
  301: moved,
  302: moved,
  307: moved,
  308: moved,
  401: {
    kind: "auth",
    message: "Salesforce no longer accepts this connection. Connect Salesforce again.",
  },
  403: {
    kind: "scope_missing",
    message:
      "Salesforce does not let this connection in. Ask your administrator to allow Patchbay for your user, then connect Salesforce again.",
  },
  404: {
    kind: "not_found",
    message:
      "Salesforce does not have this, or your user may not see it. Choose another one, or ask your administrator.",
  },
  409: changed,
  410: {
    kind: "unavailable",
    message:
      "Salesforce has ended the version of its interface that Patchbay uses. Whoever runs Patchbay has to update it.",
  },
  412: changed,
  // The org is being moved.
  420: down,
};

/** What a status means by itself, where no error that we know stands beside it. */
export function refusalOfStatus(status: number): Refusal {
  return known[status] ?? (status < 500 ? badRequest : down);
}
