"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function MarketplaceError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="this page of the marketplace" {...props} />;
}
