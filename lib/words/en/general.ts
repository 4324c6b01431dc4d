/** Said of no part of the product in particular. */
export const general = {
  /** A sentence that was stored before rows held codes. */
  verbatim: "{text}",
  /** A code of another version of Patchbay. */
  no_words: "There are no words for this here ({code}).",
};
