import {
  allOf,
  chosen,
  equalsAnswer,
  fail,
  field,
  firstName,
  fixed,
  guestEmail,
  guestName,
  hasEmail,
  lastName,
  leaveOut,
  otherwise,
  shorten,
  text,
  trim,
} from "../parts.ts";
import type { Recipe, RecipeCondition } from "../recipe.ts";

export const bookingLeads: Recipe = {
  id: "booking-leads",
  trades: ["salon", "hotel"],
  title: "Bookings to your team and to Salesforce",
  benefit: "Each booking through a code becomes a lead in Salesforce, and your team hears of it at once.",
  eventType: "conversion.tracked",
  condition: allOf<RecipeCondition>(equalsAnswer("goal", "goal"), hasEmail),
  roles: {
    team: {
      provider: "slack",
      title: "The team's channel",
      help: "The channel where your team reads bookings.",
      resource: "channels",
      suggestedName: "front-of-house",
    },
    leads: { provider: "salesforce", title: "Your Salesforce", help: "Leads are added there." },
  },
  questions: {
    goal: {
      kind: "text",
      title: "The name of the goal",
      help: "The name that your events have for a booking, such as “booking”.",
      default: "booking",
      maxLength: 200,
    },
  },
  steps: [
    {
      key: "team-message",
      title: "Tell the team of the booking",
      role: "team",
      action: "send-message",
      mapping: {
        channel: chosen("team"),
        text: text("New booking by ", guestName(otherwise("a guest"), 200), ", ", guestEmail(fail)),
      },
      freshForSeconds: 24 * 60 * 60,
    },
    {
      key: "lead",
      title: "Add the lead",
      role: "leads",
      action: "create-lead",
      mapping: {
        lastName: lastName(otherwise("Guest"), 80),
        firstName: firstName(leaveOut, 40),
        company: fixed("Private guest"),
        email: guestEmail(leaveOut),
        phone: field("customer.phone", leaveOut, trim, shorten(40)),
        description: text("Reached the goal ", field("goal", fail), " through a QR code."),
      },
    },
  ],
};
