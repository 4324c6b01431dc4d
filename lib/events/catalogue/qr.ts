import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { eventTexts as t } from "#lib/words/en/definitions/event-texts.ts";
import { defineEventType, told } from "./define.ts";
import { device, location, qrCode, reference } from "./fields.ts";

export const qrScanned = defineEventType({
  type: "qr.scanned",
  version: 1,
  formerTopic: "QR_SCANNED",
  source: "platform",
  get group() {
    return t("group_qr_codes");
  },
  get title() {
    return t("qr_scanned_title");
  },
  get description() {
    return t("qr_scanned_description");
  },
  schema: z.strictObject({
    scanId: reference.meta(told(() => t("qr_scanned_scan_id"))),
    code: qrCode.meta(told(() => t("qr_scanned_code"))),
    scannedAt: instant.optional().meta(told(() => t("qr_scanned_scanned_at"))),
    isFirstScan: z
      .boolean()
      .optional()
      .meta(told(() => t("qr_scanned_is_first_scan"))),
    location: location.optional().meta(told(() => t("qr_scanned_location"))),
    device: device.optional().meta(told(() => t("qr_scanned_device"))),
    campaign: shortText(200)
      .optional()
      .meta(told(() => t("qr_scanned_campaign"))),
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
  get group() {
    return t("group_qr_codes");
  },
  get title() {
    return t("qr_created_title");
  },
  get description() {
    return t("qr_created_description");
  },
  schema: z.strictObject({
    code: qrCode.meta(told(() => t("qr_created_code"))),
    kind: z.enum(["menu", "payment", "product", "table", "link"]).meta(told(() => t("qr_created_kind"))),
    targetUrl: shortText(2_000)
      .min(1)
      .meta(told(() => t("qr_created_target_url"))),
    createdBy: shortText(200)
      .optional()
      .meta(told(() => t("qr_created_created_by"))),
  }),
  example: {
    code: { id: "qr_table_12", name: "Table 12", shortUrl: "https://qr.example/t12" },
    kind: "table",
    targetUrl: "https://trattoria.example/order?table=12",
    createdBy: "ana@trattoria.example",
  },
});
