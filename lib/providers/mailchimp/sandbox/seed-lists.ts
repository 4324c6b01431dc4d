import type { ListDocument, TagDocument } from "./documents.ts";

export const guestListId = "6f1a9c04b2";
export const wineListId = "c83d5e7f10";

export const tagIds = {
  regulars: 7_000_011,
  lunch: 7_000_012,
  vegetarian: 7_000_013,
  new: 7_000_014,
  wine: 7_000_021,
};

export function seedLists(name: string): ListDocument[] {
  const shared = {
    contact: {
      company: name,
      address1: "Rua das Flores 12",
      city: "Lisboa",
      state: "",
      zip: "1200-195",
      country: "PT",
    },
    double_optin: true,
  };
  return [
    {
      ...shared,
      id: guestListId,
      web_id: 310_411,
      name: "Guests",
      permission_reminder: "You gave us your address at our table.",
      campaign_defaults: { from_name: name, from_email: "hello@example.com", subject: "", language: "en" },
      date_created: "2025-02-03T10:12:00+00:00",
      merge_fields: fields(false),
    },
    {
      ...shared,
      id: wineListId,
      web_id: 310_498,
      name: "Wine evenings",
      permission_reminder: "You asked to hear of our wine evenings.",
      campaign_defaults: {
        from_name: `${name}, wine`,
        from_email: "wine@example.com",
        subject: "",
        language: "en",
      },
      date_created: "2025-09-18T16:40:00+00:00",
      merge_fields: fields(true),
    },
  ];
}

export function seedTags(): TagDocument[] {
  return [
    { list_id: guestListId, id: tagIds.regulars, name: "Regulars" },
    { list_id: guestListId, id: tagIds.lunch, name: "Lunch club" },
    { list_id: guestListId, id: tagIds.vegetarian, name: "Vegetarian" },
    { list_id: guestListId, id: tagIds.new, name: "New" },
    { list_id: wineListId, id: tagIds.wine, name: "Regulars" },
  ];
}

function fields(isPhoneRequired: boolean): ListDocument["merge_fields"] {
  return [
    { tag: "FNAME", name: "First Name", required: false },
    { tag: "LNAME", name: "Last Name", required: false },
    { tag: "PHONE", name: "Phone Number", required: isPhoneRequired },
    { tag: "BIRTHDAY", name: "Birthday", required: false },
  ];
}
