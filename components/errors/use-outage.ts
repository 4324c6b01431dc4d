import { useEffect, useState } from "react";
import { errors as t } from "#lib/words/en/screens/errors.ts";

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
export const outageMeanings = (): Record<Outage, string> => ({
  unknown: t("outage_meanings_something_went_wrong_our"),
  page: t("outage_meanings_something_went_wrong_our_2"),
  database: t("outage_meanings_patchbay_cannot_reach_database"),
  unreachable: t("outage_meanings_patchbay_does_not_answer"),
});
