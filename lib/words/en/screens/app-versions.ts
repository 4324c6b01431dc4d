import { texts } from "#lib/words/texts/texts.ts";

export const appVersions = texts("app-versions", {
  sunset_words_no_end_announced: "No end announced",
  sunset_words_fine: "Supported",
  sunset_words_daysleft_plural_one_1: "{daysLeft, plural, one {1 day left} other {{daysLeft} days left}}",
  sunset_words_no_longer_served: "No longer supported",
  version_table_caption: "API versions of the apps",
  version_table_app: "App",
  version_table_version: "Version",
  version_table_served_until: "Supported until",
  version_row_label: "Version",
  version_row_served_until: "Supported until",
});
