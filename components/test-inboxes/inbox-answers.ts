import type { Tone } from "#components/ui/tone.ts";
import type { InboxDto } from "#lib/test-inboxes/schema.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";

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

const retries = () => t("retries_patchbay_tries_again_after");

/** The failing statuses that can be chosen, each with what Patchbay makes of it. */
export const failingAnswers = () =>
  [
    { status: 500, name: t("failing_answers_server_error"), consequence: retries() },
    { status: 503, name: t("failing_answers_not_available"), consequence: retries() },
    {
      status: 429,
      name: t("failing_answers_too_many_requests"),
      consequence: t("failing_answers_taken_as_slow_down"),
    },
    { status: 400, name: t("failing_answers_bad_request"), consequence: retries() },
    { status: 401, name: t("failing_answers_wrong_credentials"), consequence: retries() },
    { status: 404, name: t("failing_answers_nothing_there"), consequence: retries() },
    {
      status: 410,
      name: t("failing_answers_gone_good"),
      consequence: t("failing_answers_patchbay_gives_up_once"),
    },
    {
      status: 301,
      name: t("failing_answers_moved"),
      consequence: t("failing_answers_patchbay_does_not_follow"),
    },
  ] as const;

/** How an inbox answers now. */
export function inboxAnswer({
  behaviour,
  answerStatus,
}: Pick<InboxDto, "behaviour" | "answerStatus">): InboxAnswer {
  if (behaviour === "hang") {
    const consequence = t("inbox_answer_after_webhooks_timeout_patchbay");
    return { mode: "hang", tone: "warning", text: t("inbox_answer_never_answers"), consequence };
  }
  if (answerStatus >= 200 && answerStatus < 300) {
    return {
      mode: "accept",
      tone: "success",
      text: t("inbox_answer_accepts_with_answerstatus", { answerStatus }),
      consequence: t("inbox_answer_deliveries_arrive_first_attempt"),
    };
  }
  const known = failingAnswers().find((answer) => answer.status === answerStatus);
  return {
    mode: "fail",
    tone: "danger",
    text: t("inbox_answer_fails_with_answerstatus", { answerStatus }),
    consequence: known?.consequence ?? retries(),
  };
}

/** What to tell the inbox so that it answers in this way; a mode that there is not accepts. */
export function inboxChange(mode: string, failStatus: number): Pick<InboxDto, "behaviour" | "answerStatus"> {
  if (mode === "hang") return { behaviour: "hang", answerStatus: failStatus };
  return { behaviour: "answer", answerStatus: mode === "fail" ? failStatus : 200 };
}
