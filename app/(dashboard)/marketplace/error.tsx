"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";
import { errorPages as t } from "#lib/words/en/screens/error-pages.ts";

export default function MarketplaceError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError title={t("marketplace_error_title")} {...props} />;
}
