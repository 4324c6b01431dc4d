import { Stat, StatRow } from "#components/ui/stat.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Overview } from "#lib/overview/overview-schema.ts";
import { deliveredNote, eventsNote, waitingNote } from "./figure-notes.ts";
import { failedHref, grouped } from "./health.ts";

/** The last 24 hours in four numbers. */
export function Figures({ last24h }: { last24h: Overview["last24h"] }) {
  const { events, delivered, failed, pending, held } = last24h;
  return (
    <StatRow>
      <Stat label="Events" value={grouped(events)} note={eventsNote(last24h)} />
      <Stat label="Delivered" value={grouped(delivered)} note={deliveredNote(last24h)} />
      <Stat label="Waiting" value={grouped(pending + held)} note={waitingNote(last24h)} />
      {failed === 0 ? (
        <Stat label="Failed" value="0" note="nothing failed" />
      ) : (
        <Stat
          label="Failed"
          value={
            <TextLink href={failedHref} aria-label={`${grouped(failed)} failed: see which`}>
              {grouped(failed)}
            </TextLink>
          }
          note="did not arrive"
          noteTone="danger"
        />
      )}
    </StatRow>
  );
}
