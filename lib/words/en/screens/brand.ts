import { texts } from "#lib/words/texts/texts.ts";

export const brand = texts("brand", {
  wordmark_patchbay: "Patchbay",
});
