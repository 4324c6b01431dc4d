import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  allOf,
  chosen,
  fail,
  firstName,
  fixed,
  fixedList,
  guestEmail,
  hasConsent,
  hasEmail,
  lastName,
  leaveOut,
} from "../../parts.ts";
import type { RecipeStep, Role } from "../../recipe.ts";

export const listRole = (): Role => ({
  provider: "mailchimp",
  title: t("list_role_title"),
  help: t("list_role_help"),
  resource: "audiences",
  suggestedName: t("list_role_suggested_name"),
});

/** Nobody is added who has not agreed, and whoever is added is asked once more by Mailchimp. */
export const listMember = (): RecipeStep => ({
  key: "list-member",
  title: t("list_member_title"),
  role: "list",
  action: "add-or-update-member",
  condition: allOf(hasConsent, hasEmail),
  mapping: {
    audience: chosen("list"),
    email: guestEmail(fail),
    firstName: firstName(leaveOut, 100),
    lastName: lastName(leaveOut, 100),
    newContacts: fixed("pending"),
    tags: fixedList(t("tag_qr_code")),
  },
});
