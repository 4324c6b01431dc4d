import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import { storable } from "#lib/text.ts";

/** What rows of payments keep of why something did not work. */
export function saidColumns(said: Message | null, detail: string | null) {
  const why = said === null ? null : kept(said);
  return {
    failureCode: why?.code ?? null,
    failureParams: why === null ? null : { ...why.params },
    failureDetail: detail === null ? null : storable(detail),
  };
}
