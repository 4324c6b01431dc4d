import { texts } from "#lib/words/texts/texts.ts";

export const appVersions = texts("app-versions", {
  sunset_words_no_end_announced: "No end announced",
  sunset_words_fine: "Fine",
  sunset_words_daysleft_plural_one_1: "{daysLeft, plural, one {1 day left} other {{daysLeft} days left}}",
  sunset_words_no_longer_served: "No longer served",
  version_table_caption: "Versions of the apps’ interfaces",
  version_table_app: "App",
  version_table_version: "Version",
  version_table_served_until: "Served until",
  version_row_label: "Version",
  version_row_served_until: "Served until",
});
