import { Stat, StatRow } from "#components/ui/stat.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Overview } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { deliveredNote, eventsNote, waitingNote } from "./figure-notes.ts";
import { failedHref, grouped } from "./health.ts";

/** The last 24 hours in four numbers. */
export function Figures({ last24h }: { last24h: Overview["last24h"] }) {
  const { events, delivered, failed, pending, held } = last24h;
  return (
    <StatRow>
      <Stat label={t("figures_label")} value={grouped(events)} note={eventsNote(last24h)} />
      <Stat label={t("figures_delivered")} value={grouped(delivered)} note={deliveredNote(last24h)} />
      <Stat label={t("figures_waiting")} value={grouped(pending + held)} note={waitingNote(last24h)} />
      {failed === 0 ? (
        <Stat label={t("figures_failed")} value="0" note={t("figures_nothing_failed")} />
      ) : (
        <Stat
          label={t("figures_failed")}
          value={
            <TextLink
              href={failedHref}
              aria-label={t("figures_grouped_failed_see_which", { grouped: grouped(failed) })}
            >
              {grouped(failed)}
            </TextLink>
          }
          note={t("figures_did_not_arrive")}
          noteTone="danger"
        />
      )}
    </StatRow>
  );
}
