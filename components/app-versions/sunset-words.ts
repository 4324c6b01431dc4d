import type { Tone } from "#components/ui/tone.ts";
import type { Sunset } from "#lib/marketplace/sunsets.ts";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** How long a version is still served, in words and in a tone. */
export function sunsetWords({ endsOn, daysLeft, state }: Pick<Sunset, "endsOn" | "daysLeft" | "state">): {
  tone: Tone;
  word: string;
  until: string;
} {
  const until = endsOn === null ? "No end announced" : day.format(new Date(endsOn));
  switch (state) {
    case "fine":
      return { tone: "success", word: "Fine", until };
    case "soon":
      return { tone: "warning", word: daysLeft === 1 ? "1 day left" : `${daysLeft} days left`, until };
    case "over":
      return { tone: "danger", word: "No longer served", until };
  }
}
