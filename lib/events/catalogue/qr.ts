import { z } from "zod";
import { defineEventType } from "./define.ts";
import { device, instant, location, qrCode, reference } from "./fields.ts";

export const qrScanned = defineEventType({
  type: "qr.scanned",
  version: 1,
  formerTopic: "QR_SCANNED",
  source: "platform",
  group: "QR codes",
  title: "QR code scanned",
  description: "Someone scanned one of your codes.",
  schema: z.strictObject({
    scanId: reference,
    code: qrCode,
    scannedAt: instant.optional(),
    isFirstScan: z.boolean().optional(),
    location: location.optional(),
    device: device.optional(),
    campaign: z.string().max(200).optional(),
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
    code: qrCode,
    kind: z.enum(["menu", "payment", "product", "table", "link"]),
    targetUrl: z.url(),
    createdBy: reference.optional(),
  }),
  example: {
    code: { id: "qr_table_12", name: "Table 12", shortUrl: "https://qr.example/t12" },
    kind: "table",
    targetUrl: "https://trattoria.example/order?table=12",
    createdBy: "ana@trattoria.example",
  },
});
