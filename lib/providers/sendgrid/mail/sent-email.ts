import { z } from "zod";

/** What the actions that send answer. */
export const sentEmail = z.strictObject({
  messageId: z
    .string()
    .nullable()
    .describe("Under which SendGrid lists the e-mail; null where it did not say"),
  wasSentAlready: z.boolean().describe("true: an earlier try had sent it, and nothing was sent now"),
});
