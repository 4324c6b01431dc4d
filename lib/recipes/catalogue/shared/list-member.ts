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

export const listRole: Role = {
  provider: "mailchimp",
  title: "Your mailing list",
  help: "Guests who agreed to hear from you are added to this audience.",
  resource: "audiences",
  suggestedName: "Guests",
};

/** Nobody is added who has not agreed, and whoever is added is asked once more by Mailchimp. */
export const listMember: RecipeStep = {
  key: "list-member",
  title: "Add the guest to the mailing list",
  role: "list",
  action: "add-or-update-member",
  condition: allOf(hasConsent, hasEmail),
  mapping: {
    audience: chosen("list"),
    email: guestEmail(fail),
    firstName: firstName(leaveOut, 100),
    lastName: lastName(leaveOut, 100),
    newContacts: fixed("pending"),
    tags: fixedList("QR code"),
  },
};
