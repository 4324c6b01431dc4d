import { chosen, fail, field, money, otherwise, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const refundAlert: Recipe = {
  id: "refund-alert",
  trades: ["any", "restaurant", "cafe", "shop"],
  title: "A message about each refund",
  benefit: "Your team hears of each refund right away, with its amount and reason.",
  eventType: "order.refunded",
  roles: {
    managers: {
      provider: "slack",
      title: "The channel for refunds",
      help: "The channel where your team reads refunds.",
      resource: "channels",
      suggestedName: "front-of-house",
    },
  },
  steps: [
    {
      key: "refund-message",
      title: "Tell the team of the refund",
      role: "managers",
      action: "send-message",
      mapping: {
        channel: chosen("managers"),
        text: text(
          field("refundedAmount", fail, money("shown")),
          " of order ",
          field("number", fail),
          " was paid back. Reason: ",
          field("reason", otherwise("none given"), shorten(1_000)),
        ),
      },
    },
  ],
};
