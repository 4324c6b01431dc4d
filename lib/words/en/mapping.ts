import type { MappingProblemParams, SuggestionReasonParams } from "#lib/failures/mapping-messages.ts";
import { typeNamed } from "./type-names.ts";

/** "Customer email", "Order id of “Create an order”" or "Name of the order line", to begin a sentence with. */
const place = `{field}{from, select, step { of “{step}”} line { of the order line} other {}}`;
const expected = typeNamed("expected");
const found = typeNamed("found");

/** What is wrong with a mapping, or with what it makes of an event. */
const problems: Record<keyof MappingProblemParams, string> = {
  mapping_missing: `${place} is missing.`,
  mapping_wrong_type: `${place} is ${found}, but ${expected} is needed here.`,
  mapping_not_a_number: `${place} cannot be read as a number.`,
  mapping_not_a_moment: `${place} cannot be read as a date with time.`,
  mapping_no_currency: `There is no currency for ${place}.`,
  mapping_not_exact: `${place} is too large, or not a whole number.`,
  mapping_no_text: `${place} is ${found}, which cannot be put into a text.`,
  mapping_outside_lines: "A field of the order line is used outside the list of order lines.",
  mapping_not_a_list: "{field} is not a list.",
  mapping_too_long: "The text is longer than {max, number} characters.",
  mapping_too_many: "The list has more than {max, number} entries.",
  mapping_not_data: "The value holds something that cannot be sent.",
  mapping_unknown_source: `${place} does not exist (any more).`,
  mapping_unknown_step: "The step “{step}” does not exist.",
  mapping_later_step: "The step “{step}” comes later, so it has no result yet.",
  mapping_unknown_input: "The action has no such field.",
  mapping_input_missing: "The action needs this field.",
  mapping_may_be_missing: `The action needs this field, but ${place} may be missing. Say what to use instead, or that the step fails.`,
  mapping_does_not_fit: `The action takes ${expected} here, and this is ${found}.`,
  mapping_fields_do_not_fit: "It has other fields than the action takes here.",
  mapping_transform_does_not_fit: `The change “{transform}” takes ${expected}, and this is ${found}.`,
  mapping_not_among: "The action takes only these values here: {values}.",
  mapping_wrong_form: "The value does not have the form that the action takes.",
  mapping_longer_than: "The action takes at most {max, number} characters here.",
  mapping_items: `{max, select,
    null {The action takes at least {min, plural, one {# entry} other {# entries}} here.}
    other {The action takes {min} to {max} entries here.}
  }`,
  mapping_gap_in_row: `${place} may be missing. Left out, all that follows it would move up by one place: give a value to be used instead.`,
  mapping_second_list: "Only one list of order lines can be used in a step, and not within itself.",
  mapping_line_outside: "A field of the order line can be used only within the list of order lines.",
  mapping_may_be_too_long: "The text can be longer than the {max, number} characters that the action takes.",
  mapping_may_be_too_many: "There can be more entries than the {max, number} that the action takes.",
  condition_does_not_fit: `This is ${found}, which cannot be compared in this way.`,
  condition_value_does_not_fit: `Compare it with ${expected}.`,
  condition_not_among: "It can only be one of these: {values}.",
};

/** Why a value is suggested. */
const reasons: Record<keyof SuggestionReasonParams, string> = {
  suggested_by_name: "It has the same name: {field}.",
  suggested_by_meaning: `{meaning, select,
    email {Both are email addresses}
    phone {Both are phone numbers}
    amount {Both are amounts of money}
    other {Both mean the same}
  }: {field}.`,
  suggested_by_type: "It is the only field of this kind: {field}.",
};

export const mappingWords = { ...problems, ...reasons };
