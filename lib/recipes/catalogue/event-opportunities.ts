import {
  atLeastAnswer,
  chosen,
  fail,
  field,
  guestName,
  isoDate,
  money,
  occurredAt,
  orderLines,
  otherwise,
  shorten,
  text,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const eventOpportunities: Recipe = {
  id: "event-opportunities",
  trades: ["hotel", "restaurant"],
  title: "Large orders in Salesforce",
  benefit: "Your sales team sees each large order as an opportunity, with its amount and what was ordered.",
  eventType: "order.placed",
  condition: atLeastAnswer("totalAmount", "from"),
  roles: {
    stage: {
      provider: "salesforce",
      title: "The stage that opportunities begin in",
      help: "One of the stages of your Salesforce.",
      resource: "opportunity-stages",
      suggestedName: "Prospecting",
    },
  },
  questions: {
    from: {
      kind: "amount",
      title: "From what amount",
      help: "Orders of at least this become opportunities, in the currency of the order.",
      default: 50_000,
    },
  },
  steps: [
    {
      key: "opportunity",
      title: "Add the opportunity",
      role: "stage",
      action: "create-opportunity",
      mapping: {
        account: guestName(otherwise("Guests"), 255),
        name: text("Order ", field("number", fail, shorten(100))),
        stage: chosen("stage"),
        closeDate: occurredAt(isoDate),
        amount: field("totalAmount", fail, money("number")),
        description: orderLines("\n", 9_000),
      },
    },
  ],
};
