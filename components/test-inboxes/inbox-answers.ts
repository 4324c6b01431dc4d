import type { Tone } from "#components/ui/tone.ts";
import type { InboxDto } from "#lib/test-inboxes/schema.ts";

export type InboxMode = "accept" | "fail" | "hang";

/** How an inbox answers, as its control panel has it. */
interface InboxAnswer {
  mode: InboxMode;
  tone: Tone;
  /** The state in words, such as "Fails with 503". */
  text: string;
  /** What Patchbay then does. */
  consequence: string;
}

const RETRIES = "Patchbay tries again after the waits of the webhook's schedule, and gives up at its end.";

/** The failing statuses that can be chosen, each with what Patchbay makes of it. */
export const failingAnswers = [
  { status: 500, name: "Server error", consequence: RETRIES },
  { status: 503, name: "Not available", consequence: RETRIES },
  { status: 429, name: "Too many requests", consequence: `Taken as “slow down”. ${RETRIES}` },
  { status: 400, name: "Bad request", consequence: RETRIES },
  { status: 401, name: "Wrong credentials", consequence: RETRIES },
  { status: 404, name: "Nothing there", consequence: RETRIES },
  {
    status: 410,
    name: "Gone for good",
    consequence: "Patchbay gives up at once and switches the webhook off. What still waits for it is held.",
  },
  {
    status: 301,
    name: "Moved",
    consequence: "Patchbay does not follow redirects: the delivery fails at once, without another attempt.",
  },
] as const;

/** How an inbox answers now. */
export function inboxAnswer({
  behaviour,
  answerStatus,
}: Pick<InboxDto, "behaviour" | "answerStatus">): InboxAnswer {
  if (behaviour === "hang") {
    const consequence = `After the webhook's timeout Patchbay hangs up. ${RETRIES}`;
    return { mode: "hang", tone: "warning", text: "Never answers", consequence };
  }
  if (answerStatus >= 200 && answerStatus < 300) {
    return {
      mode: "accept",
      tone: "success",
      text: `Accepts with ${answerStatus}`,
      consequence: "Deliveries arrive at the first attempt.",
    };
  }
  const known = failingAnswers.find((answer) => answer.status === answerStatus);
  return {
    mode: "fail",
    tone: "danger",
    text: `Fails with ${answerStatus}`,
    consequence: known?.consequence ?? RETRIES,
  };
}

/** What to tell the inbox so that it answers in this way; a mode that there is not accepts. */
export function inboxChange(mode: string, failStatus: number): Pick<InboxDto, "behaviour" | "answerStatus"> {
  if (mode === "hang") return { behaviour: "hang", answerStatus: failStatus };
  return { behaviour: "answer", answerStatus: mode === "fail" ? failStatus : 200 };
}
