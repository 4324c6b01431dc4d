import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { defineEventType } from "./define.ts";
import { device, location, qrCode, reference } from "./fields.ts";

export const qrScanned = defineEventType({
  type: "qr.scanned",
  version: 1,
  formerTopic: "QR_SCANNED",
  source: "platform",
  group: "QR codes",
  title: "QR code scanned",
  description: "Someone scanned one of your codes.",
  schema: z.strictObject({
    scanId: reference.describe("Your id of the scan"),
    code: qrCode.describe("The code that was scanned"),
    scannedAt: instant.optional().describe("When it was scanned"),
    isFirstScan: z.boolean().optional().describe("This visitor's first scan of the code"),
    location: location.optional().describe("Where it was scanned, as far as that is known"),
    device: device.optional().describe("What it was scanned with"),
    campaign: shortText(200).optional().describe("The campaign that the code belongs to"),
  }),
  example: {
    scanId: "scn_8Qh2Lm41",
    code: { id: "qr_table_12", name: "Table 12", shortUrl: "https://qr.example/t12" },
    scannedAt: "2026-10-02T18:41:07Z",
    isFirstScan: true,
    location: { country: "DE", region: "Berlin", city: "Berlin", latitude: 52.52, longitude: 13.405 },
    device: { type: "phone", os: "iOS 26", browser: "Safari", language: "de-DE" },
    campaign: "autumn-menu",
  },
});

export const qrCreated = defineEventType({
  type: "qr.created",
  version: 1,
  formerTopic: "QR_CREATED",
  source: "platform",
  group: "QR codes",
  title: "QR code created",
  description: "A new code was made, by you or by someone on your team.",
  schema: z.strictObject({
    code: qrCode.describe("The new code"),
    kind: z.enum(["menu", "payment", "product", "table", "link"]).describe("What it is for"),
    targetUrl: shortText(2_000).min(1).describe("Where a scan leads"),
    createdBy: shortText(200).optional().describe("Who made it"),
  }),
  example: {
    code: { id: "qr_table_12", name: "Table 12", shortUrl: "https://qr.example/t12" },
    kind: "table",
    targetUrl: "https://trattoria.example/order?table=12",
    createdBy: "ana@trattoria.example",
  },
});
