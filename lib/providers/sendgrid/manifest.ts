import type { Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "sendgrid",
  name: "SendGrid",
  category: "marketing",
  words,
  summary: "Emails receipts and order updates to customers, with your own templates.",
  benefits: [
    "Guests get their receipt or order update by email, from your own address.",
    "Your SendGrid templates are filled in with the order's details.",
    "You hear of emails that came back or were marked as spam.",
  ],
  docsUrl: "https://www.twilio.com/docs/sendgrid",
  icon: null,
  api: {
    version: "v3",
    endsOn: null,
    source: "https://www.twilio.com/docs/sendgrid/api-reference",
  },
  setUp: [
    "Your sender's address or domain is verified in SendGrid, under Settings › Sender Authentication.",
    "In SendGrid, open Settings › API Keys and press Create API Key. Full Access is the simplest.",
    "With Restricted Access instead, switch on Mail Send, Email Activity (read), Template Engine (read) and Mail Settings › Event Notification (full).",
    "Copy the key at once: SendGrid shows it only then.",
    "Accounts that send from the EU choose the region “eu”: their keys are good there alone.",
  ],
  developerApp: null,
  auth,
  // SendGrid sets limits for each of its addresses and tells them with each answer; none is documented.
  rateLimit: { perIntegration: { requests: 100, seconds: 10 }, perApp: null },
  inboundAddress: "integration",
  syncs: [],
  paymentFacts: null,
} satisfies Manifest;
