import { fail, field, firstName, guestEmail, hasEmail, lastName, leaveOut, shorten, trim } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const crmContacts: Recipe = {
  id: "crm-contacts",
  trades: ["shop", "salon", "hotel"],
  title: "Customers in HubSpot",
  benefit: "Everyone who orders is added to your HubSpot, with the name and number they gave.",
  eventType: "order.paid",
  condition: hasEmail,
  roles: { crm: { provider: "hubspot", title: "Your HubSpot", help: "Contacts are kept up to date there." } },
  steps: [
    {
      key: "contact",
      title: "Add or update the contact",
      role: "crm",
      action: "upsert-contact",
      mapping: {
        email: guestEmail(fail),
        firstName: firstName(leaveOut, 100),
        lastName: lastName(leaveOut, 100),
        phone: field("customer.phone", leaveOut, trim, shorten(50)),
      },
    },
  ],
};
