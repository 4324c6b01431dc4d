import type { Tone } from "#components/ui/tone.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";
import type { Activity } from "#lib/automations/summary/summary-schema.ts";

type Stateful = Pick<AutomationDto, "status" | "stoppedAt" | "failingSince"> & {
  activity: Pick<Activity, "reviews" | "decisions" | "issues">;
};

interface AutomationState {
  tone: Tone;
  word: string;
  /** Why, in a few words; null where the word says it all. */
  cause: string | null;
  /** Since when it is so, ISO 8601. */
  since: string | null;
}

/** How an automation is, for its badge. What will fail goes before what fails now and then, and that before what waits. */
export function automationState({ status, stoppedAt, failingSince, activity }: Stateful): AutomationState {
  const { reviews, decisions, issues } = activity;
  switch (status) {
    case "draft":
      return { tone: "neutral", word: "Draft", cause: null, since: null };
    case "paused":
      return { tone: "neutral", word: "Paused", cause: null, since: stoppedAt };
    case "disabled":
      return { tone: "danger", word: "Switched off", cause: null, since: stoppedAt };
    case "active":
      break;
  }
  if (issues > 0) {
    return { tone: "warning", word: "Needs attention", cause: "An app has changed", since: null };
  }
  if (failingSince !== null) return { tone: "warning", word: "Failing", cause: null, since: failingSince };
  if (decisions > 0) {
    return {
      tone: "warning",
      word: "Needs attention",
      cause: runsWait(decisions, "your decision"),
      since: null,
    };
  }
  if (reviews > 0) {
    return { tone: "info", word: "Waiting for you", cause: runsWait(reviews, "your approval"), since: null };
  }
  return { tone: "success", word: "Active", cause: null, since: null };
}

function runsWait(runs: number, what: string): string {
  return runs === 1 ? `1 run waits for ${what}` : `${runs.toLocaleString("en-GB")} runs wait for ${what}`;
}
