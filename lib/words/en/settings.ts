/** What the parts of an automation are called, wherever one is named: in the editor, in a problem, in what changes. */
export const settingWords = {
  setting_eventType: "When",
  setting_condition: "Only if",
  setting_steps: "Then",
  setting_step: "Step {number}",
  setting_integrationId: "Account",
  setting_action: "What it does",
  setting_mode: "When it is due",
  setting_limit: "Without asking, up to",
  setting_freshForSeconds: "Skipped when later than",
  setting_mustReach: "Must be done within",
  setting_otherwise: "Otherwise",
  setting_of_otherwise: "Otherwise, {setting}",

  mode_live: "Done at once",
  mode_review: "Asks first",
  mode_off: "Off",

  freshness_never: "Never: it is always done",
  freshness_after: "After {span}",
  freshness_line: "skipped after {span}",
  reach_line: "must be done within {span}",
  with_condition: "with a condition",

  value_each_line: "For each of {field}: {value}",
  value_named: "{name}: {value}",
  value_of_transforms: "{field} ({changes})",
  value_or_else: "{field}, or else {value}",
  value_changed_within: "{value} (changed in detail)",
  connection_gone: "A connection that does not exist any more",
};
