import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  allOf,
  chosen,
  equalsAnswer,
  fail,
  field,
  firstName,
  fixed,
  guestEmail,
  guestName,
  hasEmail,
  lastName,
  leaveOut,
  otherwise,
  shorten,
  text,
  trim,
} from "../parts.ts";
import type { Recipe, RecipeCondition } from "../recipe.ts";

export const bookingLeads = (): Recipe => ({
  id: "booking-leads",
  trades: ["salon", "hotel"],
  title: t("booking_leads_title"),
  benefit: t("booking_leads_benefit"),
  eventType: "conversion.tracked",
  condition: allOf<RecipeCondition>(equalsAnswer("goal", "goal"), hasEmail),
  roles: {
    team: {
      provider: "slack",
      title: t("booking_leads_team_title"),
      help: t("booking_leads_team_help"),
      resource: "channels",
      suggestedName: t("booking_leads_team_suggested_name"),
    },
    leads: {
      provider: "salesforce",
      title: t("booking_leads_leads_title"),
      help: t("booking_leads_leads_help"),
    },
  },
  questions: {
    goal: {
      kind: "text",
      title: t("booking_leads_goal_title"),
      help: t("booking_leads_goal_help"),
      default: t("booking_leads_goal_default"),
      maxLength: 200,
    },
  },
  steps: [
    {
      key: "team-message",
      title: t("booking_leads_team_message_title"),
      role: "team",
      action: "send-message",
      mapping: {
        channel: chosen("team"),
        text: text(
          ...t.parts("booking_leads_team_message_text", {
            name: guestName(otherwise(t("booking_leads_team_message_text_otherwise")), 200),
            email: guestEmail(fail),
          }),
        ),
      },
      freshForSeconds: 24 * 60 * 60,
    },
    {
      key: "lead",
      title: t("booking_leads_lead_title"),
      role: "leads",
      action: "create-lead",
      mapping: {
        lastName: lastName(otherwise(t("booking_leads_lead_last_name_otherwise")), 80),
        firstName: firstName(leaveOut, 40),
        company: fixed(t("booking_leads_lead_company")),
        email: guestEmail(leaveOut),
        phone: field("customer.phone", leaveOut, trim, shorten(40)),
        description: text(...t.parts("booking_leads_lead_description", { goal: field("goal", fail) })),
      },
    },
  ],
});
