import { ui as t } from "#lib/words/en/screens/ui.ts";
import { durationText } from "./time-text.ts";

/** How long something took. Nothing to show is a dash, read out as "not measured". */
export function Duration({ ms, className }: { ms: number | null; className?: string }) {
  if (ms === null) {
    return (
      <span className={className}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t("duration_not_measured")}</span>
      </span>
    );
  }
  return (
    <time dateTime={`PT${(ms / 1_000).toFixed(3)}S`} className={className}>
      {durationText(ms)}
    </time>
  );
}
