import { texts } from "#lib/words/texts/texts.ts";

export const settingsPages = texts("settings-pages", {
  settings_title: "Settings",
  done_words_your_password_changed_your: "Your password is changed, and your other browsers are signed out.",
  done_words_signed_out_there: "Signed out there.",
  done_words_we_sent_you_link: "We sent you a link. Open it within 24 hours.",
  settings_page_title: "Settings",
  settings_page_description: "Your account: password, email address and where you are signed in.",
  settings_page_password: "Password",
  settings_page_changing_signs_out_every: "Changing it signs out every other browser.",
  settings_page_where_you_signed: "Where you are signed in",
  settings_page_restaurant_shop: "Restaurant or shop",
  settings_page_email_address: "Email address",
});
