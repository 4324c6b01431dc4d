import { useEffect, useState } from "react";

/** What is known of why a page broke: nothing yet, nothing but the page, or what keeps all pages from being shown. */
type Outage = "unknown" | "page" | "database" | "unreachable";

/** Asks Patchbay itself whether it works, once, when a page has broken. */
export function useOutage(): Outage {
  const [outage, setOutage] = useState<Outage>("unknown");
  useEffect(() => {
    let isShown = true;
    askReady().then((found) => {
      if (isShown) setOutage(found);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return outage;
}

async function askReady(): Promise<Outage> {
  try {
    const answer = await fetch("/api/ready", { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    if (answer.ok) return "page";
    const state: unknown = await answer.json();
    const isDatabase =
      typeof state === "object" && state !== null && "database" in state && state.database !== "ok";
    return isDatabase ? "database" : "unknown";
  } catch {
    return "unreachable";
  }
}

/** What an outage means for the reader; only what is known. */
export const outageMeanings: Record<Outage, string> = {
  unknown: "Something went wrong on our side.",
  page: "Something went wrong on our side, with this page. Patchbay itself is running.",
  database:
    "Patchbay cannot reach its database. Until it can, no page is shown, nothing is sent, and new events are refused with 503, so that their senders send them again.",
  unreachable: "Patchbay does not answer this browser. Check your connection, and try again.",
};
