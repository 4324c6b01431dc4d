import { texts } from "#lib/words/texts/texts.ts";

export const shellPages = texts("shell-pages", {
  global_error_something_went_wrong_patchbay: "Something went wrong · Patchbay",
  not_found_title: "Not found",
  root_layout_description: "Sends what happens in your shop to the apps you use, and shows what arrived.",
});
