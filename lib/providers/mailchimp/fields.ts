import { z } from "zod";
import { emailText, trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";

export const audienceId = trimmedText(200).regex(
  /^[a-z0-9]{4,20}$/i,
  "Choose an audience, or paste its ID as Mailchimp shows it: 6f1a9c04b2.",
);

export const audience = audienceId.meta({
  title: "Audience",
  description: "The list of contacts in Mailchimp.",
  resource: "audiences",
} satisfies FieldMeta);

export const email = emailText("Give an email address, such as marta@example.com.").meta({
  title: "Email address",
  placeholder: "marta@example.com",
} satisfies FieldMeta);

/** Mailchimp knows tags by their names, and makes those that are not there yet. */
export const tagNames = z
  .array(trimmedText(100, "A tag's name has at most 100 characters.").min(1, "A tag needs a name."))
  .max(20, "At most 20 tags at once.");

export const campaignId = trimmedText(200).regex(
  /^[a-z0-9]{4,20}$/i,
  "Choose a campaign, or paste its ID as Mailchimp shows it: 42c1ab09de.",
);
