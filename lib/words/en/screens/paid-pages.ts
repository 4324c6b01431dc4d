import { texts } from "#lib/words/texts/texts.ts";

export const paidPages = texts("paid-pages", {
  paid_title: "Thank you",
  paid_page_thank_you: "Thank you",
  paid_page_if_you_have_paid:
    "If you have paid, the shop sees it in a moment. If you have not, nothing was taken: scan the code or open the link again. You can close this page.",
});
