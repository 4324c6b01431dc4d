import type { DriftParams } from "#lib/failures/drift-messages.ts";
import { typeNamed } from "./type-names.ts";

/** What an automation relies on and is no longer as it was, and what repairs it. */
export const driftWords: Record<keyof DriftParams, string> = {
  drift_field_gone: "{step}: the source of “{field}” no longer exists. {said}",
  drift_type_changed: `{step}: {field} was ${typeNamed("before")}, and is ${typeNamed("now")} now.`,
  drift_input_gone: "{step}: the app no longer has the field “{field}”.",
  drift_required_field: "{step}: the app now needs the field “{field}”.",
  drift_option_gone: "{step}: the app no longer takes the value that was chosen for “{field}”. {said}",
  drift_misfit: "{step}: {field}. {said}",
  drift_action_gone: "{step}: the action that was chosen {said}.",
  drift_connection_gone: "{step}: the connection that was chosen {said}.",
  drift_permission_missing: "{step}: it needs the permission {permissions}, which {app} has not given.",
  drift_resource_gone: "{step}: {field} “{label}” no longer exists in {app}.",
  drift_resource_replaced:
    "{step}: {field} “{label}” no longer exists in {app}, but there is another one of the same name.",
  drift_columns_moved: "{step}: columns have moved in {app}: {columns}. Values would go into the wrong ones.",
  drift_column_renamed: "{step}: the column “{before}” is called “{now}” in {app} now.",
  drift_column_gone: "{step}: the column “{column}” no longer exists in {app}.",
  repair_change: "Repair and publish",
  repair_accept: "Keep it as it is now",
  repair_reconnect: "Reconnect",
  repair_choose: "Choose again",
};
