/** Said of no part of the product in particular. */
export const general = {
  /** A sentence that was stored before rows held codes. */
  verbatim: "{text}",
  url_sendable: "Patchbay can send to this address.",
  notice_last_attempt: "The last attempt:",
  /** A code of another version of Patchbay. */
  no_words: "There are no words for this here ({code}).",
  notice_reason: "You get this email because you are an owner or admin of {merchant} on Patchbay.",
  notice_open: "Open in Patchbay",
  notice_your_shop: "your shop",
};
