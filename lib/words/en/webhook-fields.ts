import type { WebhookFieldParams } from "#lib/failures/webhook-fields.ts";

/** What is wrong with a field of a webhook, for the API and beside the field: it follows the field's name. */
export const webhookFieldWords: Record<keyof WebhookFieldParams, string> = {
  field_needed: "is needed",
  field_longer_than: "must be at most {max} characters long",
  field_header_name: "is not a header name",
  field_header_own: "is set by Patchbay itself",
  field_header_carrying: "says how the request is carried, which Patchbay decides",
  field_header_twice: "is set by the credentials already: keep one of the two",
  field_control_characters: "must not hold line breaks or other control characters",
  field_ascii_only: "must hold ASCII characters only: a header cannot carry accents, symbols or emoji",
  field_outer_spaces: "must not start or end with a space: a header cannot carry one there",
  field_half_character: "must not hold half a character",
  field_colon: "must not hold a colon",
  field_wait_range: "must be from 1 second to 48 hours",
  field_timeout_range: "must be from 1 to 30 seconds",
  field_whole_number_range: "must be a whole number from {min} to {max}",
  /** These are whole sentences. */
  field_no_event_chosen: "Choose at least one event.",
  field_headers_at_most: "At most {max} headers.",
  field_headers_of_one_name: "Two headers have the same name.",
  field_attempts_at_most: "At most {max} further attempts.",
  field_user_or_password: "Enter a user name or a password.",
};
