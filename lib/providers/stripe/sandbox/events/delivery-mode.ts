import { z } from "zod";

/** How events of an account travel. Whatever becomes of them, `GET /v1/events` has them. */
export const deliveryMode = z.object({
  /** send: at once. hold: until they are released. lose: never. */
  mode: z.enum(["send", "hold", "lose"]).default("send"),
  /** So often each. */
  times: z.int().min(0).max(10).default(1),
  /** With the object, or only its address. https://docs.stripe.com/event-destinations#thin-events */
  style: z.enum(["snapshot", "thin", "both"]).default("snapshot"),
  /** Of these types; the others are sent at once. Left out: all. */
  types: z.array(z.string().max(100)).max(50).optional(),
});
export type DeliveryMode = z.infer<typeof deliveryMode>;
