import { texts } from "#lib/words/texts/texts.ts";

export const auth = texts("auth", {
  check_your_inbox_title: "Check your inbox",
  check_your_inbox_we_sent_email_email: "We sent an email to {email}.",
  check_your_inbox_nothing_there_look_spam:
    "Nothing there? Look in the spam folder, or try again in a few minutes.",
  demo_hint_demo_sign: "Demo sign-in",
  demo_hint_demo_this_machine: "Demo on this machine",
  demo_hint_use_demo: "Use the demo",
  forgot_password_form_title: "Check your inbox",
  forgot_password_form_if_email_has_account:
    "If {email} has an account, we sent a link to it. It works for an hour.",
  forgot_password_form_nothing_there_look_spam:
    "Nothing there? Look in the spam folder, or try again in a few minutes.",
  forgot_password_form_no_link_was_sent: "No link was sent",
  forgot_password_form_label: "Email address",
  forgot_password_form_send_link: "Send link",
  forms_your_password_was_not: "Your password was not changed",
  forms_new_password: "New password",
  forms_help: "At least 10 characters. Three unrelated words are easy to remember.",
  forms_save_password: "Save password",
  forms_your_account_was_not: "Your account was not created",
  forms_password: "Password",
  forms_one_that_you_chose: "The password that you chose when you signed up.",
  forms_finish: "Finish",
  confirm_email_form_title: "The address is not confirmed",
  confirm_email_form_confirm_address: "Confirm address",
  link_over_title: "This link no longer works",
  link_over_was_used_already_too: "It was used already, is too old, or is not complete.",
  password_input_hide_password: "Hide password",
  password_input_show_password: "Show password",
  sign_in_problem_wrong_email_password: "Wrong email or password.",
  sign_in_problem_too_many_tries_wait:
    "Too many tries. Wait {minutes, plural, one {# minute} other {# minutes}}, then try again.",
  sign_in_problem_too_many_people_signing:
    "Too many people are signing in right now. Try again in a few seconds.",
  sign_in_problem_something_went_wrong_our:
    "Something went wrong on our side, so you could not be signed in. Try again in a moment.",
  sign_in_form_title: "Sign-in failed",
  sign_in_form_label: "Email address",
  sign_in_form_password: "Password",
  sign_in_form_forgot_password: "Forgot password?",
  sign_in_form_sign: "Sign in",
  sign_up_form_has_link_finish_with: "It has a link to finish with. Open it within 24 hours.",
  sign_up_form_title: "Your account was not created",
  sign_up_form_label: "Restaurant or shop",
  sign_up_form_your_name: "Your name",
  sign_up_form_email_address: "Email address",
  sign_up_form_password: "Password",
  sign_up_form_help: "At least 10 characters. Three unrelated words are easy to remember.",
  sign_up_form_create_account: "Create account",
  unreachable_patchbay_could_not_reached:
    "Patchbay could not be reached. Check the connection and try again.",
});
