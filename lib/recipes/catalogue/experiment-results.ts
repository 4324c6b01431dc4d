import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, fail, field, otherwise, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const experimentResults = (): Recipe => ({
  id: "experiment-results",
  trades: ["any", "restaurant", "shop"],
  title: t("experiment_results_title"),
  benefit: t("experiment_results_benefit"),
  eventType: "experiment.completed",
  roles: {
    team: {
      provider: "slack",
      title: t("experiment_results_team_title"),
      help: t("experiment_results_team_help"),
      resource: "channels",
      suggestedName: t("experiment_results_team_suggested_name"),
    },
  },
  steps: [
    {
      key: "result-message",
      title: t("experiment_results_result_message_title"),
      role: "team",
      action: "send-message",
      mapping: {
        channel: chosen("team"),
        text: text(
          ...t.parts("experiment_results_result_message_text", {
            name: field("name", fail),
            winner: field("winner", otherwise(t("experiment_results_result_message_text_otherwise"))),
          }),
        ),
      },
    },
  ],
});
