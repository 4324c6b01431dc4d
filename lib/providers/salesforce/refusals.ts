import type { FailureKind } from "../provider-error.ts";

export type Refusal = { kind: FailureKind; message: string };

const reconnect: Refusal = {
  kind: "auth",
  message: "Salesforce no longer accepts this connection. Connect Salesforce again.",
};
const mayNot: Refusal = {
  kind: "scope_missing",
  message:
    "The Salesforce user of this connection may not do this. Ask your Salesforce administrator for the permission, or connect again as someone who has it.",
};
const closed: Refusal = {
  kind: "account_closed",
  message: "Salesforce has locked your org or its trial has ended. Sign in to Salesforce to see why.",
};
const duplicate: Refusal = {
  kind: "conflict",
  message:
    "Salesforce has a record with this value already, and the field must be unique. Look there before you repeat it.",
};
const gone: Refusal = {
  kind: "not_found",
  message:
    "Salesforce does not have this any more, or your user may not see it. Choose another one, or ask your administrator.",
};
const busy: Refusal = {
  kind: "unavailable",
  message: "Salesforce is busy with this record or with itself. Try again in a minute.",
};
const badValue: Refusal = {
  kind: "invalid_input",
  message: "Salesforce does not accept a value. Correct it and try again.",
};
const automation: Refusal = {
  kind: "invalid_input",
  message:
    "An automation in your Salesforce (a flow or a trigger) refused the record. Ask your Salesforce administrator to look at it.",
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
    message:
      "The Salesforce password of the connected user has expired. Set a new one, then connect Salesforce again.",
  },
  INSUFFICIENT_ACCESS: mayNot,
  INSUFFICIENT_ACCESS_OR_READONLY: mayNot,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: mayNot,
  FUNCTIONALITY_NOT_ENABLED: mayNot,
  API_DISABLED_FOR_ORG: {
    kind: "account_closed",
    message:
      "Your edition of Salesforce does not let apps in (API access). Ask Salesforce to add it, or your administrator to switch it on for your user.",
  },
  ORG_LOCKED: closed,
  TRIAL_EXPIRED: closed,
  DUPLICATES_DETECTED: {
    kind: "conflict",
    message:
      "Salesforce thinks that this is a duplicate of a record that it has. Look there, or allow duplicates in this action.",
  },
  DUPLICATE_VALUE: duplicate,
  DUPLICATE_EXTERNAL_ID: duplicate,
  ENTITY_IS_LOCKED: {
    kind: "conflict",
    message:
      "This record is locked in Salesforce, for instance by an approval. Unlock it there, then repeat.",
  },
  STORAGE_LIMIT_EXCEEDED: {
    kind: "conflict",
    message: "Your Salesforce has no storage left for records. Free some or buy more, then repeat.",
  },
  NOT_FOUND: gone,
  ENTITY_IS_DELETED: gone,
  INVALID_CROSS_REFERENCE_KEY: gone,
  INVALID_TYPE: {
    kind: "not_found",
    message:
      "Salesforce has no such object, or your user may not see it. Choose another one, or ask your administrator.",
  },
  INVALID_FIELD: {
    kind: "invalid_input",
    message:
      "Salesforce has no such field, or your user may not see it. Choose another field, or ask your administrator.",
  },
  INVALID_FIELD_FOR_INSERT_UPDATE: {
    kind: "invalid_input",
    message:
      "Your Salesforce user may not write this field. Leave it out, or ask your administrator for access to it.",
  },
  REQUIRED_FIELD_MISSING: {
    kind: "invalid_input",
    message: "Your Salesforce wants more fields filled in. Fill them in and try again.",
  },
  STRING_TOO_LONG: {
    kind: "invalid_input",
    message: "A text is longer than its field in Salesforce takes. Shorten it.",
  },
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: {
    kind: "invalid_input",
    message: "A value is not on the list that this field has in Salesforce. Choose one that is.",
  },
  INVALID_EMAIL_ADDRESS: {
    kind: "invalid_input",
    message: "Salesforce does not accept the e-mail address. Correct it and try again.",
  },
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
