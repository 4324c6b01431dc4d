import { chosen, fail, field, otherwise, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const experimentResults: Recipe = {
  id: "experiment-results",
  trades: ["any", "restaurant", "shop"],
  title: "Results of experiments to the team",
  benefit: "Your team reads which variant won as soon as there is a result.",
  eventType: "experiment.completed",
  roles: {
    team: {
      provider: "slack",
      title: "The team's channel",
      help: "The channel where your team reads results.",
      resource: "channels",
      suggestedName: "general",
    },
  },
  steps: [
    {
      key: "result-message",
      title: "Tell the team of the result",
      role: "team",
      action: "send-message",
      mapping: {
        channel: chosen("team"),
        text: text(
          "The experiment *",
          field("name", fail),
          "* has ended. Better variant: ",
          field("winner", otherwise("none, they are alike")),
        ),
      },
    },
  ],
};
