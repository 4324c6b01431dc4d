import type { Tone } from "#components/ui/tone.ts";
import { dateTimeFormat } from "#lib/intl.ts";
import type { Sunset } from "#lib/marketplace/sunsets.ts";
import { appVersions as t } from "#lib/words/en/screens/app-versions.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

const day = () => dateTimeFormat(readerIntlLocale(), { dateStyle: "long", timeZone: "UTC" });

/** How long a version is still served, in words and in a tone. */
export function sunsetWords({ endsOn, daysLeft, state }: Pick<Sunset, "endsOn" | "daysLeft" | "state">): {
  tone: Tone;
  word: string;
  until: string;
} {
  const until = endsOn === null ? t("sunset_words_no_end_announced") : day().format(new Date(endsOn));
  switch (state) {
    case "fine":
      return { tone: "success", word: t("sunset_words_fine"), until };
    case "soon":
      return {
        tone: "warning",
        word: t("sunset_words_daysleft_plural_one_1", { daysLeft: daysLeft ?? 0 }),
        until,
      };
    case "over":
      return { tone: "danger", word: t("sunset_words_no_longer_served"), until };
  }
}
