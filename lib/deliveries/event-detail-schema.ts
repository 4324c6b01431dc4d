import type { z } from "zod";
import { eventDto } from "#lib/events/schema.ts";
import { deliveryDetailDto } from "./schema.ts";

/** One event with every delivery and attempt that came of it, oldest first. */
export const eventDetailDto = eventDto.extend({ timeline: deliveryDetailDto.array() });
export type EventDetailDto = z.infer<typeof eventDetailDto>;
