import type { DriftParams } from "#lib/failures/drift-messages.ts";
import { typeNamed } from "./type-names.ts";

/** What an automation relies on and is no longer as it was, and what puts it right. */
export const driftWords: Record<keyof DriftParams, string> = {
  drift_field_gone: "{step}: {field}. What it is filled with is not there any more. {said}",
  drift_type_changed: `{step}: {field} was ${typeNamed("before")}, and is ${typeNamed("now")} now.`,
  drift_input_gone: "{step}: {field}. The app no longer has this field.",
  drift_required_field: "{step}: {field}. The app needs this field now.",
  drift_option_gone: "{step}: {field}. The value that was chosen is no longer one that the app takes. {said}",
  drift_misfit: "{step}: {field}. {said}",
  drift_action_gone: "{step}: what it is to do {said}.",
  drift_connection_gone: "{step}: its connection {said}.",
  drift_permission_missing: "{step}: it needs the permission {permissions}, which {app} has not given.",
  drift_resource_gone: "{step}: {field}. “{label}” is not there any more in {app}.",
  drift_resource_replaced:
    "{step}: {field}. “{label}” is not there any more in {app}, but another one of the same name is.",
  drift_columns_moved: "{step}: columns have moved in {app}: {columns}. Values would go into the wrong ones.",
  drift_column_renamed: "{step}: the column “{before}” is called “{now}” in {app} now.",
  drift_column_gone: "{step}: the column “{column}” is not there any more in {app}.",
  repair_change: "Repair and publish",
  repair_accept: "Keep it as it is now",
  repair_reconnect: "Reconnect",
  repair_choose: "Choose again",
};
