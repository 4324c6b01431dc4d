import { say } from "../contract/app-words.ts";
import type { Refusal } from "./refusals.ts";
import { tell } from "./words.ts";

const moved: Refusal = {
  kind: "auth",
  message: tell("has_moved_another_address"),
};
const changed: Refusal = {
  kind: "conflict",
  message: tell("has_changed_in_meantime"),
};
const down: Refusal = {
  kind: "unavailable",
  message: say("app_fault", { app: "Salesforce" }),
};
const badRequest: Refusal = {
  kind: "invalid_input",
  message: tell("does_not_accept_request"),
};

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
const known: Readonly<Record<number, Refusal>> = {
  300: {
    kind: "conflict",
    message: tell("several_records_in_have_value"),
  },
  // A token comes with the address for it, so a new one shows the way.
  301: moved,
  302: moved,
  307: moved,
  308: moved,
  401: {
    kind: "auth",
    message: tell("no_longer_accepts_connection"),
  },
  403: {
    kind: "scope_missing",
    message: tell("does_not_let_connection_in"),
  },
  404: {
    kind: "not_found",
    message: tell("does_not_have_user_may"),
  },
  409: changed,
  410: {
    kind: "unavailable",
    message: tell("has_ended_version_interface_uses"),
  },
  412: changed,
  // The org is being moved.
  420: down,
};

/** What a status means by itself, where no error that we know stands beside it. */
export function refusalOfStatus(status: number): Refusal {
  return known[status] ?? (status < 500 ? badRequest : down);
}
