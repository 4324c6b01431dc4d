import type { Tx } from "#db/client.ts";
import type { Message } from "#lib/failures/message.ts";
import type { NoticeCode } from "#lib/failures/notice-messages.ts";

/** What fails for a shorter time is not told of: most outages pass on their own. */
export const failingBeforeToldMinutes = 15;

export type ToldState = "failing" | "disabled";

/**
 * What a kind of destination says of the health of one of them.
 * @param state null = it works again
 */
export type HealthNotice = (
  tx: Tx,
  destination: { id: string; merchantId: string },
  state: ToldState | null,
) => Promise<{
  said: Message & { code: NoticeCode };
  /** Where the notice leads, unless its message says where. */
  webhookId?: string;
  /** Puts titles into what its last attempt met. */
  entitle?: (message: Message) => Message;
}>;
