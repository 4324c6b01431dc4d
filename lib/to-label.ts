import { lookUp } from "#lib/look-up.ts";

/** Words that are written in their own way. */
const written: Readonly<Record<string, string>> = {
  sku: "SKU",
  skus: "SKUs",
  url: "URL",
  qr: "QR",
  vat: "VAT",
  sms: "SMS",
  html: "HTML",
  paypal: "PayPal",
  hubspot: "HubSpot",
  woocommerce: "WooCommerce",
};

/** A name out of code as people read it: `lineItems` is "Line items", `qrCodeId` is "QR code id", `sku` is "SKU". */
export function toLabel(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/pay pal|hub spot|woo commerce/g, (brand) => brand.replace(" ", ""))
    .replace(/[a-z]+/g, (word) => lookUp(written, word) ?? word);
  return words === "" ? name : words.slice(0, 1).toUpperCase() + words.slice(1);
}
