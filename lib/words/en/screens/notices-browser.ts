import { texts } from "#lib/words/texts/texts.ts";

export const noticesBrowser = texts("notices-browser", {
  mark_read_button_mark_all_as_read: "Mark all as read",
});
