// The marks are drawn on the server: nothing that runs in the browser may import this file.
import {
  siAirtable,
  siBrevo,
  siCalendly,
  siDeliveroo,
  siDoordash,
  siGlovo,
  siGoogleads,
  siGoogleanalytics,
  siGooglesheets,
  siHubspot,
  siIntercom,
  siJusteat,
  siMailchimp,
  siMake,
  siMeta,
  siN8n,
  siNotion,
  siPaypal,
  siQuickbooks,
  siShopify,
  siSquare,
  siStripe,
  siSumup,
  siTelegram,
  siTiktok,
  siUbereats,
  siWhatsapp,
  siWoo,
  siXero,
  siZapier,
  siZendesk,
  siZoho,
} from "simple-icons";

const used = [
  siAirtable,
  siBrevo,
  siCalendly,
  siDeliveroo,
  siDoordash,
  siGlovo,
  siGoogleads,
  siGoogleanalytics,
  siGooglesheets,
  siHubspot,
  siIntercom,
  siJusteat,
  siMailchimp,
  siMake,
  siMeta,
  siN8n,
  siNotion,
  siPaypal,
  siQuickbooks,
  siShopify,
  siSquare,
  siStripe,
  siSumup,
  siTelegram,
  siTiktok,
  siUbereats,
  siWhatsapp,
  siWoo,
  siXero,
  siZapier,
  siZendesk,
  siZoho,
];

const bySlug = new Map(used.map((icon) => [icon.slug, icon]));

interface BrandIcon {
  /** Outline in a box of 24 by 24. */
  path: string;
  /** The brand's colour as six hexadecimal digits, without #. */
  hex: string;
}

/** The mark with that slug, among those that the catalogue uses. */
export function findBrandIcon(slug: string | null): BrandIcon | undefined {
  return slug === null ? undefined : bySlug.get(slug);
}
