import { texts } from "#lib/words/texts/texts.ts";

export const integrationsConnect = texts("integrations-connect", {
  connect_another_button_title: "Connect another {name} account",
  connect_another_button_description: "The accounts that are connected stay as they are.",
  connect_another_button_connect_another_account: "Connect another account",
  connect_done_closing_this_window: "Closing this window",
  connect_done_back_app: "Back to the app",
  connect_done_you_can_close_this: "You can close this window now, or go on here.",
  connect_outcome_notice_title: "{name} is connected to {label}",
  connect_outcome_notice_does_not_work_fully:
    "It does not work fully. See below what is wrong and what to do.",
  connect_outcome_notice_this_demo_account_try:
    "This is a demo account: try things out below. Nothing leaves Patchbay.",
  connect_outcome_notice_works_from_now_we:
    "It works from now on, and we tell you if it stops working. Try it out below.",
  connect_panel_owner_admin_your_shop: "An owner or admin of your shop can connect {name}.",
  connect_forms_connect_again: "Connect again",
  connect_forms_connect_name: "Connect {name}",
  connect_forms_sandbox_you_may_make: "In the sandbox you can enter any name.",
  connect_forms_no_account_there_yet: "No account there yet?",
  connect_forms_connect_with_one_click: "Connect with one click",
  connect_forms_name_asks_whether_patchbay:
    "{name} asks whether Patchbay may connect, and then sends the keys itself.",
  connect_forms_type_keys_yourself: "Type the keys yourself",
  consent_form_title: "Not connected yet",
  consent_form_label: "Fill in from the sandbox",
  consent_wait_title: "Go on in the window that opened",
  consent_wait_name_asks_there_whether:
    "{name} asks there whether Patchbay may connect. This page changes when you are done.",
  consent_wait_show_window: "Show the window",
  environment_choice_what_do_you_want: "What do you want to connect?",
  environment_choice_your_real_account: "Your real account",
  environment_choice_what_happens_from_then: "Everything that happens from then on is real.",
  environment_choice_try_sandbox: "Try it in the sandbox",
  environment_choice_demo_account_inside_patchbay: "A demo account inside Patchbay. Nothing leaves it.",
  find_refusal_patchbay_cannot_reached_what:
    "Patchbay cannot be reached. What you typed is still here: try again.",
  keys_form_title: "Not connected yet",
  keys_form_label: "Fill in sandbox keys",
  keys_form_these_keys_another_account: "These keys are of another account",
  keys_form_move_that_account: "Move it to that account",
  operator_note_title: "Only the sandbox can be used",
  operator_note_name_cannot_connected_here: "{name} cannot be connected here yet",
  operator_note_your_administrator_has_not: "Your administrator has not set up {name} yet.",
  operator_note_until_then_you_can: "Until then you can try everything out with a demo account.",
  operator_note_your_administrator: "For your administrator",
  operator_note_make_app_name_set: "Create an app at {name}, and set its id and secret in the environment:",
  operator_note_register_this_redirect_address: "Register this redirect address with the app, exactly:",
  operator_note_label: "redirect address",
  other_account_card_title: "This is a different account",
  other_account_card_description:
    "You signed in at {name} with another account than the one that is connected. Nothing has changed yet.",
  other_account_card_to: "to",
  other_account_card_if_you_move_everything:
    "If you move it, everything that uses this connection works on {newLabel} from now on. To have both, keep it and press “Connect another account”.",
  other_account_card_keep_currentlabel: "Keep {currentLabel}",
  other_account_card_move_newlabel: "Move to {newLabel}",
  load_sandbox_has_no_keys: "The sandbox has no keys for this app.",
  load_sandbox_cannot_reached_try: "The sandbox cannot be reached. Try again.",
});
