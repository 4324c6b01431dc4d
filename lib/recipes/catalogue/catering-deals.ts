import {
  atLeastAnswer,
  chosen,
  fail,
  field,
  guestEmail,
  isoDate,
  leaveOut,
  occurredAt,
  orderLines,
  text,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const cateringDeals: Recipe = {
  id: "catering-deals",
  trades: ["restaurant", "hotel"],
  title: "Large orders become deals",
  benefit: "Large orders appear in your HubSpot pipeline by themselves, with the guest's details.",
  eventType: "order.placed",
  condition: atLeastAnswer("totalAmount", "from"),
  roles: {
    stage: {
      provider: "hubspot",
      title: "The stage that deals begin in",
      help: "A stage of one of your HubSpot pipelines.",
      resource: "stages",
    },
  },
  questions: {
    from: {
      kind: "amount",
      title: "From what amount",
      help: "Orders of at least this become deals, in the currency of the order.",
      default: 50_000,
    },
  },
  steps: [
    {
      key: "deal",
      title: "Add the deal",
      role: "stage",
      action: "create-deal",
      mapping: {
        name: text("Order ", field("number", fail)),
        contact: guestEmail(leaveOut),
        stage: chosen("stage"),
        amount: field("totalAmount", fail),
        currency: field("currency", fail),
        closeDate: occurredAt(isoDate),
        description: orderLines("\n", 60_000),
      },
    },
  ],
};
