import {
  allOf,
  chosen,
  fail,
  field,
  guestEmail,
  hasConsent,
  hasEmail,
  row,
  shorten,
  trim,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";
import { listMember, listRole } from "./shared/list-member.ts";

export const goalTags: Recipe = {
  id: "goal-tags",
  trades: ["any", "salon", "cafe"],
  title: "Tag guests by what they did",
  benefit:
    "Guests who agreed are tagged with the goal they reached, so that you can write to just those people.",
  eventType: "conversion.tracked",
  condition: allOf(hasConsent, hasEmail),
  roles: {
    list: listRole,
  },
  steps: [
    listMember,
    {
      key: "goal-tag",
      title: "Tag the guest with the goal",
      role: "list",
      action: "tag-member",
      mapping: {
        audience: chosen("list"),
        email: guestEmail(fail),
        add: row(field("goal", fail, trim, shorten(100))),
      },
    },
  ],
};
