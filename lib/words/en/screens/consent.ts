import { texts } from "#lib/words/texts/texts.ts";

export const consent = texts("consent", {
  account_choice_new_account: "A new account",
  account_choice_description: "To see what happens with a different account.",
  words_title: "This was answered already",
  words_page_like_this_one: "This page can be used once. To connect again, start at the app's page.",
  words_this_page_too_old: "This page is too old",
  words_waits_ten_minutes_answer:
    "It can be answered for ten minutes. Nothing was allowed; start again at the app's page.",
  words_you_cannot_connect_apps: "You cannot connect apps here",
  words_your_role_lets_you:
    "Your role allows you to look, but not to change anything. Ask the owner of the account to connect the app.",
  consent_closed_back_name_patchbay: "Back to {name} in Patchbay",
  consent_closed_allow_patchbay_into_your: "Allow Patchbay to use your {name} account?",
  consent_form_allow_patchbay_into_your: "Allow Patchbay to use your {name} account?",
  consent_form_you_signed_as_merchantname: "You are signed in as {merchantName}.",
  consent_form_patchbay_will_able: "Patchbay will be able to",
  consent_form_title: "Nothing was allowed",
  consent_form_allow: "Allow",
  consent_form_deny: "Deny",
  consent_frame_this_patchbay_s_copy:
    "This is Patchbay's copy of {name}, for testing. Nothing here reaches the real {name}.",
});
