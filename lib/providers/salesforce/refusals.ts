import type { Message } from "#lib/failures/message.ts";
import { say } from "../contract/app-words.ts";
import type { FailureKind } from "../contract/provider-error.ts";
import { tell } from "./words.ts";

type Refusal = { kind: FailureKind; message: Message };

const reconnect: Refusal = {
  kind: "auth",
  message: tell("no_longer_accepts_connection"),
};
const mayNot: Refusal = {
  kind: "scope_missing",
  message: tell("user_connection_may_not_do"),
};
const closed: Refusal = {
  kind: "account_closed",
  message: tell("has_locked_org_trial_has"),
};
const duplicate: Refusal = {
  kind: "conflict",
  message: tell("has_record_value_already_field"),
};
const gone: Refusal = {
  kind: "not_found",
  message: tell("does_not_have_any_more"),
};
const busy: Refusal = {
  kind: "unavailable",
  message: tell("busy_record_itself"),
};
const badValue: Refusal = {
  kind: "invalid_input",
  message: tell("does_not_accept_value"),
};
const automation: Refusal = {
  kind: "invalid_input",
  message: tell("automation_in_flow_trigger_refused"),
};

/**
 * What an `errorCode` means. The codes are those that Salesforce lists under "Status Codes and Error Responses" and as
 * ExceptionCode and StatusCode:
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
export const refusals: Readonly<Record<string, Refusal>> = {
  INVALID_SESSION_ID: reconnect,
  INVALID_AUTH_HEADER: reconnect,
  INVALID_OPERATION_WITH_EXPIRED_PASSWORD: {
    kind: "auth",
    message: tell("password_connected_user_has_expired"),
  },
  INSUFFICIENT_ACCESS: mayNot,
  INSUFFICIENT_ACCESS_OR_READONLY: mayNot,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: mayNot,
  FUNCTIONALITY_NOT_ENABLED: mayNot,
  API_DISABLED_FOR_ORG: { kind: "account_closed", message: tell("edition_does_not_let_apps") },
  ORG_LOCKED: closed,
  TRIAL_EXPIRED: closed,
  DUPLICATES_DETECTED: { kind: "conflict", message: tell("thinks_duplicate_record_has") },
  DUPLICATE_VALUE: duplicate,
  DUPLICATE_EXTERNAL_ID: duplicate,
  ENTITY_IS_LOCKED: { kind: "conflict", message: tell("record_locked_in_instance_approval") },
  STORAGE_LIMIT_EXCEEDED: { kind: "conflict", message: tell("has_no_storage_left_records") },
  NOT_FOUND: gone,
  ENTITY_IS_DELETED: gone,
  INVALID_CROSS_REFERENCE_KEY: gone,
  INVALID_TYPE: { kind: "not_found", message: tell("has_no_such_object_user") },
  INVALID_FIELD: { kind: "invalid_input", message: tell("has_no_such_field_user") },
  INVALID_FIELD_FOR_INSERT_UPDATE: { kind: "invalid_input", message: tell("user_may_not_write_field") },
  REQUIRED_FIELD_MISSING: { kind: "invalid_input", message: tell("wants_more_fields_filled_in") },
  STRING_TOO_LONG: { kind: "invalid_input", message: tell("text_longer_than_field_in") },
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: {
    kind: "invalid_input",
    message: tell("value_not_on_list_field"),
  },
  INVALID_EMAIL_ADDRESS: { kind: "invalid_input", message: tell("does_not_accept_e_mail") },
  NUMBER_OUTSIDE_VALID_RANGE: badValue,
  FIELD_INTEGRITY_EXCEPTION: badValue,
  JSON_PARSER_ERROR: badValue,
  MALFORMED_ID: badValue,
  INVALID_ID_FIELD: badValue,
  MALFORMED_QUERY: badValue,
  INVALID_QUERY_FILTER_OPERATOR: badValue,
  APEX_ERROR: automation,
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: automation,
  CANNOT_EXECUTE_FLOW_TRIGGER: automation,
  UNABLE_TO_LOCK_ROW: busy,
  API_CURRENTLY_DISABLED: busy,
  SERVER_UNAVAILABLE: busy,
  QUERY_TIMEOUT: busy,
  REQUEST_RUNNING_TOO_LONG: busy,
  UNKNOWN_EXCEPTION: busy,
};

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
  300: { kind: "conflict", message: tell("several_records_in_have_value") },
  // A token comes with the address for it, so a new one shows the way.
  301: moved,
  302: moved,
  307: moved,
  308: moved,
  401: { kind: "auth", message: tell("no_longer_accepts_connection") },
  403: { kind: "scope_missing", message: tell("does_not_let_connection_in") },
  404: { kind: "not_found", message: tell("does_not_have_user_may") },
  409: changed,
  410: { kind: "unavailable", message: tell("has_ended_version_interface_uses") },
  412: changed,
  // The org is being moved.
  420: down,
};

/** What a status means on its own, where no error that we know stands beside it. */
export function refusalOfStatus(status: number): Refusal {
  return known[status] ?? (status < 500 ? badRequest : down);
}
