import { texts } from "#lib/words/texts/texts.ts";

export const settings = texts("settings", {
  change_password_form_title: "Your password was not changed",
  change_password_form_label: "Current password",
  change_password_form_new_password: "New password",
  change_password_form_help: "At least 10 characters. Three unrelated words are easy to remember.",
  change_password_form_change_password: "Change password",
  email_state_title: "No link was sent",
  email_state_not_confirmed: "Not confirmed",
  email_state_send_link_confirm: "Send a link to confirm it",
  email_state_alerts_sent_email_once: "Alerts are sent by email once the address is confirmed.",
  session_list_this_browser: "This browser",
  session_list_last_used_relativetime_signed: "Last used {relativeTime}, signed in {relativeTime2}",
  session_list_sign_out_labelof: "Sign out {labelOf}",
  session_list_sign_out: "Sign out",
  session_list_sign_out_all_other: "Sign out all other browsers",
  session_list_sign_out_everywhere: "Sign out everywhere",
  label_of_this_browser: "this browser",
});
