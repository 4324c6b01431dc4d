import { chosen, fail, field, leaveOut, orderLines, otherwise, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const counterOrders: Recipe = {
  id: "counter-orders",
  trades: ["cafe", "shop"],
  title: "New orders to the counter",
  benefit: "Your team sees each order as soon as it is placed, paid or not, and can start on it.",
  eventType: "order.placed",
  roles: {
    counter: {
      provider: "slack",
      title: "The counter's channel",
      help: "Where the team reads new orders.",
      resource: "channels",
      suggestedName: "orders",
    },
  },
  steps: [
    {
      key: "counter-message",
      title: "Tell the counter of the order",
      role: "counter",
      action: "send-message",
      mapping: {
        channel: chosen("counter"),
        text: text(
          "*Order ",
          field("number", fail),
          "* for ",
          field("customer.name", otherwise("a guest"), shorten(100)),
          "\n",
          orderLines("\n", 2_500),
          "\n",
          field("note", leaveOut, shorten(500)),
        ),
      },
      freshForSeconds: 20 * 60,
    },
  ],
};
