type None = Record<never, never>;

/** What an automation relies on and is no longer as it was. `step` is the step's key, `field` a path. */
export type DriftParams = {
  drift_field_gone: { step: string; field: string; said: string };
  drift_type_changed: { step: string; field: string; before: string; now: string };
  drift_input_gone: { step: string; field: string };
  drift_required_field: { step: string; field: string };
  drift_option_gone: { step: string; field: string; said: string };
  drift_misfit: { step: string; field: string; said: string };
  drift_action_gone: { step: string; said: string };
  drift_connection_gone: { step: string; said: string };
  drift_permission_missing: { step: string; app: string; provider: string; permissions: string };
  /** @param label what it was called when it was last found, else its id */
  drift_resource_gone: { step: string; app: string; field: string; label: string };
  drift_resource_replaced: { step: string; app: string; field: string; label: string };
  drift_columns_moved: { step: string; app: string; columns: string };
  drift_column_renamed: { step: string; app: string; before: string; now: string };
  drift_column_gone: { step: string; app: string; column: string };
  repair_change: None;
  repair_accept: None;
  repair_reconnect: None;
  repair_choose: None;
};
