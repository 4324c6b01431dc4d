type None = Record<never, never>;

/** Where a value was looked for, in words of the mapping: `field` is its path, `step` a step's key. */
type Place = { from: "event" | "step" | "line"; field: string; step: string | null };
/** A type of value, by the names of `ValueType` in lib/automations/shapes. */
type TypeName = string;

/** Why an action's input could not be made of an event. */
export type MappingFailureParams = {
  mapping_missing: Place;
  mapping_wrong_type: Place & { transform: string; expected: TypeName; found: TypeName };
  mapping_not_a_number: Place;
  mapping_not_a_moment: Place;
  mapping_no_currency: Place;
  mapping_not_exact: Place;
  mapping_no_text: Place & { found: TypeName };
  mapping_outside_lines: None;
  mapping_not_a_list: { field: string };
  mapping_too_long: { max: number };
  mapping_too_many: { max: number };
  mapping_not_data: None;
};

/** What is wrong with a mapping before any event has come. */
export type MappingCheckParams = {
  mapping_unknown_source: Place;
  mapping_unknown_step: { step: string };
  mapping_later_step: { step: string };
  mapping_unknown_input: None;
  mapping_input_missing: None;
  mapping_may_be_missing: Place;
  mapping_does_not_fit: { expected: TypeName; found: TypeName };
  mapping_fields_do_not_fit: None;
  mapping_transform_does_not_fit: { transform: string; expected: TypeName; found: TypeName };
  mapping_not_among: { values: string };
  mapping_wrong_form: None;
  mapping_longer_than: { max: number };
  mapping_items: { min: number; max: number | null; count: number };
  mapping_gap_in_row: Place;
  mapping_second_list: None;
  mapping_line_outside: None;
  /** Warnings: it works for most events. */
  mapping_may_be_too_long: { max: number };
  mapping_may_be_too_many: { max: number };
};

/** What is wrong with a condition before any event has come. */
type ConditionCheckParams = {
  condition_does_not_fit: { comparison: string; found: TypeName };
  condition_value_does_not_fit: { expected: TypeName };
  condition_not_among: { values: string };
};

export type MappingProblemParams = MappingFailureParams & MappingCheckParams & ConditionCheckParams;

/** Why a value is suggested for a field of an action. */
export type SuggestionReasonParams = {
  suggested_by_name: { field: string };
  suggested_by_meaning: { field: string; meaning: string };
  suggested_by_type: { field: string };
};
