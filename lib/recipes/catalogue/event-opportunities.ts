import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
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

export const eventOpportunities = (): Recipe => ({
  id: "event-opportunities",
  trades: ["hotel", "restaurant"],
  title: t("event_opportunities_title"),
  benefit: t("event_opportunities_benefit"),
  eventType: "order.placed",
  condition: atLeastAnswer("totalAmount", "from"),
  roles: {
    stage: {
      provider: "salesforce",
      title: t("event_opportunities_stage_title"),
      help: t("event_opportunities_stage_help"),
      resource: "opportunity-stages",
      suggestedName: t("event_opportunities_stage_suggested_name"),
    },
  },
  questions: {
    from: {
      kind: "amount",
      title: t("event_opportunities_from_title"),
      help: t("event_opportunities_from_help"),
      default: 50_000,
    },
  },
  steps: [
    {
      key: "opportunity",
      title: t("event_opportunities_opportunity_title"),
      role: "stage",
      action: "create-opportunity",
      mapping: {
        account: guestName(otherwise(t("event_opportunities_opportunity_account_otherwise")), 255),
        name: text(
          ...t.parts("event_opportunities_opportunity_name", { number: field("number", fail, shorten(100)) }),
        ),
        stage: chosen("stage"),
        closeDate: occurredAt(isoDate),
        amount: field("totalAmount", fail, money("number")),
        description: orderLines("\n", 9_000),
      },
    },
  ],
});
