import type { DriftParams } from "#lib/failures/drift-messages.ts";

/** What an automation relies on and is no longer as it was, and what puts it right. */
export const driftWords: Record<keyof DriftParams, string> = {
  drift_field_gone: "Step {step}, field {field}: what it reads is not there any more. {said}",
  drift_type_changed: "Step {step}: {field} was of the type {before}, and is of the type {now} now.",
  drift_input_gone: "Step {step}: the app no longer has the field {field}.",
  drift_required_field: "Step {step}: the app needs the field {field} now.",
  drift_option_gone:
    "Step {step}, field {field}: the value that was chosen is no longer one of those that the app takes. {said}",
  drift_misfit: "Step {step}, field {field}: {said}",
  drift_action_gone: "Step {step}: its action {said}.",
  drift_connection_gone: "Step {step}: its connection {said}.",
  drift_permission_missing: "Step {step} needs the permission {permissions}, which {app} has not given.",
  drift_resource_gone: "Step {step}: {label} ({field}) is not there any more in {app}.",
  drift_resource_replaced:
    "Step {step}: {label} ({field}) is not there any more in {app}, but another one of the same name is.",
  drift_columns_moved:
    "Step {step}: columns have moved in {app}: {columns}. Values would go into the wrong ones.",
  drift_column_renamed: "Step {step}: the column “{before}” is headed “{now}” in {app} now.",
  drift_column_gone: "Step {step}: the column “{column}” is not there any more in {app}.",
  repair_change: "Repair and publish",
  repair_accept: "Keep it as it is now",
  repair_reconnect: "Reconnect",
  repair_choose: "Choose again",
};
