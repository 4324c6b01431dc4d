import type { Message } from "#lib/failures/message.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import type { RefundPreviewDto } from "./schema.ts";

/** A preview with its sentence. */
export function renderPreview(
  preview: Omit<RefundPreviewDto, "message">,
  told: Message,
  locale: Locale,
): RefundPreviewDto {
  return { ...preview, message: render(told, locale) };
}
