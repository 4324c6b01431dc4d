/** Said of no part of the product in particular. */
export const general = {
  /** A sentence that was stored before rows held codes. */
  verbatim: "{text}",
  inbox_no_webhook: "No webhook points at this inbox.",
  inbox_no_signature: "Missing required headers",
  inbox_signature_other: "No matching signature found",
  inbox_signature_form: "Invalid signature headers",
  inbox_signature_old: "Message timestamp too old",
  inbox_signature_early: "Message timestamp too new",
  url_sendable: "Patchbay can send to this address.",
  notice_last_attempt: "The last attempt:",
  /** A code of another version of Patchbay. */
  no_words: "Patchbay does not know this message ({code}).",
  notice_reason: "You get this email because you are an owner or admin of {merchant} on Patchbay.",
  notice_open: "Open in Patchbay",
  notice_your_shop: "your shop",
};
