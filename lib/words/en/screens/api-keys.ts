import { texts } from "#lib/words/texts/texts.ts";

export const apiKeys = texts("api-keys", {
  create_key_dialog_shown_once: "It is shown only once: Patchbay cannot show it again.",
  api_key_list_caption: "API keys, newest first",
  api_key_list_may: "Permissions",
  api_key_list_created: "Created",
  api_key_list_last_used: "Last used",
  api_key_list_action: "Action",
  api_key_list_never: "Never",
  api_key_list_revoked: "Revoked",
  api_key_list_active: "Active",
  create_key_dialog_title: "Copy your new key now",
  create_key_dialog_create_api_key: "Create API key",
  create_key_dialog_description:
    "The key for {name} works from now on. It is shown only once: Patchbay cannot show it again.",
  create_key_dialog_one_program_with_no:
    "A key is for one program. Give it only the permissions that it needs.",
  create_key_dialog_i_have_kept_key: "I have saved the key",
  create_key_dialog_copy_key_name_now: "Copy the key for {name} now",
  create_key_dialog_key_was_not_created: "The key was not created yet",
  create_key_form_title: "The key was not created yet",
  create_key_form_help: "The program that will use it, such as Ordering website.",
  create_key_form_may: "Permissions",
  create_key_form_create_api_key: "Create API key",
  new_key_label: "API key",
  new_key_send_first_event: "Send a first event",
  new_key_title: "Have you saved the key?",
  new_key_cannot_shown_again_if:
    "It cannot be shown again. Once it is in a safe place, press the button below.",
  stops_by_scope_reading_events_webhooks_deliveries:
    "Reading events, webhooks, deliveries and logs with this key",
  stops_by_scope_sending_events_with_this: "Sending events with this key: they reach no webhook",
  stops_by_scope_creating_changing_testing_webhooks:
    "Creating, changing and testing webhooks with this key; the webhooks themselves go on",
  stops_by_scope_retrying_cancelling_deliveries_with: "Retrying and cancelling deliveries with this key",
  stops_by_scope_connecting_apps_making_them: "Connecting apps and running their actions with this key",
  stops_by_scope_taking_payments_giving_refunds:
    "Taking payments and giving refunds with this key; what was paid stays as it is",
  revoke_key_button_revoke_name: "Revoke {name}",
  revoke_key_button_revoke: "Revoke",
  revoke_key_button_title: "Revoke {name}?",
  revoke_key_button_description:
    "Programs that use this key are refused from now on. A revoked key cannot be brought back.",
  revoke_key_button_revoke_key: "Revoke key",
  revoke_key_button_keep: "Keep it",
  revoke_key_button_name_revoked: "{name} is revoked",
});
