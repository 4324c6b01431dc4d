import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, equals, field, otherwise, result, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const menuCampaigns = (): Recipe => ({
  id: "menu-campaigns",
  trades: ["restaurant", "cafe"],
  title: t("menu_campaigns_title"),
  benefit: t("menu_campaigns_benefit"),
  eventType: "qr.created",
  condition: equals("kind", "menu"),
  roles: {
    list: {
      provider: "mailchimp",
      title: t("menu_campaigns_list_title"),
      help: t("menu_campaigns_list_help"),
      resource: "audiences",
      suggestedName: t("menu_campaigns_list_suggested_name"),
    },
    template: {
      provider: "mailchimp",
      title: t("menu_campaigns_template_title"),
      help: t("menu_campaigns_template_help"),
      resource: "templates",
      suggestedName: t("menu_campaigns_template_suggested_name"),
    },
  },
  steps: [
    {
      key: "campaign",
      title: t("menu_campaigns_campaign_title"),
      role: "list",
      action: "create-campaign",
      mapping: {
        audience: chosen("list"),
        template: chosen("template"),
        subject: text(
          ...t.parts("menu_campaigns_campaign_subject", {
            codeName: field(
              "code.name",
              otherwise(t("menu_campaigns_campaign_subject_otherwise")),
              shorten(100),
            ),
          }),
        ),
      },
    },
    {
      key: "send",
      title: t("menu_campaigns_send_title"),
      role: "list",
      action: "send-campaign",
      mapping: { campaign: result("campaign", "campaignId") },
      mode: "review",
    },
  ],
});
