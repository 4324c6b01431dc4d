type None = Record<never, never>;

/** What is wrong with a field of a webhook; a browser tells it too, as it is typed. */
export type WebhookFieldParams = {
  field_needed: None;
  field_longer_than: { max: string };
  field_header_name: None;
  field_header_own: None;
  field_header_carrying: None;
  field_header_twice: None;
  field_control_characters: None;
  field_ascii_only: None;
  field_outer_spaces: None;
  field_half_character: None;
  field_colon: None;
  field_wait_range: None;
  field_timeout_range: None;
  field_whole_number_range: { min: string; max: string };
  field_no_event_chosen: None;
  field_headers_at_most: { max: string };
  field_headers_of_one_name: None;
  field_attempts_at_most: { max: string };
  field_user_or_password: None;
};
