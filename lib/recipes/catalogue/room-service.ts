import { chosen, fail, field, isPresent, leaveOut, orderLines, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const roomService: Recipe = {
  id: "room-service",
  trades: ["hotel"],
  title: "Room service",
  benefit:
    "Reception reads at once which room ordered what, and you are told about any order that did not get there.",
  eventType: "order.placed",
  condition: isPresent("tableNumber"),
  roles: {
    reception: {
      provider: "slack",
      title: "Reception's channel",
      help: "The channel where reception reads orders from the rooms.",
      resource: "channels",
      suggestedName: "front-of-house",
    },
  },
  steps: [
    {
      key: "reception-message",
      title: "Tell reception which room ordered what",
      role: "reception",
      action: "send-message",
      mapping: {
        channel: chosen("reception"),
        text: text(
          "*Room ",
          field("tableNumber", fail),
          "*, order ",
          field("number", fail),
          "\n",
          orderLines("\n", 2_500),
          "\n",
          field("note", leaveOut, shorten(500)),
        ),
      },
      freshForSeconds: 30 * 60,
      mustReach: { withinSeconds: 180, otherwise: null },
    },
  ],
};
