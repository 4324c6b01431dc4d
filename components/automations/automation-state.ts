import type { Tone } from "#components/ui/tone.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";
import type { Activity } from "#lib/automations/summary/summary-schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";

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
      return { tone: "neutral", word: t("automation_state_draft"), cause: null, since: null };
    case "paused":
      return { tone: "neutral", word: t("automation_state_paused"), cause: null, since: stoppedAt };
    case "disabled":
      return { tone: "danger", word: t("automation_state_switched_off"), cause: null, since: stoppedAt };
    case "active":
      break;
  }
  if (issues > 0) {
    return {
      tone: "warning",
      word: t("automation_state_needs_attention"),
      cause: t("automation_state_app_has_changed"),
      since: null,
    };
  }
  if (failingSince !== null)
    return { tone: "warning", word: t("automation_state_failing"), cause: null, since: failingSince };
  if (decisions > 0) {
    return {
      tone: "warning",
      word: t("automation_state_needs_attention"),
      cause: t("runs_wait", { runs: decisions, for: "decision" }),
      since: null,
    };
  }
  if (reviews > 0) {
    return {
      tone: "info",
      word: t("automation_state_waiting_you"),
      cause: t("runs_wait", { runs: reviews, for: "approval" }),
      since: null,
    };
  }
  return { tone: "success", word: t("automation_state_active"), cause: null, since: null };
}
