import { chosen, equals, field, otherwise, result, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const menuCampaigns: Recipe = {
  id: "menu-campaigns",
  trades: ["restaurant", "cafe"],
  title: "Announce a new menu",
  benefit: "With each new menu code a campaign is prepared in Mailchimp. It goes out once you say yes.",
  eventType: "qr.created",
  condition: equals("kind", "menu"),
  roles: {
    list: {
      provider: "mailchimp",
      title: "Your mailing list",
      help: "The audience that the campaign is for.",
      resource: "audiences",
      suggestedName: "Guests",
    },
    template: {
      provider: "mailchimp",
      title: "Your template",
      help: "What the email looks like and says.",
      resource: "templates",
      suggestedName: "Monthly menu",
    },
  },
  steps: [
    {
      key: "campaign",
      title: "Make the campaign as a draft",
      role: "list",
      action: "create-campaign",
      mapping: {
        audience: chosen("list"),
        template: chosen("template"),
        subject: text("New on the table: ", field("code.name", otherwise("our menu"), shorten(100))),
      },
    },
    {
      key: "send",
      title: "Send it to everyone on the list",
      role: "list",
      action: "send-campaign",
      mapping: { campaign: result("campaign", "campaignId") },
      mode: "review",
    },
  ],
};
