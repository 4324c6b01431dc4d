import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
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

export const cateringDeals = (): Recipe => ({
  id: "catering-deals",
  trades: ["restaurant", "hotel"],
  title: t("catering_deals_title"),
  benefit: t("catering_deals_benefit"),
  eventType: "order.placed",
  condition: atLeastAnswer("totalAmount", "from"),
  roles: {
    stage: {
      provider: "hubspot",
      title: t("catering_deals_stage_title"),
      help: t("catering_deals_stage_help"),
      resource: "stages",
    },
  },
  questions: {
    from: {
      kind: "amount",
      title: t("catering_deals_from_title"),
      help: t("catering_deals_from_help"),
      default: 50_000,
    },
  },
  steps: [
    {
      key: "deal",
      title: t("catering_deals_deal_title"),
      role: "stage",
      action: "create-deal",
      mapping: {
        name: text(...t.parts("catering_deals_deal_name", { number: field("number", fail) })),
        contact: guestEmail(leaveOut),
        stage: chosen("stage"),
        amount: field("totalAmount", fail),
        currency: field("currency", fail),
        closeDate: occurredAt(isoDate),
        description: orderLines("\n", 60_000),
      },
    },
  ],
});
