import type { Tone } from "#components/ui/tone.ts";
import type { NoticeDto } from "#lib/notices/schema.ts";

/** Whether the email of a notice went out: tone and word. */
export function noticeState({ status, attempts }: Pick<NoticeDto, "status" | "attempts">): {
  tone: Tone;
  word: string;
} {
  switch (status) {
    case "sent":
      return { tone: "success", word: "Email sent" };
    case "failed":
      return { tone: "danger", word: "Email not sent" };
    case "unsent":
      return { tone: "neutral", word: "Shown here only" };
    case "waiting":
      return attempts === 0
        ? { tone: "progress", word: "On its way" }
        : { tone: "warning", word: "Will be tried again" };
  }
}

export const noticeStatusOptions = [
  { value: "sent", label: "Email sent" },
  { value: "waiting", label: "On its way" },
  { value: "failed", label: "Email not sent" },
  { value: "unsent", label: "Shown here only" },
] as const satisfies readonly { value: NoticeDto["status"]; label: string }[];
