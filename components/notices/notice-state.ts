import type { Tone } from "#components/ui/tone.ts";
import type { NoticeDto } from "#lib/notices/schema.ts";
import { notices as t } from "#lib/words/en/screens/notices.ts";

/** Whether the email of a notice went out: tone and word. */
export function noticeState({ status, attempts }: Pick<NoticeDto, "status" | "attempts">): {
  tone: Tone;
  word: string;
} {
  switch (status) {
    case "sent":
      return { tone: "success", word: t("notice_state_email_sent") };
    case "failed":
      return { tone: "danger", word: t("notice_state_email_not_sent") };
    case "unsent":
      return { tone: "neutral", word: t("notice_state_shown_here_only") };
    case "waiting":
      return attempts === 0
        ? { tone: "progress", word: t("notice_state_way") }
        : { tone: "warning", word: t("notice_state_will_tried_again") };
  }
}

export const noticeStatusOptions = () =>
  [
    { value: "sent", label: t("notice_status_options_email_sent") },
    { value: "waiting", label: t("notice_status_options_way") },
    { value: "failed", label: t("notice_status_options_email_not_sent") },
    { value: "unsent", label: t("notice_status_options_shown_here_only") },
  ] as const satisfies readonly { value: NoticeDto["status"]; label: string }[];
