import { Stat, StatRow } from "#components/ui/stat.tsx";
import { durationText } from "#components/ui/time-text.ts";
import type { Overview } from "#lib/deliveries/overview-schema.ts";
import { arrivedShare, grouped } from "./health.ts";

/** The last 24 hours in four numbers. */
export function Figures({ last24h }: { last24h: Overview["last24h"] }) {
  const { events, delivered, failed, pending, held, p95Ms } = last24h;
  const share = arrivedShare(last24h);
  return (
    <StatRow>
      <Stat
        label="Events"
        value={grouped(events)}
        note={p95Ms === null ? "in the last 24 hours" : `95 % answered within ${durationText(p95Ms)}`}
      />
      <Stat
        label="Delivered"
        value={grouped(delivered)}
        note={share === null ? "none was due" : `${share} % of what is finished`}
      />
      <Stat
        label="Waiting"
        value={grouped(pending + held)}
        note={held > 0 ? `${grouped(held)} held for a webhook that is off` : "sent when they are due"}
      />
      <Stat
        label="Failed"
        value={grouped(failed)}
        note={failed > 0 ? "gave up after the last attempt" : "none gave up"}
        noteTone={failed > 0 ? "danger" : "neutral"}
      />
    </StatRow>
  );
}
