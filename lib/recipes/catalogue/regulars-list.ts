import { allOf, hasConsent, hasEmail } from "../parts.ts";
import type { Recipe } from "../recipe.ts";
import { listMember, listRole } from "./shared/list-member.ts";

export const regularsList: Recipe = {
  id: "regulars-list",
  trades: ["restaurant", "cafe", "salon"],
  title: "Guests who agreed join your mailing list",
  benefit: "Your list grows with each order, and only by guests who agreed.",
  eventType: "order.paid",
  condition: allOf(hasConsent, hasEmail),
  roles: { list: listRole },
  steps: [listMember],
};
