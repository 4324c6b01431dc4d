import { z } from "zod";
import { shortText } from "#lib/text-schema.ts";

export const listSamplesInput = z.strictObject({ eventType: shortText(100) });

/** An event as a Zap gets it: the webhook's body, with the event's id beside it. */
export const sampleDto = z.object({
  id: z.string(),
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type SampleDto = z.infer<typeof sampleDto>;
