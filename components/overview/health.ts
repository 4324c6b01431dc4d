import type { Tone } from "#components/ui/tone.ts";
import { maxUnwellDestinations, type Overview } from "#lib/deliveries/overview-schema.ts";

export interface Health {
  tone: Tone;
  title: string;
  meaning: string;
}

/** Is everything all right today? The answer in words. */
export function healthOf({ last24h, webhooks, unwell }: Overview): Health {
  if (webhooks === 0) {
    const meaning = "Events are accepted and kept. They go nowhere until there is a webhook to send them to.";
    return { tone: "neutral", title: "Nothing is set up yet", meaning };
  }
  if (unwell.length > 0) {
    const isAnyOff = unwell.some((destination) => destination.status === "disabled");
    const meaning = isAnyOff
      ? "Nothing is sent where a destination is switched off. What belongs there is kept."
      : "Patchbay keeps trying, and keeps what could not be delivered.";
    return { tone: isAnyOff ? "danger" : "warning", title: needYou(unwell.length), meaning };
  }
  if (last24h.failed > 0) {
    const title = `${last24h.failed === 1 ? "1 delivery" : `${grouped(last24h.failed)} deliveries`} did not arrive`;
    return { tone: "warning", title, meaning: "Every destination answers again, so a retry should succeed." };
  }
  const meaning =
    last24h.delivered === 0
      ? "Nothing had to be delivered in the last 24 hours. Every destination is ready."
      : "Everything that was due in the last 24 hours has arrived.";
  return { tone: "success", title: "All is well", meaning };
}

function needYou(count: number): string {
  if (count === 1) return "1 destination needs you";
  return `${count}${count === maxUnwellDestinations ? " or more" : ""} destinations need you`;
}

/** A count with its thousands apart. */
export function grouped(count: number): string {
  return count.toLocaleString("en-GB");
}

/** The share of finished deliveries that arrived, rounded down so that 100 % means each of them; null for none. */
export function arrivedShare({ delivered, failed }: Pick<Overview["last24h"], "delivered" | "failed">) {
  const finished = delivered + failed;
  return finished === 0 ? null : Math.floor((delivered / finished) * 1_000) / 10;
}
