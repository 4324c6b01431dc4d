import type { Tone } from "#components/ui/tone.ts";
import type { SandboxCallDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

/** What came back from a call. Where the answer was lost or made no sense, the status alone would deceive. */
export function callAnswer(call: Pick<SandboxCallDto, "status" | "fault">): { tone: Tone; word: string } {
  if (call.fault === "lost") return { tone: "warning", word: t("call_answer_answer_lost") };
  if (call.fault === "malformed")
    return { tone: "warning", word: t("call_answer_status_broken_off", { status: call.status ?? "" }) };
  if (call.status === null) return { tone: "danger", word: t("call_answer_no_answer") };
  // Some apps say 200 and refuse in the body.
  if (call.status < 400 && call.fault !== null && call.fault !== "slow") {
    return { tone: "danger", word: t("call_answer_status_refused", { status: call.status }) };
  }
  return { tone: call.status < 400 ? "success" : "danger", word: String(call.status) };
}
